//! The data of this program: the part that the page shown is made from.

use corpus::Corpus;
use dom::Storage;
use explore::command::OPENED_REPORTS;
use explore::library::Library;
use explore::parts::Part;
use explore::state::View;
use std::cell::Cell;

/// The name of the part that a view needs. The single file has all data in one.
pub fn part_of(view: &View) -> String {
    if dom::is_single_file() { Part::Whole } else { Part::needed_for(view) }.name()
}

thread_local! {
    /// Whether the reader has opened or removed reports since the page was loaded. Where nothing can be saved, only this tells.
    static HAS_CHANGED: Cell<bool> = const { Cell::new(false) };
}

/// Says that the reader has opened or removed reports.
pub fn note_change_of_opened() {
    HAS_CHANGED.set(true);
}

/// Fetches a part of the data, given by its name. If the reader has opened reports, the `extras` program makes it, with them.
///
/// # Errors
/// A message that says why it cannot be fetched or read.
pub async fn fetch_library(part: &str) -> Result<Library, String> {
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
            address = address_in(&list, part).ok_or("the list of data files is damaged")?;
        }
        json = dom::fetch_text(&address).await?;
    }
    Corpus::from_json(&json).map(Library::new).map_err(|error| error.to_string())
}

/// Whether the reader has opened reports.
fn has_opened_reports() -> bool {
    let is_saved = || Storage::Session.get(OPENED_REPORTS).or_else(|| Storage::Local.get(OPENED_REPORTS)).is_some();
    HAS_CHANGED.get() || is_saved()
}

/// The address of a part, from the list of the paths of all. If there is no such part, it is that of the first, the overview:
/// the page then says that nothing is there.
fn address_in(list: &str, part: &str) -> Option<String> {
    let is_it = |path: &&str| path.strip_prefix("data/").and_then(|path| path.split('.').next()) == Some(part);
    list.lines().find(is_it).or(list.lines().next()).map(str::to_string)
}
