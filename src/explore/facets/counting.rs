//! Filtering by several facets at once. The counts of a facet ignore the choices within that facet.

/// The values of the documents of a list for one facet.
#[derive(Clone, Debug, Default)]
pub struct FacetColumn {
    /// The number of different values. A value is given by its index.
    pub value_count: usize,
    /// The values of each document, by index. Most have one, some none.
    pub document_values: Vec<Vec<usize>>,
}

/// The documents that pass, and the number of documents that each value would show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The indices of the documents that match and pass every facet, in ascending order.
    pub passing: Vec<usize>,
    /// For each facet and value, the number of documents that have the value, match, and pass all other facets.
    pub counts: Vec<Vec<usize>>,
}

/// Filters documents. A document passes a facet if it has any of the values chosen there, and must pass every facet.
///
/// A count says how many documents choosing that value would show, so it ignores the other choices in its own facet.
pub fn select_documents(matching: &[bool], facets: &[FacetColumn], chosen: &[Vec<usize>]) -> Selection {
    let mut selection =
        Selection { passing: Vec::new(), counts: facets.iter().map(|facet| vec![0; facet.value_count]).collect() };
    for document in (0..matching.len()).filter(|d| matching[*d]) {
        let passes = |f: &usize| {
            chosen[*f].is_empty() || facets[*f].document_values[document].iter().any(|v| chosen[*f].contains(v))
        };
        let mut failing = (0..facets.len()).filter(|f| !passes(f));
        let (first, second) = (failing.next(), failing.next());
        if first.is_none() {
            selection.passing.push(document);
        }
        // A document counts in every facet if it passes all, and in the one that it fails if it fails only one.
        let counted_facets = if second.is_some() { 0..0 } else { first.map_or(0..facets.len(), |f| f..f + 1) };
        for f in counted_facets {
            for value in &facets[f].document_values[document] {
                selection.counts[f][*value] += 1;
            }
        }
    }
    selection
}
