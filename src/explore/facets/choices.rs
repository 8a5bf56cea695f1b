//! The facets of one list: which values its documents have, which are chosen, and what each choice would leave.

use super::counting::{self, Selection};
use super::table::{Applies, Facet, FindingPlace, Row, TABLE};
use crate::pages::Link;
use crate::pages::home::ForceCard;
use crate::route;
use crate::state::{Action, State};
use corpus::Corpus;

/// The documents of one list with the values that they have, facet by facet.
#[derive(Debug)]
pub struct Facets {
    facets: Vec<Facet>,
    /// For each facet, its values in the order in which they are offered.
    values: Vec<Vec<Value>>,
    columns: Vec<counting::Column>,
}

/// A value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// As it stands in addresses.
    pub id: String,
    /// As it stands on screen.
    pub name: String,
}

/// A choice that can be removed.
#[derive(Clone, Debug, PartialEq)]
pub struct Chip {
    /// The id of the chosen value.
    pub id: String,
    /// "Force: Warwickshire Police".
    pub text: String,
    /// The same page without this choice.
    pub without: State,
}

/// A facet with its values.
#[derive(Clone, Debug, PartialEq)]
pub struct FacetBox {
    /// Which facet.
    pub facet: Facet,
    /// Its name on screen.
    pub name: &'static str,
    /// What the reader should know of it: that a grouping is ours.
    pub note: Option<&'static str>,
    /// Its values; those with no documents stay in their places.
    pub options: Vec<FacetOption>,
}

/// A value to choose, with how many documents it would show.
#[derive(Clone, Debug, PartialEq)]
pub struct FacetOption {
    /// As it stands in addresses.
    pub id: String,
    /// As it stands on screen.
    pub name: String,
    /// How many documents choosing it would show.
    pub count: usize,
    /// Whether it is chosen.
    pub chosen: bool,
}

impl Value {
    /// A value by its id in addresses and its name on screen.
    pub fn new(id: impl Into<String>, name: impl Into<String>) -> Value {
        Value { id: id.into(), name: name.into() }
    }
}

impl Facets {
    /// The facets of findings.
    pub fn of_findings(corpus: &Corpus, findings: &[FindingPlace]) -> Facets {
        Facets::new(corpus, findings, |row| row.of_findings.as_ref())
    }

    /// The facets of forces.
    pub fn of_forces(corpus: &Corpus, forces: &[ForceCard]) -> Facets {
        Facets::new(corpus, forces, |row| row.of_forces.as_ref())
    }

    fn new<D>(corpus: &Corpus, documents: &[D], applies: fn(&'static Row) -> Option<&'static Applies<D>>) -> Facets {
        let mut facets = Facets { facets: Vec::new(), values: Vec::new(), columns: Vec::new() };
        for (row, applies) in TABLE.iter().filter_map(|row| Some((row, applies(row)?))) {
            let values = (applies.values)(corpus);
            let number = |id: String| values.iter().position(|value| value.id == id);
            let numbers = |document: &D| (applies.ids)(corpus, document).into_iter().filter_map(number).collect();
            let of = documents.iter().map(numbers).collect();
            facets.columns.push(counting::Column { values: values.len(), of });
            facets.values.push(values);
            facets.facets.push(row.facet);
        }
        facets
    }

    fn values(&self, facet: Facet) -> &[Value] {
        self.facets.iter().position(|of| *of == facet).map_or(&[], |f| &self.values[f])
    }

    /// Whether a facet has a value.
    pub fn has(&self, facet: Facet, id: &str) -> bool {
        self.values(facet).iter().any(|value| value.id == id)
    }

    /// The documents that match and pass what is chosen, with the counts of every value.
    pub fn select(&self, matching: &[bool], state: &State) -> Selection {
        let chosen: Vec<Vec<usize>> = (0..self.facets.len()).map(|f| self.chosen(f, state)).collect();
        counting::select(matching, &self.columns, &chosen)
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
            name: facet.row().name,
            note: facet.row().note,
            options: self.values[f].iter().zip(&counts[f]).map(|(value, n)| option(*facet, value, *n)).collect(),
        };
        self.facets.iter().enumerate().map(facet_box).collect()
    }

    /// Everything chosen, each with the state that is without it.
    pub fn chips(&self, corpus: &Corpus, state: &State) -> Vec<Chip> {
        let chip = |(facet, id): (Facet, &str)| {
            let name = self.values(facet).iter().find(|value| value.id == id).map(|value| value.name.clone());
            let name = name.or_else(|| (facet.row().known_value)(corpus, id));
            let name = name.unwrap_or_else(|| format!("'{id}', which is unknown"));
            chip_without(state, facet, id, format!("{}: {name}", facet.row().name))
        };
        state.chosen().filter(|(facet, _)| self.facets.contains(facet)).map(chip).collect()
    }
}

/// The chip of a choice under the given words.
pub fn chip_without(state: &State, facet: Facet, id: &str, text: String) -> Chip {
    Chip { id: id.to_string(), text, without: state.after(Action::Toggle(facet, id.to_string())) }
}

/// A link to the page without any words or choices, where there are some.
pub fn clear_all(state: &State) -> Option<Link> {
    let is_narrowed = !state.query.is_empty() || state.chosen().next().is_some();
    is_narrowed.then(|| Link::to(&state.after(Action::ClearAll), "Clear all"))
}

impl Chip {
    /// The address of the page without this choice.
    pub fn href(&self) -> String {
        route::address(&self.without)
    }
}
