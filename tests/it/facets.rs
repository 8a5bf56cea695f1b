//! Compares the counting of facets with a simple implementation that checks each document by itself.

use crate::properties;
use explore::facets::counting::{FacetColumn, Selection, select_documents};
use proptest::prelude::*;

proptest! {
    #![proptest_config(properties::property_config(400))]

    #[test]
    fn facets_are_counted_as_if_each_document_were_checked_by_itself((matching, facets, chosen) in any_facets()) {
        prop_assert_eq!(select_documents(&matching, &facets, &chosen), select_simply(&matching, &facets, &chosen));
    }
}

/// Up to 39 documents with up to three facets, and chosen values, some of which do not exist.
fn any_facets() -> impl Strategy<Value = (Vec<bool>, Vec<FacetColumn>, Vec<Vec<usize>>)> {
    (0..40_usize, 0..4_usize).prop_flat_map(|(documents, facets)| {
        let facet = (1..5_usize).prop_flat_map(move |values| {
            let some = prop::collection::btree_set(0..values, 0..3).prop_map(|set| set.into_iter().collect());
            prop::collection::vec(some, documents)
                .prop_map(move |of| FacetColumn { value_count: values, document_values: of })
        });
        let chosen = prop::collection::vec(prop_oneof![0..5_usize, Just(usize::MAX)], 0..3);
        let matching = prop::collection::vec(any::<bool>(), documents);
        (matching, prop::collection::vec(facet, facets), prop::collection::vec(chosen, facets))
    })
}

/// The simple implementation.
fn select_simply(matching: &[bool], facets: &[FacetColumn], chosen: &[Vec<usize>]) -> Selection {
    let passes = |d: usize, f: usize| {
        chosen[f].is_empty() || chosen[f].iter().any(|value| facets[f].document_values[d].contains(value))
    };
    let passes_but = |d: usize, but: Option<usize>| (0..facets.len()).all(|f| Some(f) == but || passes(d, f));
    let all = || (0..matching.len()).filter(|d| matching[*d]);
    let count = |f: usize, value: usize| {
        all().filter(|d| passes_but(*d, Some(f)) && facets[f].document_values[*d].contains(&value)).count()
    };
    Selection {
        passing: all().filter(|d| passes_but(*d, None)).collect(),
        counts: (0..facets.len()).map(|f| (0..facets[f].value_count).map(|value| count(f, value)).collect()).collect(),
    }
}
