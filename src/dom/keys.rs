//! Keys, and the dialog that lists them.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement, HtmlElement, KeyboardEvent};

/// The key of a press, "Escape"; empty with a modifier, when it is the browser's, and while an input method composes.
pub fn plain_key(event: &Event) -> String {
    let press = event.dyn_ref::<KeyboardEvent>();
    let press = press.filter(|e| !(e.ctrl_key() || e.alt_key() || e.meta_key() || e.is_composing()));
    press.map(KeyboardEvent::key).unwrap_or_default()
}

/// Whether an event comes from a field into which words are typed.
pub fn types_words(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let fields = "input:not([type=checkbox]), textarea, select";
    target.is_some_and(|element| element.matches(fields).unwrap_or(false))
}

/// Opens the dialog of this id. False where the browser has no dialogs.
pub fn show_dialog(id: &str) -> bool {
    let dialog = document().get_element_by_id(id).and_then(|e| e.dyn_into::<HtmlDialogElement>().ok());
    dialog.is_some_and(|dialog| dialog.show_modal().is_ok())
}

/// Clicks the element of this id.
pub fn click_label(id: &str) {
    let element = document().get_element_by_id(id).and_then(|e| e.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        element.click();
    }
}
