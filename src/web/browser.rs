//! The browser as the explorer uses it: what both programs ask of the page is in `page`.

use crate::page;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, document_element, history, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlAnchorElement, HtmlElement, HtmlInputElement, KeyboardEvent, MouseEvent};

/// Listening, until it is dropped.
pub type Heard = EventListener;

/// A call that waits, unless it is dropped.
pub type Later = Timeout;

/// The host of the program, with the words that the page was sent with.
pub fn host() -> Option<Element> {
    document().get_element_by_id("app")
}

/// Says on the root element that the program runs, for styles and tests.
pub fn mark_ready() {
    _ = document_element().set_attribute("data-ready", "true");
}

/// Adds a sentence above the page that is read out at once.
pub fn notice(words: &str) {
    let Some(notices) = document().get_element_by_id("notices") else { return };
    if let Ok(paragraph) = document().create_element("p") {
        _ = paragraph.set_attribute("role", "alert");
        paragraph.set_text_content(Some(words));
        _ = notices.append_child(&paragraph);
    }
}

/// A new entry in the history, or another address for the present one. Browsers limit how often; a refusal loses nothing.
pub fn set_address(address: &str, new_entry: bool) {
    let url = format!("{}{address}", page::root());
    _ = match new_entry {
        true => history().push_state_with_url(&JsValue::NULL, "", Some(&url)),
        false => history().replace_state_with_url(&JsValue::NULL, "", Some(&url)),
    };
}

/// Tells the site's other scripts that another page is shown, or the same anew.
pub fn tell_visit() {
    _ = Event::new("visited").and_then(|event| document().dispatch_event(&event));
}

/// Names the page in the tab.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Calls back whenever the user goes back or forward.
pub fn on_history(call: impl Fn() + 'static) -> Heard {
    EventListener::new(&window(), "popstate", move |_| call())
}

/// Calls back later, unless what is returned is dropped before.
pub fn after(milliseconds: u32, call: impl FnOnce() + 'static) -> Later {
    Timeout::new(milliseconds, call)
}

/// Calls back with the address and fragment of each link that a plain click follows to a page of this site.
pub fn on_followed_link(call: impl Fn(String, Option<String>) + 'static) -> Heard {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "click", options, move |event| {
        if let Some((address, fragment)) = followed_link(event) {
            call(address, fragment);
        }
    })
}

/// The address and fragment of the link that a plain click follows to a page of this site; the browser then does nothing.
///
/// Other links, clicks with a modifier, downloads and new tabs are the browser's.
fn followed_link(event: &Event) -> Option<(String, Option<String>)> {
    let event = event.dyn_ref::<MouseEvent>()?;
    let has_modifier = event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key();
    if has_modifier || event.button() != 0 || event.default_prevented() {
        return None;
    }
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let link = target.closest("a[href]").ok().flatten()?;
    if link.has_attribute("download") || link.has_attribute("target") {
        return None;
    }
    let href = link.dyn_into::<HtmlAnchorElement>().ok()?.href();
    let relative = page::relative(&href)?;
    // Files of the site that are no pages.
    if relative.starts_with("data/") || relative.starts_with("static/") || relative.starts_with("assets/") {
        return None;
    }
    event.prevent_default();
    let (address, fragment) = relative.split_once('#').unwrap_or((&relative, ""));
    Some((address.to_string(), Some(fragment.to_string()).filter(|f| !f.is_empty())))
}

/// What stands in the field that an event comes from.
pub fn value_of(event: &Event) -> String {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    field.map(|field| field.value()).unwrap_or_default()
}

/// Moves the focus to an element. False if there is none of that id.
pub fn focus(id: &str) -> bool {
    let element = document().get_element_by_id(id).and_then(|e| e.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|e| e.focus().is_ok())
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

/// What stands in the field of this id, if anything was put there.
pub fn typed_in(id: &str) -> Option<String> {
    Some(value_in(id)).filter(|words| !words.is_empty())
}

/// Puts words into the field of this id.
pub fn type_into(id: &str, words: &str) {
    _ = field(id).map(|field| field.set_value(words));
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

/// How far down the page is scrolled.
pub fn scrolled() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// Scrolls so far down; 0 is the top.
pub fn scroll_to(at: f64) {
    window().scroll_to_with_x_and_y(0.0, at);
}

/// What stands in the field of this id.
pub fn value_in(id: &str) -> String {
    field(id).map(|field| field.value()).unwrap_or_default()
}

fn field(id: &str) -> Option<HtmlInputElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// The key of a press without a modifier: "Escape". With one it is the browser's.
pub fn plain_key_of(event: &Event) -> String {
    let press = event.dyn_ref::<KeyboardEvent>().filter(|e| !(e.ctrl_key() || e.alt_key() || e.meta_key()));
    press.map(KeyboardEvent::key).unwrap_or_default()
}

/// The id of the element that an event comes from.
pub fn id_of(event: &Event) -> Option<String> {
    event.target().and_then(|t| t.dyn_into::<Element>().ok()).map(|element| element.id())
}
