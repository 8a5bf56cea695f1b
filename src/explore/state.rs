//! The state, which is what the user has chosen, and the actions that change it. Everything else is computed from it.

use crate::facets::Facet;
use crate::timeline::navigation::{GridCell, NavigationKey};
use model::sorted_list::insert_unique;
use model::{FindingKey, ForceId, ReportId, ThreadId, slugify};

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
    /// All forces in one cycle, or on one subject.
    National,
    /// Forces side by side.
    Compare,
    /// The presenter's brief.
    Brief,
    /// Reports that the reader opens in the browser.
    Open,
    /// One issue of one force through its reports.
    Thread(ThreadId),
    /// By when findings are to be acted on.
    Deadlines,
    /// Short forms and terms, as the reports define them.
    Glossary,
    /// Practice on findings, and private notes.
    Learn,
    /// How each cycle worded its questions, by subject.
    Crosswalk,
    /// What the site holds, how it was made, and the licence.
    About,
    /// An address without a page, which the page for such addresses shows.
    NotFound(String),
}

impl View {
    /// The views with a single, fixed address each.
    pub const FIXED: [View; 11] = [
        View::Home,
        View::National,
        View::Findings,
        View::Compare,
        View::Crosswalk,
        View::Glossary,
        View::About,
        View::Brief,
        View::Open,
        View::Deadlines,
        View::Learn,
    ];

    /// Whether the page never changes. Such a page is a document of its own, which the browser loads like any other.
    pub fn is_static(&self) -> bool {
        matches!(self, View::Crosswalk | View::About | View::Thread(_) | View::Deadlines | View::Glossary)
    }

    /// Whether the second program, `extras`, completes the page.
    pub fn needs_extras(&self) -> bool {
        matches!(self, View::National | View::Compare | View::Brief | View::Open | View::Learn)
    }
}

/// The most characters of a query that are searched. It is far more than anyone types, and limits the work that a pasted
/// text can cause.
pub const MAX_QUERY: usize = 200;

/// A query without what is beyond its limit.
pub fn clip_query(words: &str) -> String {
    words.chars().take(MAX_QUERY).collect()
}

/// Everything that the user has chosen. The address contains all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// The page shown.
    pub view: View,
    /// The search words, as typed.
    pub query: String,
    /// The chosen values, each once, in the order of the parameters in the address.
    pub(crate) choices: Vec<(Facet, String)>,
    /// How many pages of results are shown; at least 1.
    pub page_count: usize,
    /// Whether the timeline is shown as a table.
    pub is_table: bool,
    /// Whether forces are grouped by region and not only in alphabetical order.
    pub is_by_region: bool,
}

/// Something that the user does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Change the search words.
    SetQuery(String),
    /// Choose a value of a facet, or remove it if it is already chosen.
    ToggleChoice(Facet, String),
    /// Remove all search words and choices.
    ClearAll,
    /// Show one more page of results.
    ShowMore,
    /// Press a key in the timeline.
    PressKey(GridCell, NavigationKey),
    /// Move the focus to a cell of the timeline by pointer or screen reader.
    FocusCell(GridCell),
    /// Move the focus from the timeline to the heading above it.
    LeaveTimeline,
}

impl State {
    /// A page with nothing chosen.
    pub fn for_view(view: View) -> State {
        State { view, query: String::new(), choices: Vec::new(), page_count: 1, is_table: false, is_by_region: false }
    }

    /// The page for addresses without a page.
    pub fn not_found() -> State {
        State::for_view(View::NotFound(String::new()))
    }

    /// The list of findings, filtered by these values.
    pub fn filtered_findings<V: Into<String>>(chosen: impl IntoIterator<Item = (Facet, V)>) -> State {
        let mut state = State::for_view(View::Findings);
        for (facet, value) in chosen {
            state.choose(facet, value.into());
        }
        state
    }

    /// All forces in one cycle, which is given by its id: "2021/22".
    pub fn national(cycle: &str) -> State {
        let mut state = State::for_view(View::National);
        state.choose(Facet::Cycle, cycle.to_string());
        state
    }

    /// The comparison of these forces.
    pub fn comparison<'f>(forces: impl IntoIterator<Item = &'f ForceId>) -> State {
        let mut state = State::for_view(View::Compare);
        for force in forces {
            state.choose(Facet::Force, force.to_string());
        }
        state
    }

    /// All chosen values, sorted by facet and then by value.
    pub fn chosen_values(&self) -> impl Iterator<Item = (Facet, &str)> {
        self.choices.iter().map(|(facet, value)| (*facet, value.as_str()))
    }

    /// The chosen values of one facet.
    pub fn chosen_values_of(&self, facet: Facet) -> impl Iterator<Item = &str> {
        self.chosen_values().filter(move |(other, _)| *other == facet).map(|(_, value)| value)
    }

    /// Whether a value is chosen.
    pub fn is_chosen(&self, facet: Facet, value: &str) -> bool {
        self.chosen_values_of(facet).any(|chosen| chosen == value)
    }

    /// Chooses a value; choosing it again changes nothing. An empty value is none: forms send it for a field that is left
    /// open. A cycle may be given by its id, "2021/22", or as in addresses, "2021-22".
    pub fn choose(&mut self, facet: Facet, value: String) {
        let value = if facet == Facet::Cycle { slugify(&value) } else { value };
        if !value.is_empty() {
            insert_unique(&mut self.choices, (facet, value));
        }
    }

    /// The state after an action. Moving the focus in the timeline does not change the state.
    #[must_use]
    pub fn after(&self, action: Action) -> State {
        let mut state = self.clone();
        match action {
            Action::SetQuery(query) => (state.query, state.page_count) = (clip_query(&query), 1),
            Action::ToggleChoice(facet, value) => {
                if state.is_chosen(facet, &value) {
                    state.choices.retain(|choice| *choice != (facet, value.clone()));
                } else {
                    state.choose(facet, value);
                }
                state.page_count = 1;
            }
            Action::ClearAll => (state.query, state.choices, state.page_count) = (String::new(), Vec::new(), 1),
            Action::ShowMore => state.page_count += 1,
            Action::PressKey(..) | Action::FocusCell(_) | Action::LeaveTimeline => {}
        }
        state
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn toggling_a_value_twice_removes_it_and_returns_to_the_first_page_of_results() {
        let start = State { page_count: 3, ..State::for_view(View::Findings) };
        let toggle = || Action::ToggleChoice(Facet::Kind, "observation".into());
        let chosen = start.after(toggle());
        assert!(chosen.is_chosen(Facet::Kind, "observation") && chosen.page_count == 1);
        assert_eq!(chosen.after(toggle()), State::for_view(View::Findings));
    }
}
