//! Focus, scrolling, and what was typed before the program ran.

use crate::document::{field, html_element, value_of_field};
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Moves the focus to an element. False if there is none of that id.
pub fn focus(id: &str) -> bool {
    html_element(id).is_some_and(|element| element.focus().is_ok())
}

/// What has the focus, as a selector that finds it again; empty if nothing has.
pub fn focused() -> String {
    let Some(element) = document().active_element() else { return String::new() };
    match (element.id(), element.get_attribute("href")) {
        (id, _) if !id.is_empty() => format!("#{id}"),
        (_, Some(href)) => format!("a[href='{href}']"),
        _ => String::new(),
    }
}

/// Moves the focus to the first element that a selector finds, if there is one.
pub fn focus_first(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    _ = found.and_then(|e| e.dyn_into::<HtmlElement>().ok()).map(|element| element.focus());
}

/// Whether nothing has the focus, as when what had it is gone.
pub fn has_lost_focus() -> bool {
    document().active_element().is_none_or(|element| element.tag_name() == "BODY")
}

/// Scrolls an element to the top of the window and moves the focus there. False if there is none of that id.
pub fn reveal(id: &str) -> bool {
    let Some(element) = document().get_element_by_id(id) else { return false };
    element.scroll_into_view();
    focus(id);
    true
}

/// How far down the page is scrolled, in CSS pixels.
pub fn scrolled() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// Scrolls so far down, in CSS pixels; 0 is the top.
pub fn scroll_to(at: f64) {
    window().scroll_to_with_x_and_y(0.0, at);
}

/// What stands in the field of this id, if anything was put there.
pub fn typed_in(id: &str) -> Option<String> {
    Some(value_of_field(id)).filter(|words| !words.is_empty())
}

/// Puts words into the field of this id.
pub fn type_into(id: &str, words: &str) {
    _ = field(id).map(|field| field.set_value(words));
}

/// Whether something inside of the element of this id has the focus.
pub fn has_focus_within(id: &str) -> bool {
    let focused = document().active_element();
    html_element(id).is_some_and(|element| element.contains(focused.as_deref()))
}
