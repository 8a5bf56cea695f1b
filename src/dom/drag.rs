//! Dragging an element by its handle.

use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Element, Event};

/// Starts dragging the list item whose handle is the target of a `dragstart` event. It sets data, because without any
/// some browsers do not start a drag.
pub fn start_drag(event: &Event) {
    let Some(event) = event.dyn_ref::<DragEvent>() else { return };
    let Some(data) = event.data_transfer() else { return };
    let handle = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(item) = handle.and_then(|handle| handle.closest("li").ok().flatten()) else { return };
    data.set_effect_allowed("move");
    _ = data.set_data("text/plain", &item.get_attribute("data-item").unwrap_or_default());
    data.set_drag_image(&item, 10, 10);
}
