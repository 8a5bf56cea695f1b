//! Events: listening, waiting, and what a handler may know of an event.

use crate::keys::plain_key;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use html::node::EventDetails;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlTextAreaElement};

/// Listening, until it is dropped.
pub type Heard = EventListener;

/// A call that waits, unless it is dropped.
pub type Later = Timeout;

/// Calls back with each event of a kind anywhere on the page; the call may keep it from the browser.
pub fn on_document(kind: &'static str, call: impl FnMut(&Event) + 'static) -> Heard {
    EventListener::new_with_options(&document(), kind, EventListenerOptions::enable_prevent_default(), call)
}

/// Calls back with each event of a kind on the window.
pub fn on_window(kind: &'static str, mut call: impl FnMut() + 'static) -> Heard {
    EventListener::new(&window(), kind, move |_| call())
}

/// Calls back later, unless what is returned is dropped before.
pub fn after(milliseconds: u32, call: impl FnOnce() + 'static) -> Later {
    Timeout::new(milliseconds, call)
}

/// Keeps the browser from doing with an event what it would do by itself.
pub fn keep_from_browser(event: &Event) {
    event.prevent_default();
}

/// What a handler may know of an event.
pub fn details(event: &Event) -> EventDetails {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let value = element.as_ref().and_then(|element| {
        let input = element.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
        input.or_else(|| element.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value))
    });
    EventDetails {
        id: element.as_ref().map(Element::id).unwrap_or_default(),
        item: element.and_then(|element| element.get_attribute("data-item")).unwrap_or_default(),
        value: value.unwrap_or_default(),
        key: plain_key(event),
    }
}

/// Whether the box of this id is ticked now, if an event tells of it.
pub fn ticked(event: &Event, id: &str) -> Option<bool> {
    let field = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    (field.id() == id).then(|| field.checked())
}

/// What the button asks for that a click came to.
pub fn command_of(event: &Event) -> Option<String> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest("[data-command]").ok().flatten()?.get_attribute("data-command")
}
