//! The browser's history kept in step: the address of what is shown, and how far down each page was read.

/// Where one is and has been.
#[derive(Default)]
pub struct Visits {
    /// The address of what is shown, with the place on it.
    shown: String,
    /// Whether words were typed that the browser's address does not have yet.
    is_behind: bool,
    /// Each page that was left: its address, how far down it was scrolled, and what had the focus.
    left: Vec<(String, f64, String)>,
}

impl Visits {
    /// The page is about to change: remembers how far down one is, and what has the focus.
    ///
    /// Browsers do it too, but go back there at once, when the page that one comes back to may not be drawn yet.
    pub fn leave(&mut self) {
        self.left.retain(|(address, ..)| *address != self.shown);
        self.left.push((self.shown.clone(), dom::scrolled(), dom::focused()));
    }

    /// A link was followed or a choice made: a new entry, unless it led to where one was.
    pub fn follow(&mut self, address: &str) {
        self.catch_up();
        let is_other = address != dom::place();
        dom::set_address(address, is_other);
        self.shown = dom::place();
    }

    /// Words were typed: the address follows when [`Visits::catch_up`] is called.
    pub fn type_in(&mut self, address: String) {
        self.shown = address;
        self.is_behind = true;
    }

    /// Gives the entry the address of what was typed.
    pub fn catch_up(&mut self) {
        if std::mem::take(&mut self.is_behind) {
            dom::set_address(&self.shown, false);
        }
    }

    /// The browser has come to an address itself.
    pub fn arrive(&mut self) {
        self.is_behind = false;
        self.shown = dom::place();
    }

    /// Goes to where this page was left. False if it was not.
    pub fn go_back(&self) -> bool {
        let Some((_, at, focused)) = self.left.iter().find(|(address, ..)| *address == self.shown) else {
            return false;
        };
        dom::focus_first(focused);
        dom::scroll_to(*at);
        true
    }
}
