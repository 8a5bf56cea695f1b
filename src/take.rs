//! The second program: sets forces side by side, and takes away what a page shows, to the clipboard or as a file.
//!
//! It is fetched when that is first wanted, so that nobody waits for it who only reads.

mod brief;
mod browser;

use crate::corpus::Corpus;
use crate::markup::{self, tag::tag};
use crate::page;
use crate::route;
use crate::screen;
use crate::screen::catalogue::Catalogue;
use crate::screen::take::{self, Origin};
use crate::state::State;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::wasm_bindgen;

/// How a picture is painted: the site's own styles, with the values that they have on this screen.
const STYLE: &str = ".paper{fill:var(--paper)}text{fill:var(--ink)}.title{font-size:24px;font-weight:700}\
    .strong{font-weight:700}.small{font-size:12px;fill:var(--soft)}.word{font-size:12px}\
    .break{fill:var(--edge)}.bar{fill:var(--ink);opacity:.25}.full{opacity:1}.force{fill:var(--link);opacity:1}\
    .other{fill:var(--edge);opacity:1}.outlined{fill:none;stroke:var(--edge);stroke-dasharray:4}\
    .hollow{fill:none;stroke:var(--edge);stroke-width:1.5;stroke-dasharray:2}\
    .outstanding{fill:var(--outstanding)}.good{fill:var(--good)}.adequate{fill:var(--adequate)}\
    .requires-improvement{fill:var(--requires-improvement)}.inadequate{fill:var(--inadequate)}\
    .graded~.word{fill:var(--tile-ink)}";

/// Takes `what` of the page that is shown, or of the part of it that is named; gives the sentence to say of it.
#[wasm_bindgen]
pub async fn take(what: String, of: String) -> String {
    let origin = origin();
    match what.as_str() {
        "link" => return copied(&origin.address, "Link").await,
        "brief" => return brief::add(&of).await,
        _ => {}
    }
    let Some(corpus) = corpus().await else { return LOST.to_string() };
    let state = route::state(&page::address());
    let sheet = || take::sheet(&corpus, &Catalogue::new(&corpus), &state, &of);
    let picture = || take::picture(&corpus, &state, &of, &origin, &browser::resolved(STYLE));
    match what.as_str() {
        "quotation" => match take::quotation(&corpus, &state, &of, &origin) {
            Some(words) => copied(&words, "Quotation").await,
            None => "There is nothing to quote here".to_string(),
        },
        "csv" => saved(sheet().map(|sheet| sheet.to_csv(&origin)), &state, &of, "csv", "text/csv"),
        "json" => saved(sheet().map(|sheet| sheet.to_json(&origin)), &state, &of, "json", "application/json"),
        "svg" => saved(picture(), &state, &of, "svg", "image/svg+xml"),
        _ => painted(picture(), &state, &of).await,
    }
}

fn origin() -> Origin {
    Origin {
        address: format!("{}{}", page::public_root(), page::place()),
        root: page::public_root(),
        built: browser::built(),
        data: browser::data_name(),
    }
}

/// Puts words on the clipboard; gives the sentence to say. `what` is what the words are.
#[wasm_bindgen]
pub async fn copy(words: String, what: String) -> String {
    copied(&words, &what).await
}

/// The tables of the forces and subjects that the shown address names, as HTML.
#[wasm_bindgen]
pub async fn compare() -> String {
    match corpus().await {
        Some(corpus) => {
            let page = screen::compare::compare(&corpus, &route::state(&page::address()));
            markup::compare::compare(&page).written()
        }
        None => tag("p").role("alert").text(LOST).written(),
    }
}

const LOST: &str = "The data could not be fetched; reload the page to try again";

/// The data, fetched once.
async fn corpus() -> Option<Rc<Corpus>> {
    thread_local!(static CORPUS: RefCell<Option<Rc<Corpus>>> = const { RefCell::new(None) });
    let held = CORPUS.with_borrow(Clone::clone);
    if held.is_some() {
        return held;
    }
    page::settle();
    let json = page::fetch(&page::corpus_address()).await.ok()?;
    let corpus = Rc::new(Corpus::from_json(&json).ok()?);
    CORPUS.set(Some(Rc::clone(&corpus)));
    Some(corpus)
}

async fn copied(words: &str, what: &str) -> String {
    match browser::copy(words).await {
        true => format!("{what} copied"),
        false => format!("{what} not copied: the browser does not allow it here"),
    }
}

fn saved(text: Option<String>, state: &State, of: &str, ending: &str, kind: &str) -> String {
    let name = take::file_name(state, of, ending);
    match text.is_some_and(|text| browser::save(&name, kind, &text)) {
        true => format!("Saved as {name}"),
        false => format!("{name} could not be saved"),
    }
}

async fn painted(svg: Option<String>, state: &State, of: &str) -> String {
    let name = take::file_name(state, of, "png");
    match svg {
        Some(svg) if browser::save_painted(&name, &svg).await => format!("Saved as {name}"),
        _ => format!("{name} could not be painted by this browser; the SVG has the same content"),
    }
}
