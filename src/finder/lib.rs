//! Searches and filters the findings. It is the fourth program: it runs in a worker, so that typing never waits for it, and is
//! fetched by the list of findings.

use corpus::Corpus;
use explore::library::Library;
use explore::route;
use explore::search::places::words_to_find;
use html::static_page::findings_content;
use html::wire::to_wire;
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

thread_local!(static LIBRARY: RefCell<Option<Library>> = const { RefCell::new(None) });

/// Takes the data to search in, as a bundle. Returns why they cannot be read; empty if they can.
#[wasm_bindgen]
pub fn load(json: &str) -> String {
    match Corpus::from_json(json) {
        Ok(corpus) => {
            LIBRARY.set(Some(Library::new(corpus)));
            String::new()
        }
        Err(error) => error.to_string(),
    }
}

/// Makes the list of findings of an address, which is relative to the site's root, as [`html::wire`] writes it; empty before
/// there are data.
#[wasm_bindgen]
pub fn list(address: &str) -> String {
    let state = route::parse_address(address);
    LIBRARY.with_borrow(|library| {
        library.as_ref().map(|library| to_wire(&findings_content(library, &state))).unwrap_or_default()
    })
}

/// The names of the chunks of the index of the full texts that a search at this address needs, a line each.
#[wasm_bindgen]
pub fn missing_chunks(address: &str) -> String {
    let words = words_to_find(&route::parse_address(address).query);
    LIBRARY.with_borrow(|library| {
        library.as_ref().map(|library| library.places().missing_chunks(&words).join("\n")).unwrap_or_default()
    })
}

/// Takes a chunk: its name on the first line, then the chunk. Returns nothing.
#[wasm_bindgen]
pub fn add_chunk(named: &str) -> String {
    let (name, chunk) = named.split_once('\n').unwrap_or((named, ""));
    LIBRARY.with_borrow_mut(|library| {
        library.iter_mut().for_each(|library| library.places_mut().add_chunk(name, chunk));
    });
    String::new()
}
