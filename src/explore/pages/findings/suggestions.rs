//! What is said where nothing was found: what was searched, and which searches with less find something.

use super::passing_entries;
use crate::facets::Facet;
use crate::pages::catalogue::Catalogue;
use crate::pages::{Link, phrasing};
use crate::search::query::Query;
use crate::state::{State, View};
use corpus::Corpus;
use model::folding::{fold_phrase, join_words};
use model::{Cycle, Force};

/// What was searched, in a sentence.
pub fn hint(corpus: &Corpus, catalogue: &Catalogue, query: &Query, state: &State) -> String {
    let words = match (query.is_empty(), state.chosen_values().next().is_none()) {
        (false, true) => "No finding contains all these words or other forms of them.",
        (false, false) => "No finding contains all these words and matches all these filters.",
        _ => "No finding matches all these filters.",
    };
    let forces = corpus.forces.iter().filter(|force| corpus.reports_on(&force.id).next().is_some()).count();
    format!(
        "{words} Searched: {} from {} on {}.",
        phrasing::count_with_noun(catalogue.positions.len(), "finding", "findings"),
        phrasing::count_with_noun(corpus.reports.len(), "report", "reports"),
        phrasing::count_with_noun(forces, "force", "forces"),
    )
}

/// Links to searches without one of the words or choices, each with the number of findings that it would show.
pub fn suggested_searches(corpus: &Corpus, catalogue: &Catalogue, state: &State, query: &Query) -> Vec<Link> {
    const MAX_LINKS: usize = 6;
    let found = searches_with_less(corpus, catalogue, state, query).into_iter().filter_map(|(less, name)| {
        let found = passing_entries(catalogue, &less).len();
        (found > 0).then(|| {
            let count = phrasing::count_with_noun(found, "finding", "findings");
            let change = if less.choices.len() > state.choices.len() { "only from" } else { "if you remove" };
            Link::to(&less, format!("{count} {change} {name}"))
        })
    });
    pages_of_named_forces(corpus, state).chain(found).take(MAX_LINKS).collect()
}

/// The pages of the forces that are named among the words and on which no report is held: no search finds them.
fn pages_of_named_forces(corpus: &Corpus, state: &State) -> impl Iterator<Item = Link> {
    let not_held = forces_named_in(corpus, state).filter(|force| corpus.reports_on(&force.id).next().is_none());
    not_held.map(|force| {
        let text = format!("{}: no report on it is held; its known grades", force.name);
        Link::to(&State::for_view(View::Force(force.id.clone())), text)
    })
}

/// The forces whose short name is among the words.
fn forces_named_in<'c>(corpus: &'c Corpus, state: &State) -> impl Iterator<Item = &'c Force> {
    let words = format!(" {} ", fold_phrase(&state.query));
    corpus.forces.iter().filter(move |force| words.contains(&format!(" {} ", fold_phrase(force.short_name()))))
}

/// Searches for the other words in the findings on a force that is named among them.
fn searches_on_named_forces(corpus: &Corpus, state: &State) -> impl Iterator<Item = (State, String)> {
    forces_named_in(corpus, state).map(|force| {
        let name = fold_phrase(force.short_name());
        let rest = format!(" {} ", fold_phrase(&state.query)).replacen(&format!(" {name} "), " ", 1);
        let mut narrowed = State { query: rest.trim().to_string(), ..state.clone() };
        narrowed.choose(Facet::Force, force.id.to_string());
        (narrowed, force.name.clone())
    })
}

/// Searches without one of the words or choices, or with a cycle or force that is named among the words, each with what it leaves out
/// or adds.
pub fn searches_with_less(
    corpus: &Corpus,
    catalogue: &Catalogue,
    state: &State,
    query: &Query,
) -> Vec<(State, String)> {
    let words = query
        .typed_terms()
        .enumerate()
        .map(|(n, word)| (State { query: query.text_without_term(n), ..state.clone() }, word));
    let chips = catalogue.facets.chips(corpus, state).into_iter().map(|chip| (chip.state_without, chip.label));
    // The whole list is not a useful suggestion.
    let is_narrowed = |less: &State| !less.query.is_empty() || less.chosen_values().next().is_some();
    words
        .chain(chips)
        .chain(cycles_named_in(corpus, state))
        .chain(searches_on_named_forces(corpus, state))
        .filter(|(less, _)| is_narrowed(less))
        .collect()
}

/// Searches for the same words in a cycle that is named among them: "2017", "2021/22".
fn cycles_named_in(corpus: &Corpus, state: &State) -> Vec<(State, String)> {
    let named = |cycle: &Cycle| {
        let rest: Vec<&str> = state.query.split_whitespace().filter(|word| *word != cycle.id).collect();
        let is_named = rest.len() < state.query.split_whitespace().count();
        is_named.then(|| {
            let mut narrowed = State { query: join_words(&rest, " "), ..state.clone() };
            narrowed.choose(Facet::Cycle, cycle.id.clone());
            (narrowed, cycle.id.clone())
        })
    };
    corpus.cycles.iter().filter_map(named).collect()
}
