//! Compares the counting of facets with a simple implementation that checks each document by itself.

use crate::properties;
use explore::facets::counting::{FacetColumn, Selection, select_documents};
use fixedbitset::FixedBitSet;
use proptest::prelude::*;

proptest! {
    #![proptest_config(properties::property_config(400))]

    #[test]
    fn facets_are_counted_as_if_each_document_were_checked_by_itself((matching, facets, chosen) in any_facets()) {
        let columns: Vec<FacetColumn> = facets.iter().map(|facet| column_of(facet, matching.len())).collect();
        let selection = select_documents(&documents_that(&matching, |matches| *matches), &columns, &chosen);
        prop_assert_eq!(selection, select_simply(&matching, &facets, &chosen));
    }
}

/// The values of each document for one facet.
#[derive(Clone, Debug)]
struct Facet {
    value_count: usize,
    document_values: Vec<Vec<usize>>,
}

/// The documents for which something is so.
fn documents_that<T>(documents: &[T], is_so: impl Fn(&T) -> bool) -> FixedBitSet {
    let mut set = FixedBitSet::with_capacity(documents.len());
    documents.iter().enumerate().filter(|(_, document)| is_so(document)).for_each(|(n, _)| set.insert(n));
    set
}

fn column_of(facet: &Facet, documents: usize) -> FacetColumn {
    assert_eq!(facet.document_values.len(), documents);
    (0..facet.value_count)
        .map(|value| documents_that(&facet.document_values, |values| values.contains(&value)))
        .collect()
}

/// Up to 39 documents with up to three facets, and chosen values, some of which do not exist.
fn any_facets() -> impl Strategy<Value = (Vec<bool>, Vec<Facet>, Vec<Vec<usize>>)> {
    (0..40_usize, 0..4_usize).prop_flat_map(|(documents, facets)| {
        let facet = (1..5_usize).prop_flat_map(move |values| {
            let some = prop::collection::btree_set(0..values, 0..3).prop_map(|set| set.into_iter().collect());
            prop::collection::vec(some, documents)
                .prop_map(move |of| Facet { value_count: values, document_values: of })
        });
        let chosen = prop::collection::vec(prop_oneof![0..5_usize, Just(usize::MAX)], 0..3);
        let matching = prop::collection::vec(any::<bool>(), documents);
        (matching, prop::collection::vec(facet, facets), prop::collection::vec(chosen, facets))
    })
}

/// The simple implementation.
fn select_simply(matching: &[bool], facets: &[Facet], chosen: &[Vec<usize>]) -> Selection {
    let passes = |d: usize, f: usize| {
        chosen[f].is_empty() || chosen[f].iter().any(|value| facets[f].document_values[d].contains(value))
    };
    let passes_but = |d: usize, but: Option<usize>| (0..facets.len()).all(|f| Some(f) == but || passes(d, f));
    let all = || (0..matching.len()).filter(|d| matching[*d]);
    let count = |f: usize, value: usize| {
        all().filter(|d| passes_but(*d, Some(f)) && facets[f].document_values[*d].contains(&value)).count()
    };
    Selection {
        passing: documents_that(&(0..matching.len()).collect::<Vec<_>>(), |d| matching[*d] && passes_but(*d, None)),
        counts: (0..facets.len()).map(|f| (0..facets[f].value_count).map(|value| count(f, value)).collect()).collect(),
    }
}
