//! Numbers in words: "three", "twenty-five", "half", "a third".

use crate::facts::measures::amount::number::{NumberForm, PrintedNumber};
use crate::facts::measures::word::Word;

const ONES: [&str; 19] = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 9] = ["ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// The number in words that begins at word `at`. Numbers up to twelve are spelled out routinely; a larger one in words
/// is treated as if it were in digits.
pub fn number_in_words_at(words: &[Word], at: usize) -> Option<PrintedNumber> {
    const LARGEST_SMALL: usize = 12;
    let word = words.get(at)?.text;
    let value_in = |list: &[&str], text: &str| list.iter().position(|n| n.eq_ignore_ascii_case(text)).map(|n| n + 1);
    let whole = match word.split_once('-') {
        Some((tens, ones)) => value_in(&TENS, tens)? * 10 + value_in(&ONES, ones).filter(|one| *one < 10)?,
        None => value_in(&ONES, word).or_else(|| Some(value_in(&TENS, word)? * 10))?,
    };
    let is_scaled =
        words.get(at + 1).is_some_and(|w| w.is_one_of("hundred thousand million")) && words[at].can_continue();
    Some(PrintedNumber {
        form: if whole > LARGEST_SMALL { NumberForm::Digits } else { NumberForm::SmallWord },
        words: at..if is_scaled { at + 2 } else { at + 1 },
        integer_part: whole as u64,
        is_decimal: false,
        is_plain: false,
    })
}

/// The fraction that begins at word `at`, if the whole follows it: "half of", "a third of", "two-thirds of", "less than
/// half its size".
pub fn fraction_in_words_at(words: &[Word], at: usize) -> Option<PrintedNumber> {
    const PARTS: &str = "third thirds quarter quarters fifth fifths tenth tenths";
    let word = words.get(at).filter(|word| word.text.starts_with(['h', 'H', 't', 'T', 'o', 'O', 'a', 'A']))?;
    let before = at.checked_sub(1).and_then(|n| words.get(n));
    let end = if word.is_one_of("half") {
        let is_other = before.is_some_and(|w| w.is_one_of("first second other latter a and"));
        (!is_other).then_some(at + 1)?
    } else if word.is_one_of("two-thirds three-quarters one-third one-quarter") {
        at + 1
    } else {
        let is_fraction = word.is_one_of("a one two three") && words.get(at + 1).is_some_and(|w| w.is_one_of(PARTS));
        is_fraction.then_some(at + 2)?
    };
    let next = words.get(end).filter(|_| words[end - 1].can_continue())?;
    let has_whole = next.is_one_of("of") || (word.is_one_of("half") && next.is_one_of("its their the"));
    has_whole.then_some(PrintedNumber {
        form: NumberForm::Fraction,
        words: at..end,
        integer_part: 0,
        is_decimal: false,
        is_plain: false,
    })
}
