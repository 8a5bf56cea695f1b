//! What a reader had done on the page before the program ran: typed words and the focus, none of which may be lost.

use explore::state::{State, View};

/// The fields of all pages.
const FIELDS: [&str; 4] = ["search", "name", "inside", "banner-search"];

/// Typed words and the focus.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Unsent {
    typed: Vec<(&'static str, String)>,
    focused: String,
}

impl Unsent {
    /// What is on the page now.
    pub fn read() -> Unsent {
        let typed = FIELDS.into_iter().filter_map(|id| Some((id, dom::typed_in(id)?))).collect();
        Unsent { typed, focused: dom::focused() }
    }

    /// Takes words into the state that the page answers while they are typed.
    pub fn complete(&self, state: &mut State) {
        let answered = match state.view {
            View::Findings => "search",
            View::Home => "name",
            _ => return,
        };
        if let Some((_, words)) = self.typed.iter().find(|(id, _)| *id == answered) {
            state.query.clone_from(words);
        }
    }

    /// Puts everything back, once the page has been drawn.
    pub fn restore(&self) {
        for (id, words) in &self.typed {
            dom::type_into(id, words);
        }
        dom::focus_first(&self.focused);
    }
}
