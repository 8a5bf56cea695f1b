//! What a sentence takes from earlier sentences: what "This" refers to, and what "18 of them" counts.

use crate::facts::measures::amount::{Amount, AmountKind, counted_noun_at, number};
use crate::facts::measures::periods::refers_back;
use crate::facts::measures::sentence::draft::MeasureDraft;
use crate::facts::measures::sentence_line::SentenceLine;
use intake::sentence::Sentence;
use intake::text::is_in_word_list;

/// The byte of the paragraph at which the context begins that a label starting with "This" or "It" needs: the start of
/// the previous sentence's label, or of that sentence. None if the label of sentence `n` stands on its own.
pub fn find_context_start(
    label: &str,
    last: Option<&MeasureDraft>,
    n: usize,
    previous: Option<&Sentence>,
) -> Option<usize> {
    let is_pronoun =
        label.split(' ').next().is_some_and(|first| is_in_word_list(first, "this these those it its they"));
    let label_start = last.filter(|last| last.sentences.end == n).map(|last| last.label_range.start);
    let start = label_start.or_else(|| previous.map(|sentence| sentence.range.start));
    start.filter(|_| is_pronoun || refers_back(label))
}

/// What a number without a noun counts, from earlier words: "Of the 60 files, 45", "in 18 of them", "and found that 7
/// had".
pub fn unit_from_context(line: &SentenceLine, amount: &Amount, n: usize, drafts: &[MeasureDraft]) -> Option<String> {
    let is_counted = |kind: AmountKind| matches!(kind, AmountKind::Count | AmountKind::Proportion);
    if !is_counted(amount.kind) {
        return None;
    }
    let of_these = line.is_one_of(0, "of") && line.is_one_of(1, "these those");
    if line.is_one_of(0, "of") && !of_these {
        let group_start = if line.is_one_of(1, "the") { 2 } else { 1 };
        let noun_start = number::at(&line.words, group_start).map_or(group_start, |number| number.words.end);
        return line.text_of(counted_noun_at(&line.words, noun_start)?.words).map(str::to_string);
    }
    let end = amount.words.end;
    let of_them = line.is_one_of(end, "of") && line.is_one_of(end + 1, "them these those");
    let is_after_there =
        line.has_before(amount.words.start, 1, "were are") && line.has_before(amount.words.start, 2, "there");
    let has_no_noun = is_after_there || line.is_one_of(end, "had have has were was");
    let last = drafts.iter().rev().find(|draft| draft.measure.unit.is_some() && is_counted(draft.kind))?;
    (of_these || of_them || (has_no_noun && last.sentences.end >= n)).then(|| last.measure.unit.clone())?
}
