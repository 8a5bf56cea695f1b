//! Labels: the words of a sentence that say what a number measures.

use crate::facts::measures::amount::{Amount, AmountKind};
use crate::facts::measures::sentence_line::SentenceLine;
use crate::facts::prose::without_footnote_markers;
use std::ops::Range;

/// The clause of an amount without its lead-in ("We found that") and without the comparison that begins at byte `tail`.
pub fn label_of<'s>(line: &SentenceLine<'s>, clause: Range<usize>, amount: &Amount, tail: Option<usize>) -> &'s str {
    let start = skip_leading_share(line, skip_lead_in(line, clause.start, amount), amount);
    let bracket = amount.is_in_brackets.then(|| line.text[..amount.value.start].trim_end_matches('(').len());
    let end = [Some(clause.end), tail, bracket].into_iter().flatten().filter(|end| *end > start).min();
    trim_label(line.text.get(start..end.unwrap_or(clause.end)).unwrap_or(line.text))
}

/// Words without the punctuation at their end, and without a bracket that does not close.
pub fn trim_label(words: &str) -> &str {
    let bare = without_footnote_markers(words.trim()).trim_end_matches(['.', ',', ';', ':', ' ', '*', '†']);
    let is_open = bare.matches('(').count() > bare.matches(')').count();
    bare.rfind('(').filter(|_| is_open).map_or(bare, |at| bare[..at].trim_end())
}

/// Words without a connective at their start: "However, ".
pub fn skip_connective(words: &str) -> &str {
    const JOINING: [&str; 7] = ["But ", "However, ", "And ", "In addition, ", "Also, ", "Although ", "While "];
    JOINING.iter().find_map(|joining| words.strip_prefix(joining)).unwrap_or(words)
}

/// The byte after "However,", "We found that" and the periods at the start of the clause.
fn skip_lead_in(line: &SentenceLine, mut start: usize, amount: &Amount) -> usize {
    const REPORTING: &str = "found told us estimate estimated show shows showed identified reported said indicate \
                             indicates noted states";
    let before = line.text.get(start..amount.value.start).unwrap_or_default();
    let is_after_verb =
        |at: &usize| before[..*at].rsplit(' ').next().is_some_and(|word| REPORTING.split(' ').any(|w| w == word));
    let that = before.rmatch_indices(" that ").map(|(at, _)| at).find(is_after_verb);
    start += that.map_or(0, |at| at + " that ".len());
    loop {
        let rest = &line.text[start..];
        let after_connective = line.text.len() - skip_connective(rest).len();
        match Some(after_connective).filter(|next| *next > start).or_else(|| skip_leading_period(line, start, amount)) {
            Some(next) => start = next,
            None => return start,
        }
    }
}

/// The byte after "In the 12 months to 30 June 2016," or "Over the same period,".
fn skip_leading_period(line: &SentenceLine, start: usize, amount: &Amount) -> Option<usize> {
    const MAX_BYTES: usize = 45;
    let is_near = |at: &usize| *at - start <= MAX_BYTES;
    let first = line.periods.iter().find(|period| period.bytes.start >= start);
    let dated = first.filter(|period| is_near(&period.bytes.start)).map(|period| period.bytes.end);
    let comma = line.text[start..].find([',', ';']).map(|at| start + at).filter(is_near);
    let same = comma.filter(|comma| line.text[start..*comma].ends_with(" period"));
    let end = dated.filter(|end| line.text[*end..].starts_with([',', ';'])).or(same)?;
    let next = line.text.len() - line.text[end + 1..].trim_start().len();
    (end < amount.value.start).then_some(next)
}

/// The byte after a share that begins the clause and is followed by "of": "29.9 percent of all recorded crime".
fn skip_leading_share(line: &SentenceLine, start: usize, amount: &Amount) -> usize {
    let is_share = matches!(amount.kind, AmountKind::Percent | AmountKind::Proportion) && amount.value.start == start;
    let rest =
        line.text.get(amount.end..).and_then(|rest| rest.strip_prefix(' ')).filter(|rest| rest.starts_with("of "));
    rest.filter(|_| is_share).map_or(start, |rest| line.text.len() - rest.len())
}
