//! Amounts: the numbers in a sentence that say how much or how many.

mod count;
mod denominator;
mod new_count;
mod non_amount;
mod noun;
pub mod number;
mod number_words;
mod ratio;
mod reading;

pub use denominator::denominator_at;
pub use non_amount::is_about_all_forces;
pub use noun::counted_noun_at;

use crate::facts::measures::sentence_line::SentenceLine;
use non_amount::skip_non_amount;
use number::qualifier_start;
use reading::read_amount;
use std::ops::Range;

/// The kind of an amount. Only amounts of the same kind can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountKind {
    /// "29.9 percent", "24%".
    Percent,
    /// A difference of percentages, in percentage points.
    PercentagePoints,
    /// "£44k", "£32 per head of population".
    Money,
    /// A number per 1,000 or per head, or on a scale that the sentence names.
    Rate,
    /// "13 times as likely".
    Multiple,
    /// "40 out of 59", "a third".
    Proportion,
    /// A number of things: "54 overdue home visits".
    Count,
    /// How long something took: "65 days".
    Duration,
}

/// A number that measures something, and its unit.
#[derive(Clone, Debug)]
pub struct Amount<'s> {
    /// What kind of number it is; comparisons need two of the same kind.
    pub kind: AmountKind,
    /// The bytes of the number, including qualifiers such as "more than".
    pub value: Range<usize>,
    /// The unit as printed: "percent", "cases". None if the sentence leaves it out.
    pub unit: Option<&'s str>,
    /// The indices of the words of number and unit, without qualifiers.
    pub words: Range<usize>,
    /// The byte after the last of these words, and after a bracket that belongs to the unit.
    pub end: usize,
    /// Whether it is in brackets after what it measures: "sickness (2.2 percent)".
    pub is_in_brackets: bool,
}

/// Every amount of a sentence, in order.
pub fn find_amounts<'s>(line: &SentenceLine<'s>) -> Vec<Amount<'s>> {
    let mut found: Vec<Amount> = Vec::new();
    let mut n = 0;
    while n < line.words.len() {
        if let Some(after) = skip_non_amount(line, n) {
            n = after;
            continue;
        }
        let is_joined = line.has_before(n, 1, "and") && found.last().is_some_and(|last| last.words.end + 1 == n);
        match amount_at(line, n, is_joined) {
            Some(amount) => {
                n = amount.words.end;
                found.push(amount);
            }
            None => n += 1,
        }
    }
    found
}

/// The amount whose number begins at word `n`. `is_joined` says whether "and" joins it to the amount before it.
fn amount_at<'s>(line: &SentenceLine<'s>, n: usize, is_joined: bool) -> Option<Amount<'s>> {
    let number = number::at(&line.words, n)?;
    let reading = read_amount(line, &number, is_joined)?;
    let first = &line.words[qualifier_start(&line.words, n)];
    let bracket = if reading.unit.is_some_and(|unit| unit.ends_with(')')) { ")".len() } else { 0 };
    let near = &line.words[reading.end - 1..line.words.len().min(reading.end + 4)];
    Some(Amount {
        kind: reading.kind,
        value: first.start..line.words[reading.value_end - 1].end(),
        unit: reading.unit,
        words: n..reading.end,
        end: line.words[reading.end - 1].end() + bracket,
        is_in_brackets: first.has_opening_bracket && near.iter().any(|w| w.tail.contains(')')),
    })
}

/// Each amount of a sentence as "value|unit", with "-" for no unit.
#[cfg(test)]
fn values_and_units(text: &str) -> Vec<String> {
    let line = SentenceLine::new(text);
    find_amounts(&line).iter().map(|a| format!("{}|{}", &text[a.value.clone()], a.unit.unwrap_or("-"))).collect()
}
