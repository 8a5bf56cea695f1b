//! The facets of one list: the values of its documents, those chosen, and how many documents each choice would show.

use super::counting::{FacetColumn, Selection, select_documents};
use super::table::{Facet, FacetApplication, FacetRow, FindingPosition, TABLE};
use crate::pages::Link;
use crate::pages::home::ForceCard;
use crate::route;
use crate::state::{Action, State};
use corpus::Corpus;
use fixedbitset::FixedBitSet;

/// The documents of one list with their values for each facet.
#[derive(Debug)]
pub struct Facets {
    facets: Vec<Facet>,
    /// For each facet, its values in the order of the options.
    values: Vec<Vec<FacetValue>>,
    columns: Vec<FacetColumn>,
}

/// A value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// The value as written in addresses.
    pub id: String,
    /// The name shown.
    pub name: String,
}

/// A chosen value, shown as a chip that removes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Chip {
    /// The id of the chosen value.
    pub id: String,
    /// Its label: "Force: Warwickshire Police", or on the page that compares forces "Warwickshire Police".
    pub label: String,
    /// The state without this choice.
    pub state_without: State,
}

/// A facet with its options, as shown beside a list.
#[derive(Clone, Debug, PartialEq)]
pub struct FacetBox {
    /// Which facet.
    pub facet: Facet,
    /// The name shown.
    pub name: &'static str,
    /// A caveat for the reader: that a grouping is ours, for example.
    pub note: Option<&'static str>,
    /// Its options. Those with a count of 0 are kept, so that the order never changes.
    pub options: Vec<FacetOption>,
}

/// A value that can be chosen, with the number of documents that it would show.
#[derive(Clone, Debug, PartialEq)]
pub struct FacetOption {
    /// The value as written in addresses.
    pub id: String,
    /// The name shown.
    pub name: String,
    /// How many documents would be shown if it were the only choice of its facet.
    pub count: usize,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

impl FacetValue {
    /// A value with its id in addresses and the name shown.
    pub fn new(id: impl Into<String>, name: impl Into<String>) -> FacetValue {
        FacetValue { id: id.into(), name: name.into() }
    }
}

impl Facets {
    /// The facets of a list of findings.
    pub fn for_findings(corpus: &Corpus, findings: &[FindingPosition]) -> Facets {
        Facets::new(corpus, findings, |row| row.for_findings.as_ref())
    }

    /// The facets of a list of forces.
    pub fn for_forces(corpus: &Corpus, forces: &[ForceCard]) -> Facets {
        Facets::new(corpus, forces, |row| row.for_forces.as_ref())
    }

    fn new<D>(
        corpus: &Corpus,
        documents: &[D],
        applies: fn(&'static FacetRow) -> Option<&'static FacetApplication<D>>,
    ) -> Facets {
        let mut facets = Facets { facets: Vec::new(), values: Vec::new(), columns: Vec::new() };
        for (row, applies) in TABLE.iter().filter_map(|row| Some((row, applies(row)?))) {
            let values = (applies.values)(corpus);
            let mut column = vec![FixedBitSet::with_capacity(documents.len()); values.len()];
            for (n, document) in documents.iter().enumerate() {
                for id in (applies.ids)(corpus, document) {
                    let having = values.iter().position(|value| value.id == id).and_then(|at| column.get_mut(at));
                    having.into_iter().for_each(|having| having.insert(n));
                }
            }
            facets.columns.push(column);
            facets.values.push(values);
            facets.facets.push(row.facet);
        }
        facets
    }

    /// The facets of a list of findings with these columns. `None` if they are not those of the corpus.
    pub fn from_columns(corpus: &Corpus, columns: Vec<FacetColumn>) -> Option<Facets> {
        let facets = Facets { columns, ..Facets::for_findings(corpus, &[]) };
        let fit = facets.values.iter().zip(&facets.columns).all(|(values, column)| values.len() == column.len());
        (fit && facets.values.len() == facets.columns.len()).then_some(facets)
    }

    /// For each facet, the documents with each value.
    pub fn columns(&self) -> &[FacetColumn] {
        &self.columns
    }

    /// The values of a facet; none if the facet does not apply to this list.
    fn values_of(&self, facet: Facet) -> &[FacetValue] {
        self.facets.iter().position(|other| *other == facet).map_or(&[], |f| &self.values[f])
    }

    /// Whether a facet has a value with this id.
    pub fn has_value(&self, facet: Facet, id: &str) -> bool {
        self.values_of(facet).iter().any(|value| value.id == id)
    }

    /// Whether a document has a value of a facet.
    pub fn has_document(&self, facet: Facet, id: &str, document: usize) -> bool {
        let column = self.facets.iter().position(|other| *other == facet);
        let value = self.values_of(facet).iter().position(|value| value.id == id);
        column.zip(value).is_some_and(|(f, value)| self.columns[f][value].contains(document))
    }

    /// Selects the documents that match the query and pass the chosen values, and counts those that each option would
    /// show.
    pub fn select(&self, matching: &FixedBitSet, state: &State) -> Selection {
        let chosen: Vec<Vec<usize>> = (0..self.facets.len()).map(|f| self.chosen_indices(f, state)).collect();
        select_documents(matching, &self.columns, &chosen)
    }

    /// The indices of the chosen values of a facet. An unknown value gets an index that no document has, so that it
    /// selects nothing and not everything.
    fn chosen_indices(&self, f: usize, state: &State) -> Vec<usize> {
        let index = |id: &str| self.values[f].iter().position(|value| value.id == id).unwrap_or(usize::MAX);
        state.chosen_values_of(self.facets[f]).map(index).collect()
    }

    /// Every facet with its options, whether chosen or not.
    pub fn facet_boxes(&self, state: &State, counts: &[Vec<usize>]) -> Vec<FacetBox> {
        let option = |facet: Facet, value: &FacetValue, count: usize| FacetOption {
            id: value.id.clone(),
            name: value.name.clone(),
            count,
            is_chosen: state.is_chosen(facet, &value.id),
        };
        let facet_box = |(f, facet): (usize, &Facet)| FacetBox {
            facet: *facet,
            name: facet.row().name,
            note: facet.row().note,
            options: self.values[f].iter().zip(&counts[f]).map(|(value, n)| option(*facet, value, *n)).collect(),
        };
        self.facets.iter().enumerate().map(facet_box).collect()
    }

    /// A chip for each chosen value.
    pub fn chips(&self, corpus: &Corpus, state: &State) -> Vec<Chip> {
        let chip = |(facet, id): (Facet, &str)| {
            let name = self.values_of(facet).iter().find(|value| value.id == id).map(|value| value.name.clone());
            let name = name.or_else(|| (facet.row().unused_value_name)(corpus, id));
            let name = name.unwrap_or_else(|| format!("“{id}” (unknown)"));
            removal_chip(state, facet, id, format!("{}: {name}", facet.row().name))
        };
        state.chosen_values().filter(|(facet, _)| self.facets.contains(facet)).map(chip).collect()
    }
}

/// The chip of a chosen value, with the given label.
pub fn removal_chip(state: &State, facet: Facet, id: &str, text: String) -> Chip {
    Chip { id: id.to_string(), label: text, state_without: state.after(Action::ToggleChoice(facet, id.to_string())) }
}

/// A link to the page without search words or choices; `None` if it has neither.
pub fn clear_all_link(state: &State) -> Option<Link> {
    let is_narrowed = !state.query.is_empty() || state.chosen_values().next().is_some();
    is_narrowed.then(|| Link::to(&state.after(Action::ClearAll), "Clear all"))
}

impl Chip {
    /// The address of the page without this choice.
    pub fn href(&self) -> String {
        route::address(&self.state_without)
    }
}
