//! Keyboard events, and the dialog that lists the shortcuts.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement, KeyboardEvent};

/// The key that was pressed, for example "Escape". Empty if a modifier is held, because such shortcuts belong to the
/// browser, and while an input method is composing.
pub fn unmodified_key(event: &Event) -> String {
    /// What browsers give as the code of a key that an input method handles. Safari reports the Enter that ends a
    /// composition only in this way, because for it the composition is over by then.
    const INPUT_METHOD: u32 = 229;
    let press = event.dyn_ref::<KeyboardEvent>();
    let press = press.filter(|e| !(e.ctrl_key() || e.alt_key() || e.meta_key()));
    let press = press.filter(|e| !e.is_composing() && e.key_code() != INPUT_METHOD);
    press.map(KeyboardEvent::key).unwrap_or_default()
}

/// Whether the target of an event is a field in which keys have a meaning of their own, such as a text field.
pub fn is_in_text_field(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let fields = "input:not([type=checkbox]), textarea, select";
    target.is_some_and(|element| element.matches(fields).unwrap_or(false))
}

/// Opens the dialog with this id. False if there is none or the browser does not support dialogs.
pub fn show_dialog(id: &str) -> bool {
    dialog(id).is_some_and(|dialog| dialog.show_modal().is_ok())
}

/// Closes the dialog with this id. The focus returns to where it was before.
pub fn close_dialog(id: &str) {
    _ = dialog(id).map(|dialog| dialog.close());
}

fn dialog(id: &str) -> Option<HtmlDialogElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}
