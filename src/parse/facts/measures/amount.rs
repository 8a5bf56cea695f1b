//! Numbers of a sentence that say how much or how many.

mod count;
mod denominator;
mod introduced;
mod named;
mod noun;
pub mod number;
mod ratio;
mod reading;
mod spelled;

pub use denominator::denominator;
pub use named::is_general;
pub use noun::counted;

use crate::facts::measures::line::Line;
use named::past_name;
use number::qualified;
use reading::read;
use std::ops::Range;

/// What sort of number it is; only numbers of one kind can be set beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Percent,
    /// Percentage points: a difference of percentages.
    Points,
    Money,
    /// So many per 1,000 or per head, or on a scale that the sentence names.
    Rate,
    /// "13 times as likely".
    Multiple,
    /// "40 out of 59", "a third".
    Part,
    Count,
    /// The days that something took.
    Time,
}

/// A number that measures, and its unit.
#[derive(Clone, Debug)]
pub struct Amount<'s> {
    pub kind: Kind,
    /// The number with what is said about its exactness, in bytes.
    pub value: Range<usize>,
    pub unit: Option<&'s str>,
    /// The words of number and unit.
    pub words: Range<usize>,
    /// Where the last of them ends, in bytes.
    pub end: usize,
    /// Whether it stands in brackets behind what it measures: "sickness (2.2 percent)".
    pub in_brackets: bool,
}

/// Every amount of a sentence, in order.
pub fn amounts<'s>(line: &Line<'s>) -> Vec<Amount<'s>> {
    let mut found: Vec<Amount> = Vec::new();
    let mut n = 0;
    while n < line.words.len() {
        if let Some(after) = past_name(line, n) {
            n = after;
            continue;
        }
        let is_joined = line.follows(n, 1, "and") && found.last().is_some_and(|last| last.words.end + 1 == n);
        match amount(line, n, is_joined) {
            Some(amount) => {
                n = amount.words.end;
                found.push(amount);
            }
            None => n += 1,
        }
    }
    found
}

/// The amount whose number is word `n`; `is_joined` says whether it is the next of a list of counts.
fn amount<'s>(line: &Line<'s>, n: usize, is_joined: bool) -> Option<Amount<'s>> {
    let number = number::at(&line.words, n)?;
    let reading = read(line, &number, is_joined)?;
    let first = &line.words[qualified(&line.words, n)];
    let bracket = if reading.unit.is_some_and(|unit| unit.ends_with(')')) { ")".len() } else { 0 };
    let near = &line.words[reading.end - 1..line.words.len().min(reading.end + 4)];
    Some(Amount {
        kind: reading.kind,
        value: first.start..line.words[reading.value_end - 1].end(),
        unit: reading.unit,
        words: n..reading.end,
        end: line.words[reading.end - 1].end() + bracket,
        in_brackets: first.opens && near.iter().any(|w| w.tail.contains(')')),
    })
}

/// Value and unit of each amount of a sentence.
#[cfg(test)]
fn found(text: &str) -> Vec<String> {
    let line = Line::of(text);
    amounts(&line).iter().map(|a| format!("{}|{}", &text[a.value.clone()], a.unit.unwrap_or("-"))).collect()
}
