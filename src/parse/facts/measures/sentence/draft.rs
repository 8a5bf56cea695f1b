//! A measure while its paragraph is read.

use crate::facts::measures::amount::Kind;
use crate::facts::measures::comparison::Comparison;
use model::Measure;
use std::ops::Range;

/// A measure with what the next sentences need to know of it.
pub struct Draft {
    pub measure: Measure,
    pub kind: Kind,
    /// The sentences of the paragraph that it was read from.
    pub sentences: Range<usize>,
    /// Where they stand in the paragraph.
    pub range: Range<usize>,
    /// Where its label stands in the paragraph.
    pub labelled: Range<usize>,
}

impl Draft {
    /// Whether the next sentence may give what its number is set beside.
    pub fn is_open(&self) -> bool {
        self.measure.comparator.is_none()
    }

    /// Adds what sentence `n`, which ends at `end`, sets its number beside.
    pub fn complete(&mut self, comparison: &Comparison, n: usize, end: usize) {
        self.measure.comparator = Some(comparison.name.to_string());
        self.measure.comparator_value = comparison.value.map(str::to_string);
        self.sentences.end = n + 1;
        self.range.end = end;
    }
}
