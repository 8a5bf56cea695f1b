//! The explorer: the program that is started in the browser on every page.

mod data;
mod explorer;
mod fetching;
mod page_tools;
mod pending_input;
mod visit;
mod visits;

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
        let Err(error) = explorer::mount().await else { return };
        if !error.is_empty() {
            let words = format!(
                "The findings could not be loaded: {error}. You can still read this page and follow its links, but you \
                 cannot search, filter, compare, export or make a brief."
            );
            dom::report_failure(&words, dom::RELOAD_REMEDY, "");
        }
    });
}
