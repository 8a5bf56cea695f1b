//! The browser's history.

use crate::address::{full_address, site_root};
use crate::events::{Listener, on_window};
use gloo::utils::history;
use wasm_bindgen::JsValue;

/// Adds an entry to the history, or changes the address of the current one. The address is relative to the site's root.
///
/// Browsers limit how often this may be called; a refusal is ignored, because only the shown address falls behind.
pub fn set_address(address: &str, is_new_entry: bool) {
    let url = format!("{}{address}", site_root());
    _ = if is_new_entry {
        history().push_state_with_url(&JsValue::NULL, "", Some(&url))
    } else {
        history().replace_state_with_url(&JsValue::NULL, "", Some(&url))
    };
}

/// Calls back whenever the user navigates back or forward.
pub fn on_navigation(call: impl FnMut() + 'static) -> Listener {
    on_window("popstate", call)
}

/// The part of the page's URL behind a marker, if it has one.
pub fn address_suffix(mark: &str) -> Option<String> {
    Some(full_address().split_once(mark)?.1.to_string())
}

/// Removes a marker and what follows it from the address of the current history entry.
pub fn remove_address_suffix(mark: &str) {
    if let Some((rest, _)) = full_address().split_once(mark) {
        _ = history().replace_state_with_url(&JsValue::NULL, "", Some(rest));
    }
}
