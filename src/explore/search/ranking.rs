//! How well the documents of an index match a query: the same as [`Query::match_rank`] says of each of them by itself.

use crate::search::query::{MatchRank, Query};
use crate::search::term::Term;
use crate::search::word_index::WordIndex;
use fixedbitset::FixedBitSet;

/// The documents that match a query, by their rank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankedDocuments {
    /// All that match.
    pub matching: FixedBitSet,
    /// Those with each rank, in the order of [`MatchRank::ALL`].
    of_rank: [FixedBitSet; MatchRank::ALL.len()],
}

impl RankedDocuments {
    /// The documents of an index that match a query. Lists that are missing count as empty.
    pub fn new(query: &Query, index: &WordIndex) -> RankedDocuments {
        let mut in_first = index.all_documents();
        let (mut in_any, mut matching) = (in_first.clone(), in_first.clone());
        for term in query.terms() {
            let mut of_term = index.all_documents();
            for word in &term.words {
                let hits = index.hits(word);
                in_first.intersect_with(&hits.in_first);
                of_term.intersect_with(&hits.in_any);
            }
            in_any.intersect_with(&of_term);
            for other in &term.alternatives {
                of_term.union_with(&index.hits(&other.needle).in_any);
            }
            matching.intersect_with(&of_term);
        }
        let mut only_alternative = matching.clone();
        only_alternative.difference_with(&in_any);
        in_any.difference_with(&in_first);
        RankedDocuments { matching, of_rank: [in_first, in_any, only_alternative] }
    }

    /// Whether a document has some of the terms only in an alternative form.
    pub fn needs_alternative(&self, document: usize) -> bool {
        let [.., only_alternative] = &self.of_rank;
        only_alternative.contains(document)
    }

    /// These documents, the best matches first. Those of the same rank keep their order.
    pub fn in_order(&self, documents: &FixedBitSet) -> Vec<usize> {
        let of_rank = |of_rank: &'_ FixedBitSet| -> Vec<usize> { of_rank.intersection(documents).collect() };
        self.of_rank.iter().flat_map(of_rank).collect()
    }
}

/// The names of the lists that a query needs and that are not in the index.
pub fn missing_lists(query: &Query, index: &WordIndex) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in query.terms().iter().flat_map(Term::needles).flat_map(|needle| index.missing_lists(needle)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
