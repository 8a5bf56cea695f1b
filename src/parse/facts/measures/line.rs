//! A sentence as the readers of its numbers go through it.

use crate::facts::measures::time::Period;
use crate::facts::measures::word::{Word, words};
use std::ops::Range;

/// The words of a sentence with the times that it names.
pub struct Line<'s> {
    pub text: &'s str,
    pub words: Vec<Word<'s>>,
    pub periods: Vec<Period>,
}

impl<'s> Line<'s> {
    /// Divides a sentence.
    pub fn of(text: &'s str) -> Self {
        let words = words(text);
        let periods = Period::all(&words);
        Line { text, words, periods }
    }

    /// Whether word `n` is one of a list.
    pub fn is(&self, n: usize, any: &str) -> bool {
        self.words.get(n).is_some_and(|w| w.is(any))
    }

    /// Whether the `back`th word before word `n` is one of a list and nothing parts it from the next.
    pub fn follows(&self, n: usize, back: usize, any: &str) -> bool {
        n.checked_sub(back).is_some_and(|at| self.is(at, any) && self.words[at].goes_on())
    }

    /// Whether word `n` and the one before it belong to one phrase.
    pub fn reaches(&self, n: usize) -> bool {
        n > 0 && n < self.words.len() && self.words[n - 1].goes_on()
    }

    /// The sentence from one word up to another.
    pub fn between(&self, words: Range<usize>) -> Option<&'s str> {
        let last = words.end.checked_sub(1).filter(|last| *last >= words.start)?;
        let (start, end) = (self.words.get(words.start)?.start, self.words.get(last)?.end());
        let text = self.text.get(start..end)?;
        // A quotation that closes inside keeps the mark that opens it.
        let opens = self.text[..start].chars().next_back().filter(|c| matches!(c, '"' | '“'));
        let is_quoted = opens.is_some() && text.contains(['"', '”']);
        self.text.get(start - opens.filter(|_| is_quoted).map_or(0, char::len_utf8)..end)
    }
}
