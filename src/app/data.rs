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
    /// The paths of the files to search in, a line each; empty before they are fetched.
    static SEARCH_LIST: Cell<String> = const { Cell::new(String::new()) };
    /// How many lists of findings were asked for.
    static LISTS_ASKED_FOR: Cell<u32> = const { Cell::new(0) };
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
    let number = LISTS_ASKED_FOR.get() + 1;
    LISTS_ASKED_FOR.set(number);
    if !HAS_FINDER_DATA.get() {
        start_finder().await?;
    }
    // The lists of words, then the findings, then the list; and once more for what else a list without results suggests.
    const MAX_ROUNDS: usize = 6;
    for _ in 0..MAX_ROUNDS {
        let list = call_finder("list", &route::address(state)).await?;
        // A list that is asked for later may have all it needs before.
        if LISTS_ASKED_FOR.get() != number {
            return Ok(None);
        }
        match list.strip_prefix('?') {
            Some(missing) => add_parts(missing).await?,
            None => return Ok(from_wire(&list)),
        }
    }
    Err("the files to search in do not fit together".to_string())
}

/// Gives the program that searches what it starts with: the catalogue of all findings, made ahead of time. In the single file,
/// and if the reader has opened reports, it gets all data and makes the catalogue itself.
async fn start_finder() -> Result<(), String> {
    let (function, data) = if dom::is_single_file() || has_opened_reports() {
        ("load", fetch_json("corpus").await?)
    } else {
        let [catalogue, tables] = fetch_named("catalogue\ntables").await?.try_into().unwrap_or_default();
        ("loadPrepared", format!("{}\n{catalogue}{tables}", catalogue.len()))
    };
    // Another list may have been asked for meanwhile, and have started it.
    if HAS_FINDER_DATA.replace(true) {
        return Ok(());
    }
    tell_finder(function, &data).await.inspect_err(|_| HAS_FINDER_DATA.set(false))
}

/// Fetches parts, given by their names, a line each, and gives them to the program that searches.
async fn add_parts(names: &str) -> Result<(), String> {
    for (name, file) in names.lines().zip(&fetch_named(names).await?) {
        tell_finder("addPart", &format!("{name}\n{file}")).await?;
    }
    Ok(())
}

/// Fetches files to search in, given by their names, a line each, all at once. One that there is not is empty: where no word
/// begins so, there is none.
async fn fetch_named(names: &str) -> Result<Vec<String>, String> {
    // A key press should not wait for what was fetched before.
    let mut list = SEARCH_LIST.take();
    if list.is_empty() {
        list = dom::fetch_text(&dom::search_list_address()).await?;
    }
    SEARCH_LIST.set(list.clone());
    let paths: Vec<&str> = names.lines().map(|name| path_named(&list, name).unwrap_or_default()).collect();
    dom::fetch_texts(&paths).await
}

/// Calls a function that says what is wrong.
async fn tell_finder(function: &str, argument: &str) -> Result<(), String> {
    let wrong = call_finder(function, argument).await?;
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

async fn call_finder(function: &str, argument: &str) -> Result<String, String> {
    dom::call_module("finding", function, argument).await.map_err(|_| {
        // After a failure it is started anew, and has no data.
        HAS_FINDER_DATA.set(false);
        String::new()
    })
}

/// Fetches what the list says beside the findings: what the full texts have, and the threads with such a name. Returns whether anything was missing, so that the list says more now.
///
/// # Errors
/// If it cannot be fetched. The list then says nothing of these.
pub async fn fetch_besides(state: &State) -> Result<bool, String> {
    let missing = call_finder("missingBesides", &route::address(state)).await?;
    if missing.is_empty() {
        return Ok(false);
    }
    add_parts(&missing).await?;
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
