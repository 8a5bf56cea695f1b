//! The browser's history kept in step: the address of what is shown, and how far down each page was read.

use super::browser;
use crate::page;

/// Where one is and has been.
#[derive(Default)]
pub struct Places {
    /// The address of what is shown, with the place on it.
    shown: String,
    /// Whether words were typed that the browser's address does not have yet.
    is_behind: bool,
    /// How far down each page was scrolled when it was left.
    left: Vec<(String, f64)>,
}

impl Places {
    /// The page is about to change: remembers how far down one is.
    ///
    /// Browsers do it too, but go back there at once, when the page that one comes back to may not be drawn yet.
    pub fn leave(&mut self) {
        let at = browser::scrolled();
        match self.left.iter_mut().find(|(address, _)| *address == self.shown) {
            Some((_, before)) => *before = at,
            None => self.left.push((self.shown.clone(), at)),
        }
    }

    /// A link was followed or a choice made: a new entry, unless it led to where one was.
    pub fn follow(&mut self, address: &str) {
        self.catch_up();
        let is_other = address != page::place();
        browser::set_address(address, is_other);
        self.shown = page::place();
    }

    /// Words were typed: the address follows when [`Places::catch_up`] is called.
    pub fn type_in(&mut self, address: String) {
        self.shown = address;
        self.is_behind = true;
    }

    /// Gives the entry the address of what was typed.
    pub fn catch_up(&mut self) {
        if std::mem::take(&mut self.is_behind) {
            browser::set_address(&self.shown, false);
        }
    }

    /// The browser has come to an address itself.
    pub fn arrive(&mut self) {
        self.is_behind = false;
        self.shown = page::place();
    }

    /// Scrolls to where this page was left, if it was.
    pub fn scroll_back(&self) {
        if let Some((_, at)) = self.left.iter().find(|(address, _)| *address == self.shown) {
            browser::scroll_to(*at);
        }
    }
}
