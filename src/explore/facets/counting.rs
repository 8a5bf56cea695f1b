//! Filtering by several facets at once. The counts of a facet ignore the choices within that facet.

use fixedbitset::FixedBitSet;

/// For each value of a facet, the documents that have it. Most documents have one value, some none.
pub type FacetColumn = Vec<FixedBitSet>;

/// The documents that pass, and the number of documents that each value would show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The documents that match and pass every facet.
    pub passing: FixedBitSet,
    /// For each facet and value, the number of documents that have the value, match, and pass all other facets.
    pub counts: Vec<Vec<usize>>,
}

/// Filters documents. A document passes a facet if it has any of the values chosen there, and must pass every facet. A
/// chosen value that the facet does not have is one that no document has.
///
/// A count says how many documents choosing that value would show, so it ignores the other choices in its own facet.
pub fn select_documents(matching: &FixedBitSet, facets: &[FacetColumn], chosen: &[Vec<usize>]) -> Selection {
    let passing_facet = |f: usize| {
        let mut passing = FixedBitSet::with_capacity(matching.len());
        chosen[f].iter().filter_map(|value| facets[f].get(*value)).for_each(|having| passing.union_with(having));
        passing
    };
    let limits: Vec<Option<FixedBitSet>> =
        (0..facets.len()).map(|f| (!chosen[f].is_empty()).then(|| passing_facet(f))).collect();
    let passing_all_but = |left_out: Option<usize>| {
        let mut passing = matching.clone();
        let others = limits.iter().enumerate().filter(|(f, _)| Some(*f) != left_out);
        others.filter_map(|(_, limit)| limit.as_ref()).for_each(|limit| passing.intersect_with(limit));
        passing
    };
    let passing = passing_all_but(None);
    let counts = facets.iter().zip(&limits).enumerate().map(|(f, (values, limit))| {
        let others = if limit.is_some() { passing_all_but(Some(f)) } else { passing.clone() };
        values.iter().map(|having| others.intersection_count(having)).collect()
    });
    Selection { counts: counts.collect(), passing }
}
