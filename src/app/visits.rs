//! Keeps the browser's history up to date, and remembers the scroll position and focus of pages that were left.

/// The current address and the pages that were left.
#[derive(Default)]
pub struct VisitHistory {
    /// The current address, with query and fragment.
    current_address: String,
    /// Whether text was typed that the browser's address does not contain yet.
    is_update_pending: bool,
    /// For each page that was left: its address, scroll position and a selector for the focused element.
    left_pages: Vec<(String, f64, String)>,
}

impl VisitHistory {
    /// Remembers the scroll position and the focus, just before the page changes.
    ///
    /// Browsers restore the scroll position too, but immediately, when the page may not have been drawn yet.
    pub fn leave_page(&mut self) {
        self.left_pages.retain(|(address, ..)| *address != self.current_address);
        self.left_pages.push((self.current_address.clone(), dom::scroll_position(), dom::focused_selector()));
    }

    /// A link was followed or a choice made. The history gets a new entry, unless the address is the same.
    pub fn follow_address(&mut self, address: &str) {
        self.update_address();
        let is_other = address != dom::address_with_fragment();
        dom::set_address(address, is_other);
        self.current_address = dom::address_with_fragment();
    }

    /// Text was typed. The address is updated by [`VisitHistory::update_address`].
    pub fn record_typing(&mut self, address: String) {
        self.current_address = address;
        self.is_update_pending = true;
    }

    /// Updates the address of the current history entry to what was typed.
    pub fn update_address(&mut self) {
        if std::mem::take(&mut self.is_update_pending) {
            dom::set_address(&self.current_address, false);
        }
    }

    /// The browser has changed the address itself.
    pub fn accept_address(&mut self) {
        self.is_update_pending = false;
        self.current_address = dom::address_with_fragment();
    }

    /// Restores the scroll position and focus with which this page was left. False if it was not left before.
    pub fn restore_position(&self) -> bool {
        let Some((_, at, focused)) = self.left_pages.iter().find(|(address, ..)| *address == self.current_address)
        else {
            return false;
        };
        dom::focus_first(focused);
        dom::scroll_to(*at);
        true
    }
}
