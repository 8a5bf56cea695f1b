//! What a sentence leaves to the sentences before it: what "This" is, and what "18 of them" are.

use crate::facts::measures::amount::{Amount, Kind, counted, number};
use crate::facts::measures::line::Line;
use crate::facts::measures::sentence::draft::Draft;
use crate::facts::measures::time::refers_back;
use intake::sentence::Sentence;
use intake::text::listed;

/// Where the words begin that a label which begins with "This" or "It" needs before it.
pub fn context(label: &str, last: Option<&Draft>, n: usize, previous: Option<&Sentence>) -> Option<usize> {
    let is_pronoun = label.split(' ').next().is_some_and(|first| listed(first, "this these those it its they"));
    let measured = last.filter(|last| last.sentences.end == n).map(|last| last.labelled.start);
    let told = measured.or_else(|| previous.map(|sentence| sentence.range.start));
    told.filter(|_| is_pronoun || refers_back(label))
}

/// What a number without a noun counts: "Of the 60 files, 45", "in 18 of them", "and found that 7 had".
pub fn counted_before(line: &Line, amount: &Amount, n: usize, drafts: &[Draft]) -> Option<String> {
    let is_counted = |kind: Kind| matches!(kind, Kind::Count | Kind::Part);
    if !is_counted(amount.kind) {
        return None;
    }
    let of_these = line.is(0, "of") && line.is(1, "these those");
    if line.is(0, "of") && !of_these {
        let from = if line.is(1, "the") { 2 } else { 1 };
        let from = number::at(&line.words, from).map_or(from, |number| number.words.end);
        return line.between(counted(&line.words, from)?.words).map(str::to_string);
    }
    let end = amount.words.end;
    let of_them = line.is(end, "of") && line.is(end + 1, "them these those");
    let is_there = line.follows(amount.words.start, 1, "were are") && line.follows(amount.words.start, 2, "there");
    let is_alone = is_there || line.is(end, "had have has were was");
    let last = drafts.iter().rev().find(|draft| draft.measure.unit.is_some() && is_counted(draft.kind))?;
    (of_these || of_them || (is_alone && last.sentences.end >= n)).then(|| last.measure.unit.clone())?
}
