//! The data of this program: the part that the page shown is made from.

use corpus::Corpus;
use dom::Storage;
use explore::command::OPENED_REPORTS;
use explore::library::Library;
use explore::parts::Part;
use explore::route;
use explore::state::{Action, State, View};
use html::node::Node;
use html::wire::from_wire;
use std::cell::Cell;

/// The name of the part that a view needs. The single file has all data in one.
pub fn part_of(view: &View) -> String {
    if dom::is_single_file() { Part::Whole } else { Part::needed_for(view) }.name()
}

thread_local! {
    /// Whether the reader has opened or removed reports since the page was loaded. Where nothing can be saved, only this tells.
    static HAS_CHANGED: Cell<bool> = const { Cell::new(false) };
    /// Whether the program that makes the list of findings has the data.
    static HAS_FINDER_DATA: Cell<bool> = const { Cell::new(false) };
}

/// Says that the reader has opened or removed reports.
pub fn note_change_of_opened() {
    HAS_CHANGED.set(true);
    HAS_FINDER_DATA.set(false);
}

/// Has the list of findings of a state made by the program that searches; `None` if another was asked for meanwhile.
///
/// # Errors
/// A message that says why the data cannot be fetched or read; empty if there is a notice already.
pub async fn fetch_list(state: &State) -> Result<Option<Node<Action>>, String> {
    if !HAS_FINDER_DATA.get() {
        let wrong = call_finder("load", &fetch_json("corpus").await?).await?;
        if !wrong.is_empty() {
            return Err(wrong);
        }
        HAS_FINDER_DATA.set(true);
    }
    let list = call_finder("list", &route::address(state)).await?;
    Ok(from_wire(&list))
}

async fn call_finder(function: &str, argument: &str) -> Result<String, String> {
    dom::call_module("finding", function, argument).await.map_err(|_| {
        // After a failure it is started anew, and has no data.
        HAS_FINDER_DATA.set(false);
        String::new()
    })
}

/// Fetches what a search in the full texts needs. Returns whether anything was missing, so that the list says more now.
///
/// # Errors
/// If it cannot be fetched. The list then says nothing of the full texts.
pub async fn fetch_text_index(state: &State) -> Result<bool, String> {
    let missing = call_finder("missingChunks", &route::address(state)).await?;
    if missing.is_empty() {
        return Ok(false);
    }
    let list = dom::fetch_text(&dom::text_index_address()).await?;
    for name in missing.lines() {
        // Where no word begins so, there is no file.
        let chunk = match path_named(&list, &format!("places/{name}")) {
            Some(path) => dom::fetch_text(path).await?,
            None => String::new(),
        };
        call_finder("addChunk", &format!("{name}\n{chunk}")).await?;
    }
    Ok(true)
}

/// Fetches a part of the data, given by its name. If the reader has opened reports, the `extras` program makes it, with them.
///
/// # Errors
/// A message that says why it cannot be fetched or read.
pub async fn fetch_library(part: &str) -> Result<Library, String> {
    Corpus::from_json(&fetch_json(part).await?).map(Library::new).map_err(|error| error.to_string())
}

async fn fetch_json(part: &str) -> Result<String, String> {
    let mut json = String::new();
    if has_opened_reports() {
        // If it fails, there is a notice that says so.
        json = dom::call_module("extras", "data_with_opened", part).await.unwrap_or_default();
    }
    if json.is_empty() {
        let mut address = dom::data_address();
        // The page for unknown addresses names another part than its address would.
        if !address.contains(&format!("/{part}.")) {
            let list = dom::fetch_text(&dom::part_list_address()).await?;
            // If there is no such part, it is the first, the overview: the page then says that nothing is there.
            let path = path_named(&list, part).or(list.lines().next());
            address = path.ok_or("the list of data files is damaged")?.to_string();
        }
        json = dom::fetch_text(&address).await?;
    }
    Ok(json)
}

/// Whether the reader has opened reports.
fn has_opened_reports() -> bool {
    let is_saved = || Storage::Session.get(OPENED_REPORTS).or_else(|| Storage::Local.get(OPENED_REPORTS)).is_some();
    HAS_CHANGED.get() || is_saved()
}

/// The path of the data file with a name, among the paths of a list, a line each.
fn path_named<'l>(list: &'l str, name: &str) -> Option<&'l str> {
    let is_it = |path: &&str| path.strip_prefix("data/").and_then(|path| path.split('.').next()) == Some(name);
    list.lines().find(is_it)
}
