//! What a part of the page that saves texts has to know of the page.

use dom::Listener;
use yew::Callback;

/// How long reading what is saved may take, in milliseconds.
pub const READING_MS: u32 = 8000;

/// How long typing has to pause before it is saved, in milliseconds.
pub const TYPING_PAUSE_MS: u32 = 400;

/// What happens to the page.
pub enum PageEvent {
    /// The user may not come back to the window.
    Hide,
    /// The user leaves the page.
    Leave,
    /// The user is on the page again.
    Return,
}

/// Tells `on_event` what happens to the page, and asks the user before it is closed unless `is_kept` says that nothing would
/// be lost.
pub fn watch_page(on_event: &Callback<PageEvent>, is_kept: fn() -> bool) -> [Listener; 4] {
    let [on_hide, on_leave, on_return] = [on_event.clone(), on_event.clone(), on_event.clone()];
    [
        dom::on_window("pagehide", move || on_leave.emit(PageEvent::Leave)),
        dom::on_document("visibilitychange", move |_| on_hide.emit(PageEvent::Hide)),
        dom::on_window("pageshow", move || on_return.emit(PageEvent::Return)),
        dom::ask_before_closing(move || !is_kept()),
    ]
}
