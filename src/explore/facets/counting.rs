//! Filtering by several facets at once, with counts that ignore the facet's own choice.

/// One facet over a list of documents: which values each document has.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// How many different values there are; documents name them by number.
    pub values: usize,
    /// For each document, its values. Most have one, some none.
    pub of: Vec<Vec<usize>>,
}

/// The documents that pass, and how many would pass for each value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// Numbers of the documents that match and pass every facet, in order.
    pub passing: Vec<usize>,
    /// For each facet and value: the documents with that value which match and pass all the other facets.
    pub counts: Vec<Vec<usize>>,
}

/// Filters documents: within a facet any chosen value will do, across facets all must pass.
///
/// A count says what choosing that value would show, so it takes no notice of what is chosen in its own facet.
pub fn select(matching: &[bool], facets: &[Column], chosen: &[Vec<usize>]) -> Selection {
    let mut selection =
        Selection { passing: Vec::new(), counts: facets.iter().map(|facet| vec![0; facet.values]).collect() };
    for document in (0..matching.len()).filter(|d| matching[*d]) {
        let passes =
            |f: &usize| chosen[*f].is_empty() || facets[*f].of[document].iter().any(|v| chosen[*f].contains(v));
        let mut failing = (0..facets.len()).filter(|f| !passes(f));
        let (first, second) = (failing.next(), failing.next());
        if first.is_none() {
            selection.passing.push(document);
        }
        let counted = if second.is_some() { 0..0 } else { first.map_or(0..facets.len(), |f| f..f + 1) };
        for f in counted {
            for value in &facets[f].of[document] {
                selection.counts[f][*value] += 1;
            }
        }
    }
    selection
}
