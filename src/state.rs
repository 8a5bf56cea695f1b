//! What the user has chosen, and everything that a user can do. All else is computed.

use crate::model::{FindingKey, ForceId, ReportId};
use crate::sorted::insert_once;

/// What can be narrowed down by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    Region,
    Force,
    Cycle,
    Kind,
    Subject,
    Theme,
    Grade,
}

impl Facet {
    /// Every facet.
    pub const ALL: [Facet; 7] =
        [Facet::Region, Facet::Force, Facet::Cycle, Facet::Kind, Facet::Subject, Facet::Theme, Facet::Grade];

    /// Those of findings, in the order in which they are offered.
    pub const OF_FINDINGS: [Facet; 6] =
        [Facet::Force, Facet::Cycle, Facet::Kind, Facet::Subject, Facet::Theme, Facet::Grade];

    /// Those of forces.
    pub const OF_FORCES: [Facet; 2] = [Facet::Region, Facet::Grade];
}

/// Which page is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum View {
    Home,
    Force(ForceId),
    Report(ReportId),
    Finding(FindingKey),
    Findings,
    Still(Still),
    /// An address that names no page; kept, so that the page can say it.
    NotFound(String),
}

/// A page that the program shows as it was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Still {
    /// Its tables are drawn anew by the program that takes things away.
    Compare,
    Crosswalk,
    About,
    /// Likewise drawn anew: what it holds is kept in the browser.
    Brief,
}

impl Still {
    /// Every one.
    pub const ALL: [Still; 4] = [Still::Compare, Still::Crosswalk, Still::About, Still::Brief];
}

/// Everything the user chose; the address holds all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
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
    /// Follow a link to another address.
    Go(State),
    /// Change the words searched for.
    Type(String),
    /// Look for words in the text that is shown.
    Find(String),
    /// Choose a value of a facet, or give it up.
    Toggle(Facet, String),
    /// Give up all words and choices.
    ClearAll,
    /// Open one more page of results.
    ShowMore,
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

    /// The state after an action.
    #[must_use]
    pub fn after(&self, action: Action) -> State {
        let mut state = self.clone();
        match action {
            Action::Go(next) => return next,
            Action::Type(query) | Action::Find(query) => (state.query, state.pages) = (query, 1),
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
        }
        state
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choosing_twice_gives_the_first_state_back_and_returns_to_page_one() {
        let start = State { pages: 3, ..State::at(View::Findings) };
        let toggle = || Action::Toggle(Facet::Kind, "observation".into());
        let chosen = start.after(toggle());
        assert!(chosen.has(Facet::Kind, "observation") && chosen.pages == 1);
        assert_eq!(chosen.after(toggle()), State::at(View::Findings));
    }
}
