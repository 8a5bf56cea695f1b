//! Focus, scrolling, and the values of fields.

use crate::document::{field_value, html_element, input_element};
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Moves the focus to the element with this id. False if there is none, or it cannot have the focus.
pub fn focus_element(id: &str) -> bool {
    let Some(element) = html_element(id) else { return false };
    _ = element.focus();
    document().active_element().is_some_and(|focused| focused.id() == id)
}

/// A selector for the focused element; empty if there is none, or it has neither an id nor an `href`.
pub fn focused_selector() -> String {
    let Some(element) = document().active_element() else { return String::new() };
    match (element.id(), element.get_attribute("href")) {
        (id, _) if !id.is_empty() => format!("#{id}"),
        (_, Some(href)) => format!("a[href='{href}']"),
        _ => String::new(),
    }
}

/// Moves the focus to the first element that matches a selector, if there is one.
pub fn focus_first(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    _ = found.and_then(|e| e.dyn_into::<HtmlElement>().ok()).map(|element| element.focus());
}

/// Whether nothing has the focus, for example because the focused element was removed.
pub fn has_lost_focus() -> bool {
    document().active_element().is_none_or(|element| element.tag_name() == "BODY")
}

/// Scrolls the element with this id to the top of the window and moves the focus to it. False if there is none.
pub fn scroll_to_element(id: &str) -> bool {
    let Some(element) = document().get_element_by_id(id) else { return false };
    element.scroll_into_view();
    focus_element(id);
    true
}

/// The vertical scroll position, in CSS pixels.
pub fn scroll_position() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// Scrolls to a vertical position, in CSS pixels; 0 is the top.
pub fn scroll_to(at: f64) {
    window().scroll_to_with_x_and_y(0.0, at);
}

/// The value of the field with this id, if it is not empty.
pub fn typed_value(id: &str) -> Option<String> {
    Some(field_value(id)).filter(|words| !words.is_empty())
}

/// Sets the value of the field with this id.
pub fn set_field_value(id: &str, words: &str) {
    _ = input_element(id).map(|field| field.set_value(words));
}

/// Whether the focus is inside the element with this id.
pub fn has_focus_within(id: &str) -> bool {
    let focused = document().active_element();
    html_element(id).is_some_and(|element| element.contains(focused.as_deref()))
}
