//! A measure while its paragraph is being read.

use crate::facts::measures::amount::AmountKind;
use crate::facts::measures::comparison::MeasureComparison;
use model::Measure;
use std::ops::Range;

/// A measure with the facts about it that the next sentences need.
pub struct MeasureDraft {
    /// The measure, still without its passages and finding.
    pub measure: Measure,
    /// What kind of amount it is.
    pub kind: AmountKind,
    /// The indices of the sentences of the paragraph that it was read from.
    pub sentences: Range<usize>,
    /// The bytes of the paragraph that it quotes.
    pub range: Range<usize>,
    /// The bytes of its label in the paragraph.
    pub label_range: Range<usize>,
}

impl MeasureDraft {
    /// Whether the next sentence may still supply a comparator.
    pub fn can_take_comparison(&self) -> bool {
        self.measure.comparator.is_none()
    }

    /// Adds the comparison that sentence `n` makes; `end` is the byte of the paragraph at which that sentence ends.
    pub fn add_comparison(&mut self, comparison: &MeasureComparison, n: usize, end: usize) {
        self.measure.comparator = Some(comparison.comparator.to_string());
        self.measure.comparator_value = comparison.value.map(str::to_string);
        self.sentences.end = n + 1;
        self.range.end = end;
    }
}
