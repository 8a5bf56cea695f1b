//! Counts of things: "54 overdue home visits", "Nineteen officers", "99 of those occasions".

use crate::facts::measures::amount::AmountKind;
use crate::facts::measures::amount::denominator::denominator_at;
use crate::facts::measures::amount::new_count::is_new_count;
use crate::facts::measures::amount::noun::{CountedNoun, NounKind, counted_noun_at};
use crate::facts::measures::amount::number;
use crate::facts::measures::amount::number::{NumberForm, PrintedNumber, qualifier_start};
use crate::facts::measures::amount::reading::AmountReading;
use crate::facts::measures::sentence_line::SentenceLine;
use std::ops::Range;

/// Reads a number as a count of the noun after it, or as a number on a scale. `is_joined` says whether "and" joins it
/// to the amount before it.
pub fn read_count<'s>(line: &SentenceLine<'s>, number: &PrintedNumber, is_joined: bool) -> Option<AmountReading<'s>> {
    let (first, n) = (number.words.start, number.words.end);
    let noun = counted_noun_at(&line.words, n).filter(|_| line.continues_phrase(n));
    let read = |kind, unit, end| Some(AmountReading { kind, value_end: n, unit, end });
    if noun.is_none() && is_on_scale(line, number) {
        return read(AmountKind::Rate, denominator_before(line, first), n);
    }
    // "Operation Kite 12", "the Act 1983".
    if first > 1 && line.continues_phrase(first) && line.words[first - 1].is_name_like() {
        return None;
    }
    // "who should have no more than 50 cases"
    let is_required = line.words[first.saturating_sub(6)..first].iter().any(|w| w.is_one_of("should must"));
    if is_required {
        return None;
    }
    match noun {
        Some(CountedNoun { kind: NounKind::Abstract | NounKind::Time, .. }) => None,
        Some(noun) if line.is_one_of(noun.words.end, "told said described explained reported felt") => None,
        Some(noun) if number.form == NumberForm::SmallWord => {
            let is_count = number.integer_part > 1 && (is_joined || is_new_count(line, first));
            is_count.then(|| read(AmountKind::Count, line.text_of(noun.words.clone()), noun.words.end)).flatten()
        }
        Some(noun) => match for_every_before(line, first) {
            Some(per) => read(AmountKind::Rate, line.text_of(per), noun.words.end),
            None => read(AmountKind::Count, line.text_of(without_quantifier(line, noun.words.clone())), noun.words.end),
        },
        // "Of the 20 investigations, seven had"
        None if number.form == NumberForm::SmallWord => {
            let is_part = line.is_one_of(0, "of") && line.continues_phrase(n) && line.is_one_of(n, "had were was");
            is_part.then(|| read(AmountKind::Count, None, n)).flatten()
        }
        None => read_selection(line, n)
            .or_else(|| is_count_without_noun(line, number).then(|| read(AmountKind::Count, None, n)).flatten()),
    }
}

/// Reads a number taken from a group: "99 of those occasions", "30 of its team".
fn read_selection<'s>(line: &SentenceLine<'s>, n: usize) -> Option<AmountReading<'s>> {
    let is_part = line.continues_phrase(n)
        && line.is_one_of(n, "of")
        && line.is_one_of(n + 1, "the these those them its our their");
    let has_group_size = number::at(&line.words, n + 2).is_some();
    if has_group_size {
        return None;
    }
    let read = |unit, end| Some(AmountReading { kind: AmountKind::Count, value_end: n, unit, end });
    let noun = counted_noun_at(&line.words, n + 2)
        .filter(|_| is_part && line.continues_phrase(n + 2) && !line.is_one_of(n + 1, "them"));
    match noun {
        Some(noun) if noun.kind == NounKind::Thing => read(line.text_of(noun.words.clone()), noun.words.end),
        None if is_part => read(None, n),
        _ => None,
    }
}

/// Whether a number without a noun is a count: "8 were suitable", "stable at about 600.", "increased from 1,650 to
/// 1,820".
fn is_count_without_noun(line: &SentenceLine, number: &PrintedNumber) -> bool {
    let (first, n) = (number.words.start, number.words.end);
    let is_subject = line.continues_phrase(n) && line.is_one_of(n, "have has had were was are");
    let is_qualified = qualifier_start(&line.words, first) < first && !line.has_before(first, 1, "over under to");
    let is_after_there = line.has_before(first, 1, "were are") && line.has_before(first, 2, "there");
    let is_compared = line.has_before(first, 1, "with to") && line.has_before(first, 2, "compares compared");
    let is_comparator = is_compared && line.is_one_of(n, "across for in");
    let may_end_phrase = is_qualified || is_after_there || line.has_before(first, 1, "average");
    is_subject || is_comparator || (may_end_phrase && !line.continues_phrase(n)) || is_end_of_change(line, number)
}

/// Whether the number is either end of a change "from ... to ..." or "to ... from ...", in a sentence about one.
fn is_end_of_change(line: &SentenceLine, number: &PrintedNumber) -> bool {
    const CHANGES: [&str; 8] = ["increase", "decrease", "reduc", "rose", "rise", "fell", "grew", "grow"];
    let has_change = line.words.iter().any(|w| CHANGES.iter().any(|change| w.text.starts_with(change)));
    let (first, n) = (number.words.start, number.words.end);
    let is_number = |n: usize| number::at(&line.words, n).is_some();
    let is_first = line.has_before(first, 1, "from") && line.is_one_of(n, "to") && is_number(n + 1);
    let is_second = line.has_before(first, 1, "to") && line.has_before(first, 3, "from") && is_number(first - 2);
    has_change && (is_first || is_second)
}

/// Whether the number is on a scale, by its fraction or by the word before it: "a rate of 26.4", "the 5.6 rate",
/// "(1.4".
fn is_on_scale(line: &SentenceLine, number: &PrintedNumber) -> bool {
    let first = number.words.start;
    let is_named = line.has_before(first, 1, "of") && line.has_before(first, 2, "rate average score figure");
    number.is_decimal || (is_named && !line.continues_phrase(number.words.end))
}

/// The last denominator that starts before word `before`.
fn denominator_before<'s>(line: &SentenceLine<'s>, before: usize) -> Option<&'s str> {
    (0..before).rev().find_map(|n| denominator_at(&line.words, n)).and_then(|per| line.text_of(per))
}

/// The words of a denominator such as "for every 100 offences", if one starts before word `before`.
fn for_every_before(line: &SentenceLine, before: usize) -> Option<Range<usize>> {
    (0..before).rev().find_map(|n| denominator_at(&line.words, n).filter(|per| line.is_one_of(per.start + 1, "every")))
}

/// The words of a noun without "more" or "other" before it: the unit of "16 more training dates" is "training dates".
fn without_quantifier(line: &SentenceLine, noun: Range<usize>) -> Range<usize> {
    if line.is_one_of(noun.start, "more further additional other such") { noun.start + 1..noun.end } else { noun }
}

#[cfg(test)]
mod tests {
    use crate::facts::measures::amount::values_and_units;

    #[test]
    fn counts_are_of_things() {
        for (text, amounts) in [
            ("Exshire Police recorded 20,207 incidents.", vec!["20,207|incidents"]),
            ("More than 4,700 people had joined.", vec!["More than 4,700|people"]),
            ("There are 16 more training dates.", vec!["16|training dates"]),
            ("Nineteen officers have been trained.", vec!["Nineteen|officers"]),
            ("Twenty officers have been trained.", vec!["Twenty|officers"]),
            ("They ran Operation Kite 12 arrests long.", vec![]),
            ("It applied for nine orders in the 12 months to 30 June 2017.", vec!["nine|orders"]),
            ("Of the 20 cases, seven had none.", vec!["20|cases", "seven|-"]),
            ("There are also two formal debrief managers.", vec!["two|formal debrief managers"]),
            ("It has six sergeants and three constables.", vec!["six|sergeants", "three|constables"]),
            ("Numbers are stable at about 600.", vec!["about 600|-"]),
            ("It trained 30 of its offender team.", vec!["30|-"]),
            ("On 99 of those occasions it was off.", vec!["99|occasions"]),
            ("Numbers rose from 1,650 to 1,820.", vec!["1,650|-", "1,820|-"]),
            ("It is above the 5.6 rate for others.", vec!["5.6|-"]),
            ("for every 100 offences recorded, there were 52 arrests", vec!["52|for every 100 offences"]),
        ] {
            assert_eq!(values_and_units(text), amounts, "{text}");
        }
    }

    #[test]
    fn names_and_parts_of_an_argument_are_not_counts() {
        for text in [
            "One of the nine cases, two areas of concern, and eight of these nine areas.",
            "The six national threats are met by both teams over the next 12 months.",
            "Two officers told us so. Two systems are in use. It has four main reasons.",
            "5 St Philips Place, Exton EX3 2PW",
        ] {
            assert_eq!(values_and_units(text), [""; 0], "{text}");
        }
    }
}
