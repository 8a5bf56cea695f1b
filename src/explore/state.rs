//! What the user has chosen, and everything that a user can do. All else is computed.

use crate::facets::Facet;
use crate::timeline::keys::{Cell, Key};
use model::sorted::insert_once;
use model::{FindingKey, ForceId, ReportId};

/// Which page is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum View {
    /// All forces.
    Home,
    /// One force.
    Force(ForceId),
    /// One report.
    Report(ReportId),
    /// One finding.
    Finding(FindingKey),
    /// Search and facets over all findings.
    Findings,
    /// Forces side by side.
    Compare,
    /// The presenter's ordered set.
    Brief,
    /// How each cycle worded its questions.
    Crosswalk,
    /// What is held, how it was made, the licence.
    About,
    /// An address that names no page; kept, so that the page can say it.
    NotFound(String),
}

impl View {
    /// The pages that have one address each.
    pub const FIXED: [View; 6] = [View::Home, View::Findings, View::Compare, View::Crosswalk, View::About, View::Brief];

    /// Whether nothing on the page ever changes: it is a document of its own, which the browser loads as such.
    pub fn is_static(&self) -> bool {
        matches!(self, View::Crosswalk | View::About)
    }

    /// Whether the page is completed by the second program.
    pub fn needs_extras(&self) -> bool {
        matches!(self, View::Compare | View::Brief)
    }
}

/// Everything the user chose; the address holds all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// The page.
    pub view: View,
    /// Words searched for, as typed.
    pub query: String,
    /// Chosen values, as they stand in the address: in order, each once.
    pub(crate) chosen: Vec<(Facet, String)>,
    /// How many pages of results are open; from 1.
    pub pages: usize,
    /// Whether the timeline is shown as a table.
    pub table: bool,
}

/// Something that a user does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Change the words searched for.
    Type(String),
    /// Choose a value of a facet, or remove it.
    Toggle(Facet, String),
    /// Remove all words and choices.
    ClearAll,
    /// Open one more page of results.
    ShowMore,
    /// Press a key in the timeline.
    Press(Cell, Key),
    /// Come to a cell of the timeline by pointer or screen reader.
    Enter(Cell),
    /// Leave the timeline for the heading above it.
    LeaveTimeline,
}

impl State {
    /// A page as it is first met.
    pub fn at(view: View) -> State {
        State { view, query: String::new(), chosen: Vec::new(), pages: 1, table: false }
    }

    /// The page for addresses that name none.
    pub fn not_found() -> State {
        State::at(View::NotFound(String::new()))
    }

    /// The list of findings, narrowed down to these values.
    pub fn findings<V: Into<String>>(chosen: impl IntoIterator<Item = (Facet, V)>) -> State {
        let mut state = State::at(View::Findings);
        for (facet, value) in chosen {
            state.choose(facet, value.into());
        }
        state
    }

    /// Everything chosen, by facet and then by value.
    pub fn chosen(&self) -> impl Iterator<Item = (Facet, &str)> {
        self.chosen.iter().map(|(facet, value)| (*facet, value.as_str()))
    }

    /// What is chosen of one facet.
    pub fn chosen_of(&self, facet: Facet) -> impl Iterator<Item = &str> {
        self.chosen().filter(move |(of, _)| *of == facet).map(|(_, value)| value)
    }

    /// Whether a value is chosen.
    pub fn has(&self, facet: Facet, value: &str) -> bool {
        self.chosen_of(facet).any(|chosen| chosen == value)
    }

    /// Chooses a value; choosing it again changes nothing.
    pub fn choose(&mut self, facet: Facet, value: String) {
        insert_once(&mut self.chosen, (facet, value));
    }

    /// The state after an action. Moving through the timeline changes nothing that an address holds.
    #[must_use]
    pub fn after(&self, action: Action) -> State {
        let mut state = self.clone();
        match action {
            Action::Type(query) => (state.query, state.pages) = (query, 1),
            Action::Toggle(facet, value) => {
                if state.has(facet, &value) {
                    state.chosen.retain(|choice| *choice != (facet, value.clone()));
                } else {
                    state.choose(facet, value);
                }
                state.pages = 1;
            }
            Action::ClearAll => (state.query, state.chosen, state.pages) = (String::new(), Vec::new(), 1),
            Action::ShowMore => state.pages += 1,
            Action::Press(..) | Action::Enter(_) | Action::LeaveTimeline => {}
        }
        state
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choosing_twice_restores_the_first_state_and_returns_to_page_one() {
        let start = State { pages: 3, ..State::at(View::Findings) };
        let toggle = || Action::Toggle(Facet::Kind, "observation".into());
        let chosen = start.after(toggle());
        assert!(chosen.has(Facet::Kind, "observation") && chosen.pages == 1);
        assert_eq!(chosen.after(toggle()), State::at(View::Findings));
    }
}
