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

/// Up to twelve a number is spelled as a matter of course; a larger one in words is as good as digits.
pub fn spelled(words: &[Word], at: usize) -> Option<Number> {
    const LARGEST_SMALL: usize = 12;
    let word = words.get(at)?.text;
    let place = |text: &str, list: &[&str]| list.iter().position(|n| n.eq_ignore_ascii_case(text)).map(|n| n + 1);
    let whole = match word.split_once('-') {
        Some((tens, ones)) => place(tens, &TENS)? * 10 + place(ones, &ONES).filter(|one| *one < 10)?,
        None => place(word, &ONES).or_else(|| Some(place(word, &TENS)? * 10))?,
    };
    let scaled = words.get(at + 1).is_some_and(|w| w.is("hundred thousand million")) && words[at].goes_on();
    Some(Number {
        form: if whole > LARGEST_SMALL { Form::Digits } else { Form::Spelled },
        words: at..if scaled { at + 2 } else { at + 1 },
        whole: whole as u64,
        is_decimal: false,
        is_plain: false,
    })
}

/// "half of", "a third of", "two-thirds of", "less than half its size": only where what is parted follows.
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
        let counted = word.is("a one two three") && words.get(at + 1).is_some_and(|w| w.is(PARTS));
        counted.then_some(at + 2)?
    };
    let next = words.get(end).filter(|_| words[end - 1].goes_on())?;
    let is_parted = next.is("of") || (word.is("half") && next.is("its their the"));
    is_parted.then_some(Number { form: Form::Share, words: at..end, whole: 0, is_decimal: false, is_plain: false })
}
