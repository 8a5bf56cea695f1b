//! Events: listeners, timers, and the details of an event.

use crate::keys::unmodified_key;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use html::node::EventDetails;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, Element, Event, HtmlInputElement, HtmlTextAreaElement};

/// An event listener, which is removed when this value is dropped.
pub type Listener = EventListener;

/// A pending call, which is cancelled when this value is dropped.
pub type Timer = Timeout;

/// Listens for events of a kind anywhere on the page. The callback may prevent the browser's default action.
pub fn on_document(kind: &'static str, call: impl FnMut(&Event) + 'static) -> Listener {
    EventListener::new_with_options(&document(), kind, EventListenerOptions::enable_prevent_default(), call)
}

/// Listens for events of a kind on the window.
pub fn on_window(kind: &'static str, mut call: impl FnMut() + 'static) -> Listener {
    EventListener::new(&window(), kind, move |_| call())
}

/// Asks the user before the page is closed, as long as `is_needed` says so.
pub fn ask_before_closing(is_needed: impl Fn() -> bool + 'static) -> Listener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), "beforeunload", options, move |event| {
        if is_needed() {
            event.prevent_default();
        }
    })
}

/// A channel between the windows of the site; nothing is sent if the browser has none.
pub struct Channel(Option<BroadcastChannel>);

impl Channel {
    /// Opens the channel with this name.
    pub fn open(name: &str) -> Channel {
        Channel(BroadcastChannel::new(name).ok())
    }

    /// Calls back when another window sends something.
    pub fn on_message(&self, mut call: impl FnMut() + 'static) -> Option<Listener> {
        self.0.as_ref().map(|channel| EventListener::new(channel, "message", move |_| call()))
    }

    /// Tells the other windows.
    pub fn send(&self) {
        _ = self.0.as_ref().map(|channel| channel.post_message(&JsValue::NULL));
    }
}

/// Raises an event on the window, for the other program.
pub fn raise_on_window(kind: &str) {
    _ = Event::new(kind).is_ok_and(|event| window().dispatch_event(&event).unwrap_or(false));
}

/// Calls back after a delay, unless the returned value is dropped before.
pub fn call_after(milliseconds: u32, call: impl FnOnce() + 'static) -> Timer {
    Timeout::new(milliseconds, call)
}

/// Prevents the browser's default action for an event.
pub fn prevent_default(event: &Event) {
    event.prevent_default();
}

/// The details of an event that its handler receives.
pub fn event_details(event: &Event) -> EventDetails {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let value = element.as_ref().and_then(|element| {
        let input = element.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
        input.or_else(|| element.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value))
    });
    EventDetails {
        id: element.as_ref().map(Element::id).unwrap_or_default(),
        item: element.and_then(|element| element.get_attribute("data-item")).unwrap_or_default(),
        value: value.unwrap_or_default(),
        key: unmodified_key(event),
    }
}

/// Whether the checkbox with this id is ticked now, if it is the target of the event.
pub fn checkbox_change(event: &Event, id: &str) -> Option<bool> {
    let field = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    (field.id() == id).then(|| field.checked())
}

/// The `data-command` attribute of the button that a click event is on, if it has one.
pub fn clicked_command(event: &Event) -> Option<String> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest("[data-command]").ok().flatten()?.get_attribute("data-command")
}
