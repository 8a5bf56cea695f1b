//! Printed numbers: "20,207", "+24%", "£44k", "15 to 20".

use crate::facts::measures::amount::number_words::{fraction_in_words_at, number_in_words_at};
use crate::facts::measures::word::Word;
use std::ops::Range;

/// How a number is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberForm {
    /// "20,207", and words for numbers above twelve.
    Digits,
    /// A word up to "twelve", so small that it is often no more than an article: "three".
    SmallWord,
    /// "half", "a third".
    Fraction,
    /// "£44k".
    Money,
    /// "24%".
    Percent,
}

/// A number in a sequence of words.
#[derive(Clone, Debug)]
pub struct PrintedNumber {
    /// How it is printed.
    pub form: NumberForm,
    /// The indices of its words.
    pub words: Range<usize>,
    /// Its integer part, without a scale such as "million"; 0 for fractions, and for a range its first number.
    pub integer_part: u64,
    /// Whether it has a decimal point.
    pub is_decimal: bool,
    /// Whether it is printed in digits without a separator, scale or range, as years are; "2,016" is not.
    pub is_plain: bool,
}

/// The number that begins at word `at`.
pub fn at(words: &[Word], at: usize) -> Option<PrintedNumber> {
    let number = printed_number(words, at)
        .or_else(|| fraction_in_words_at(words, at))
        .or_else(|| number_in_words_at(words, at))?;
    Some(number_range(words, &number).unwrap_or(number))
}

/// The range that `first` begins: "15 to 20". "from 15 to 20" is not a range but two numbers.
fn number_range(words: &[Word], first: &PrintedNumber) -> Option<PrintedNumber> {
    let to = first.words.end;
    let is_from = first.words.start.checked_sub(1).is_some_and(|n| words[n].is_one_of("from"));
    let is_joined = words.get(to).is_some_and(|w| w.is_one_of("to – — -")) && words[to - 1].can_continue() && !is_from;
    let is_digits = first.form == NumberForm::Digits && is_joined;
    let last = printed_number(words, to + 1)
        .filter(|last| is_digits && last.form == first.form && last.integer_part > first.integer_part)?;
    Some(PrintedNumber { words: first.words.start..last.words.end, is_plain: false, ..first.clone() })
}

/// The number in digits that begins at word `at`, with its sign, currency and scale.
fn printed_number(words: &[Word], at: usize) -> Option<PrintedNumber> {
    let word = words.get(at).filter(|word| word.text.contains(|c: char| c.is_ascii_digit()))?;
    let (form, digits) = match word.text.strip_prefix('£') {
        Some(rest) => {
            let scale = ["k", "K", "bn", "m", "M"].iter().find_map(|scale| rest.strip_suffix(scale));
            (NumberForm::Money, scale.unwrap_or(rest))
        }
        None => {
            let unsigned = word.text.trim_start_matches(['+', '-', '−', '–']);
            match unsigned.strip_suffix('%') {
                Some(bare) => (NumberForm::Percent, bare),
                None => (NumberForm::Digits, unsigned),
            }
        }
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_number = has_valid_grouping(whole) && is_digits(fraction);
    let is_scaled = words.get(at + 1).is_some_and(|w| w.is_one_of("million billion thousand")) && word.can_continue();
    let end = if is_scaled && form != NumberForm::Percent { at + 2 } else { at + 1 };
    is_number.then(|| PrintedNumber {
        form,
        words: at..end,
        integer_part: whole.replace(',', "").parse().unwrap_or(u64::MAX),
        is_decimal: digits.contains('.'),
        is_plain: !whole.contains(',') && end == at + 1,
    })
}

/// Whether commas, if any, separate groups of three digits: "7", "407", "20,207", but not "20,20".
fn has_valid_grouping(whole: &str) -> bool {
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let is_short = !whole.contains(',') || first.len() <= 3;
    is_digits(first) && is_short && groups.all(|group| is_digits(group) && group.len() == 3)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// The index of the first word of the qualifier before the number at `first` ("more than", "about"); `first` itself if
/// it has none.
pub fn qualifier_start(words: &[Word], first: usize) -> usize {
    let is = |back: usize, any: &str| {
        first.checked_sub(back).is_some_and(|n| words[n].can_continue() && words[n].is_one_of(any))
    };
    let has_two_words = (is(1, "than") && is(2, "more less fewer"))
        || (is(1, "over under") && is(2, "just"))
        || (is(1, "least most") && is(2, "at"))
        || (is(1, "to") && is(2, "up"));
    if has_two_words && is(1, "than") && is(3, "no not") {
        first - 3
    } else if has_two_words {
        first - 2
    } else if is(1, "over under nearly almost about around approximately roughly") {
        first - 1
    } else {
        first
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::measures::word::split_words;

    #[test]
    fn numbers_may_have_separators_signs_scales_and_ranges() {
        for (line, form, end) in [
            ("20,207 incidents", NumberForm::Digits, 1),
            ("+24%", NumberForm::Percent, 1),
            ("-0.05%", NumberForm::Percent, 1),
            ("£44k", NumberForm::Money, 1),
            ("£143 million", NumberForm::Money, 2),
            ("15 to 20 volunteers", NumberForm::Digits, 3),
            ("Nineteen officers", NumberForm::Digits, 1),
            ("three officers", NumberForm::SmallWord, 1),
            ("a third of it", NumberForm::Fraction, 2),
        ] {
            let found = at(&split_words(line), 0).map(|number| (number.form, number.words.end));
            assert_eq!(found, Some((form, end)), "{line}");
        }
        for line in ["20,20 cases", "4Ps", "24/7", "2pm", "10:30", "15-minute", "a quarter", "half a day"] {
            assert!(at(&split_words(line), 0).is_none(), "{line}");
        }
    }
}
