//! Carries out exports, to the clipboard or to a file.

use crate::data::page_origin;
use explore::export::{ExportKind, Exporter, Payload, file_name};
use explore::library::Library;
use explore::route;

/// The styles of exported pictures. Their variables are those of the site, replaced by their current values, so that a
/// picture has the colours of the screen.
const SVG_STYLES: &str = ".paper{fill:var(--paper)}text{fill:var(--ink)}.title{font-size:24px;font-weight:700}\
    .strong{font-weight:700}.small{font-size:12px;fill:var(--soft)}.word{font-size:12px}\
    .break{fill:var(--edge)}.bar{fill:var(--ink);opacity:.25}.full{opacity:1}.force{fill:var(--link);opacity:1}\
    .other{fill:var(--edge);opacity:1}.outlined{fill:none;stroke:var(--edge);stroke-dasharray:4}\
    .hollow{fill:none;stroke:var(--edge);stroke-width:1.5;stroke-dasharray:2}\
    .outstanding{fill:var(--outstanding)}.good{fill:var(--good)}.adequate{fill:var(--adequate)}\
    .requires-improvement{fill:var(--requires-improvement)}.inadequate{fill:var(--inadequate)}\
    .graded~.word{fill:var(--tile-ink)}";

/// Exports the current page, or the part of it with the anchor `of`. Returns the message to announce.
pub async fn run_export(export: ExportKind, anchor: &str, library: &Library) -> String {
    let (state, origin) = (route::parse_address(&dom::page_address()), page_origin());
    let style = dom::resolve_css_variables(SVG_STYLES);
    let exporter = Exporter { library, state: &state, anchor, origin: &origin, style: &style };
    match export.make(&exporter) {
        None => "There is nothing on this page to export in this form.".to_string(),
        Some(Payload::Copy { name: what, text: words }) => copy_text(&words, what).await,
        Some(Payload::Save { extension: ending, media_type, content }) => {
            save_text(&file_name(&state, anchor, ending), media_type, &content)
        }
        Some(Payload::Paint { svg }) => {
            let name = file_name(&state, anchor, "png");
            if dom::save_png(&name, &svg).await {
                format!("Saved as “{name}”.")
            } else {
                format!("This browser could not make “{name}”. The SVG has the same content.")
            }
        }
    }
}

/// Copies text to the clipboard. Returns the message to announce; `what` names the text in it.
pub async fn copy_text(words: &str, what: &str) -> String {
    if dom::copy_text(words).await {
        format!("{what} copied.")
    } else {
        format!("{what} not copied: the browser does not allow it here.")
    }
}

/// Offers a text as a file to save. Returns the message to announce.
pub fn save_text(name: &str, media_type: &str, text: &str) -> String {
    if dom::save_text(name, media_type, text) {
        format!("Saved as “{name}”.")
    } else {
        format!("“{name}” could not be saved.")
    }
}
