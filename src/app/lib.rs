//! The explorer: the program that is started in the browser on every page.

mod explorer;
mod page_tools;
mod pending_input;
mod visits;

use corpus::Corpus;
use dom::Storage;
use explore::command::OPENED_REPORTS;
use explore::library::Library;
use explore::route;
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Starts the program: the tools of every page and then, unless the page is a static document, the explorer.
///
/// Until the data has been loaded, and if anything fails, the page keeps its prerendered content.
#[wasm_bindgen(start)]
pub fn start() {
    page_tools::add_listeners();
    if route::parse_address(&dom::page_address()).view.is_static() && !dom::is_single_file() {
        dom::mark_ready();
        return;
    }
    wasm_bindgen_futures::spawn_local(async {
        match fetch_library(has_opened_reports()).await {
            Ok(library) => explorer::mount(library).await,
            Err(error) => {
                let words = format!(
                    "The findings could not be loaded: {error}. You can still read this page and follow its links, but \
                     you cannot search, filter, compare, export or make a brief."
                );
                dom::report_failure(&words, dom::RELOAD_REMEDY, "");
            }
        }
    });
}

/// Whether the reader has opened reports that are saved.
fn has_opened_reports() -> bool {
    Storage::Session.get(OPENED_REPORTS).or_else(|| Storage::Local.get(OPENED_REPORTS)).is_some()
}

/// Fetches the data file that the page names. If the reader has opened reports, the `extras` program adds them to the data.
///
/// # Errors
/// A message that says why it cannot be fetched or read.
async fn fetch_library(has_opened: bool) -> Result<Library, String> {
    let mut json = String::new();
    if has_opened {
        // If it fails, there is a notice that says so.
        json = dom::call_module("extras", "data_with_opened", "").await.unwrap_or_default();
    }
    if json.is_empty() {
        json = dom::fetch_text(&dom::data_address()).await?;
    }
    Corpus::from_json(&json).map(Library::new).map_err(|error| error.to_string())
}
