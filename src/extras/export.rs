//! Exports: to the clipboard or as a file.

use crate::data::{Data, origin};
use explore::export::{Export, Exporter, Payload, file_name};
use explore::route;

/// How a picture is painted: the site's own styles, with the values that they have on this screen.
const STYLE: &str = ".paper{fill:var(--paper)}text{fill:var(--ink)}.title{font-size:24px;font-weight:700}\
    .strong{font-weight:700}.small{font-size:12px;fill:var(--soft)}.word{font-size:12px}\
    .break{fill:var(--edge)}.bar{fill:var(--ink);opacity:.25}.full{opacity:1}.force{fill:var(--link);opacity:1}\
    .other{fill:var(--edge);opacity:1}.outlined{fill:none;stroke:var(--edge);stroke-dasharray:4}\
    .hollow{fill:none;stroke:var(--edge);stroke-width:1.5;stroke-dasharray:2}\
    .outstanding{fill:var(--outstanding)}.good{fill:var(--good)}.adequate{fill:var(--adequate)}\
    .requires-improvement{fill:var(--requires-improvement)}.inadequate{fill:var(--inadequate)}\
    .graded~.word{fill:var(--tile-ink)}";

/// Exports the page that is shown, or the part of it at a place; gives the sentence to say.
pub async fn run(export: Export, of: &str, data: &Data) -> String {
    let (state, origin) = (route::state(&dom::address()), origin());
    let style = dom::resolve_variables(STYLE);
    let (corpus, catalogue) = (&data.corpus, data.catalogue());
    let exporter = Exporter { corpus, catalogue, state: &state, of, origin: &origin, style: &style };
    match export.of(&exporter) {
        None => "There is nothing of the kind on this page".to_string(),
        Some(Payload::Copy { what, words }) => copy(&words, what).await,
        Some(Payload::Save { ending, media_type, content }) => {
            save(&file_name(&state, of, ending), media_type, &content)
        }
        Some(Payload::Paint { svg }) => {
            let name = file_name(&state, of, "png");
            if dom::paint(&name, &svg).await {
                format!("Saved as {name}")
            } else {
                format!("{name} could not be painted by this browser; the SVG has the same content")
            }
        }
    }
}

/// Puts words on the clipboard; gives the sentence to say. `what` says what the words are.
pub async fn copy(words: &str, what: &str) -> String {
    if dom::copy(words).await {
        format!("{what} copied")
    } else {
        format!("{what} not copied: the browser does not allow it here")
    }
}

/// Offers a text as a file; gives the sentence to say.
pub fn save(name: &str, media_type: &str, text: &str) -> String {
    if dom::save(name, media_type, text) { format!("Saved as {name}") } else { format!("{name} could not be saved") }
}
