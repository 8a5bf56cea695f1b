//! The browser's history.

use crate::address::{root, whole_address};
use crate::events::{Heard, on_window};
use gloo::utils::history;
use wasm_bindgen::JsValue;

/// A new entry in the history, or another address for the present one. Browsers limit how often; a refusal loses nothing.
pub fn set_address(address: &str, is_new_entry: bool) {
    let url = format!("{}{address}", root());
    _ = if is_new_entry {
        history().push_state_with_url(&JsValue::NULL, "", Some(&url))
    } else {
        history().replace_state_with_url(&JsValue::NULL, "", Some(&url))
    };
}

/// Calls back whenever the user goes back or forward.
pub fn on_history(call: impl FnMut() + 'static) -> Heard {
    on_window("popstate", call)
}

/// What stands in the page's address behind a mark, which is then removed: reloading must not open it again.
pub fn take_from_address(mark: &str) -> Option<String> {
    let whole = whole_address();
    let (rest, taken) = whole.split_once(mark)?;
    _ = history().replace_state_with_url(&JsValue::NULL, "", Some(rest));
    Some(taken.to_string())
}
