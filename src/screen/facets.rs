//! Narrowing down a list by facets: what can be chosen, what is chosen, and what each choice would leave.

use super::Link;
use crate::corpus::Corpus;
use crate::model::ForceId;
use crate::route;
use crate::search::facet::{self, Selection};
use crate::state::{Action, Facet, State};

/// Documents with the values that they have, facet by facet.
#[derive(Debug)]
pub struct Facets {
    facets: &'static [Facet],
    /// For each facet the values in the order in which they are offered.
    values: Vec<Vec<Value>>,
    of: Vec<facet::Facet>,
}

/// A value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// As it stands in addresses.
    pub id: String,
    pub name: String,
}

/// A choice that can be given up.
#[derive(Clone, Debug, PartialEq)]
pub struct Chip {
    pub id: String,
    /// "Force: Warwickshire Police".
    pub text: String,
    pub href: String,
}

/// A facet with its values.
#[derive(Clone, Debug, PartialEq)]
pub struct FacetBox {
    pub facet: Facet,
    pub name: &'static str,
    /// What the reader should know of it: that a grouping is ours.
    pub note: Option<&'static str>,
    pub options: Vec<FacetOption>,
}

/// A value to choose, with how many documents it would show.
#[derive(Clone, Debug, PartialEq)]
pub struct FacetOption {
    pub id: String,
    pub name: String,
    pub count: usize,
    pub chosen: bool,
}

impl Facets {
    /// Notes for each document which values it has. `ids` names them as `values` does.
    pub fn new<D>(
        facets: &'static [Facet],
        values: Vec<Vec<Value>>,
        documents: &[D],
        ids: impl Fn(&D, Facet) -> Vec<String>,
    ) -> Facets {
        let column = |(facet, values): (&Facet, &Vec<Value>)| {
            let number = |id: String| values.iter().position(|value| value.id == id);
            let numbers = |document: &D| ids(document, *facet).into_iter().filter_map(number).collect();
            facet::Facet { values: values.len(), of: documents.iter().map(numbers).collect() }
        };
        let of = facets.iter().zip(&values).map(column).collect();
        Facets { facets, values, of }
    }

    /// Whether a facet has a value.
    pub fn has(&self, facet: Facet, id: &str) -> bool {
        let values = self.facets.iter().position(|of| *of == facet).map_or(&[][..], |f| &self.values[f]);
        values.iter().any(|value| value.id == id)
    }

    /// The documents that match and pass what is chosen, with the counts of every value.
    pub fn select(&self, matching: &[bool], state: &State) -> Selection {
        let chosen: Vec<Vec<usize>> = (0..self.facets.len()).map(|f| self.chosen(f, state)).collect();
        facet::select(matching, &self.of, &chosen)
    }

    /// The numbers of the chosen values. A value that does not exist passes nothing, rather than everything.
    fn chosen(&self, f: usize, state: &State) -> Vec<usize> {
        let number = |id: &str| self.values[f].iter().position(|value| value.id == id).unwrap_or(usize::MAX);
        state.chosen_of(self.facets[f]).map(number).collect()
    }

    /// Every facet with its values, chosen or not.
    pub fn boxes(&self, state: &State, counts: &[Vec<usize>]) -> Vec<FacetBox> {
        let option = |facet: Facet, value: &Value, count: usize| FacetOption {
            id: value.id.clone(),
            name: value.name.clone(),
            count,
            chosen: state.has(facet, &value.id),
        };
        let facet_box = |(f, facet): (usize, &Facet)| FacetBox {
            facet: *facet,
            name: name(*facet),
            note: note(*facet),
            options: self.values[f].iter().zip(&counts[f]).map(|(value, n)| option(*facet, value, *n)).collect(),
        };
        self.facets.iter().enumerate().map(facet_box).collect()
    }

    /// Everything chosen, each to be given up.
    pub fn chips(&self, corpus: &Corpus, state: &State) -> Vec<Chip> {
        let chip = |(facet, id): (Facet, &str)| {
            let values = self.facets.iter().position(|f| *f == facet).map_or(&[][..], |f| &self.values[f]);
            let value = values.iter().find(|v| v.id == id);
            let value = value.map(|v| v.name.clone()).or_else(|| not_offered(corpus, facet, id));
            let value = value.unwrap_or_else(|| format!("'{id}', which is unknown"));
            let without = state.after(Action::Toggle(facet, id.to_string()));
            Chip { id: id.to_string(), text: format!("{}: {value}", name(facet)), href: route::address(&without) }
        };
        state.chosen().filter(|(facet, _)| self.facets.contains(facet)).map(chip).collect()
    }
}

/// The name of a value that is known but has nothing to show.
fn not_offered(corpus: &Corpus, facet: Facet, id: &str) -> Option<String> {
    match facet {
        Facet::Force => corpus.force(&ForceId::new(id)).map(|force| format!("{} (no report held)", force.name)),
        Facet::Cycle => corpus.cycle(id).map(|cycle| format!("{} (no report held)", cycle.id)),
        _ => None,
    }
}

/// Everything given up, where anything was asked for.
pub fn clear(state: &State) -> Option<Link> {
    let is_narrowed = !state.query.is_empty() || state.chosen().next().is_some();
    is_narrowed.then(|| Link::to(&state.after(Action::ClearAll), "Clear all"))
}

fn name(facet: Facet) -> &'static str {
    match facet {
        Facet::Region => "Region",
        Facet::Force => "Force",
        Facet::Cycle => "Cycle",
        Facet::Kind => "Kind",
        Facet::Subject => "Subject",
        Facet::Theme => "Theme",
        Facet::Grade => "Grade",
    }
}

fn note(facet: Facet) -> Option<&'static str> {
    match facet {
        Facet::Subject => Some("Our own grouping of the inspectorate's questions and areas"),
        Facet::Theme => Some("Our own labels, by the words that a finding uses"),
        Facet::Grade => Some("Grades of 2021/22 and later are not comparable with earlier ones"),
        _ => None,
    }
}
