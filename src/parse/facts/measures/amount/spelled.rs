//! Numbers in words: "three", "twenty-five", "half", "a third".

use crate::facts::measures::amount::number::{Form, Number};
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
pub fn spelled(words: &[Word], at: usize) -> Option<Number> {
    const LARGEST_SMALL: usize = 12;
    let word = words.get(at)?.text;
    let value_in = |list: &[&str], text: &str| list.iter().position(|n| n.eq_ignore_ascii_case(text)).map(|n| n + 1);
    let whole = match word.split_once('-') {
        Some((tens, ones)) => value_in(&TENS, tens)? * 10 + value_in(&ONES, ones).filter(|one| *one < 10)?,
        None => value_in(&ONES, word).or_else(|| Some(value_in(&TENS, word)? * 10))?,
    };
    let is_scaled = words.get(at + 1).is_some_and(|w| w.is("hundred thousand million")) && words[at].goes_on();
    Some(Number {
        form: if whole > LARGEST_SMALL { Form::Digits } else { Form::SmallWord },
        words: at..if is_scaled { at + 2 } else { at + 1 },
        integer_part: whole as u64,
        is_decimal: false,
        is_plain: false,
    })
}

/// The fraction that begins at word `at`, if the whole follows it: "half of", "a third of", "two-thirds of", "less than
/// half its size".
pub fn share(words: &[Word], at: usize) -> Option<Number> {
    const PARTS: &str = "third thirds quarter quarters fifth fifths tenth tenths";
    let word = words.get(at).filter(|word| word.text.starts_with(['h', 'H', 't', 'T', 'o', 'O', 'a', 'A']))?;
    let before = at.checked_sub(1).and_then(|n| words.get(n));
    let end = if word.is("half") {
        let is_other = before.is_some_and(|w| w.is("first second other latter a and"));
        (!is_other).then_some(at + 1)?
    } else if word.is("two-thirds three-quarters one-third one-quarter") {
        at + 1
    } else {
        let is_fraction = word.is("a one two three") && words.get(at + 1).is_some_and(|w| w.is(PARTS));
        is_fraction.then_some(at + 2)?
    };
    let next = words.get(end).filter(|_| words[end - 1].goes_on())?;
    let has_whole = next.is("of") || (word.is("half") && next.is("its their the"));
    has_whole.then_some(Number {
        form: Form::Share,
        words: at..end,
        integer_part: 0,
        is_decimal: false,
        is_plain: false,
    })
}
