//! Searches and filters the findings. It is the fourth program: it runs in a worker, so that typing never waits for it, and is
//! fetched by the list of findings.

use corpus::Corpus;
use explore::library::Library;
use explore::route;
use html::static_page::findings_or_missing;
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

/// Takes data without findings, with a catalogue that was made ahead of time: on the first line the length of the catalogue in
/// bytes, then the catalogue, then the bundle. Returns why they cannot be used; empty if they can.
#[wasm_bindgen]
pub fn load_prepared(data: &str) -> String {
    let (length, rest) = data.split_once('\n').unwrap_or_default();
    let split = length.parse().ok().and_then(|length: usize| rest.split_at_checked(length));
    let (catalogue, json) = split.unwrap_or_default();
    let wrong = load(json);
    if !wrong.is_empty() {
        return wrong;
    }
    let is_taken =
        LIBRARY.with_borrow_mut(|library| library.as_mut().is_some_and(|library| library.take_catalogue(catalogue)));
    if is_taken { String::new() } else { "the catalogue of the findings is damaged".to_string() }
}

/// Takes something that was missing: its name on the first line, then its text. Returns why it cannot be read; empty if it
/// can.
#[wasm_bindgen]
pub fn add_part(named: &str) -> String {
    let (name, text) = named.split_once('\n').unwrap_or((named, ""));
    LIBRARY.with_borrow_mut(|library| {
        let added = library.as_mut().map(|library| library.add_part(name, text));
        added.and_then(Result::err).map(|error| error.to_string()).unwrap_or_default()
    })
}

/// Makes the list of findings of an address, which is relative to the site's root, as [`html::wire`] writes it; empty before
/// there are data. If something is missing that it needs and that was not loaded with the catalogue: "?" and the names of that,
/// a line each.
#[wasm_bindgen]
pub fn list(address: &str) -> String {
    let state = route::parse_address(address);
    let made = LIBRARY.with_borrow(|library| library.as_ref().map(|library| findings_or_missing(library, &state)));
    match made {
        None => String::new(),
        Some(Ok(content)) => to_wire(&content),
        Some(Err(missing)) => format!("?{}", missing.join("\n")),
    }
}

/// The names of what is missing of that which the list of this address says beside the findings, a line each.
#[wasm_bindgen]
pub fn missing_besides(address: &str) -> String {
    let state = route::parse_address(address);
    LIBRARY.with_borrow(|library| {
        library.as_ref().map(|library| library.missing_besides(&state.query).join("\n")).unwrap_or_default()
    })
}
