//! What the user did on the prerendered page before the program ran: typed text and the focus. Neither may be lost.

use explore::state::{State, View, clip_query};

/// The ids of the search fields of all pages.
const FIELD_IDS: [&str; 4] = ["search", "name", "inside", "banner-search"];

/// Typed text and the focus.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PendingInput {
    /// The values of fields by id, without empty ones.
    typed_values: Vec<(&'static str, String)>,
    /// A selector for the focused element; empty if there is none.
    focused_selector: String,
}

impl PendingInput {
    /// Reads the typed text and the focus from the page.
    pub fn read_page() -> PendingInput {
        let typed_values = FIELD_IDS.into_iter().filter_map(|id| Some((id, dom::typed_value(id)?))).collect();
        PendingInput { typed_values, focused_selector: dom::focused_selector() }
    }

    /// Puts typed text into the state if the field is one whose results update while typing.
    pub fn apply_to_state(&self, state: &mut State) {
        let live_field = match state.view {
            View::Findings => "search",
            View::Home => "name",
            _ => return,
        };
        if let Some((_, words)) = self.typed_values.iter().find(|(id, _)| *id == live_field) {
            state.query = clip_query(words);
        }
    }

    /// Restores the typed text and the focus after the page has been drawn.
    pub fn restore_page(&self) {
        for (id, words) in &self.typed_values {
            dom::set_field_value(id, words);
        }
        dom::focus_first(&self.focused_selector);
    }
}
