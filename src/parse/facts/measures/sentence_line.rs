//! A sentence divided into words, with the periods it names: the input for reading its numbers.

use crate::facts::measures::periods::Period;
use crate::facts::measures::word::{Word, split_words};
use std::ops::Range;

/// A sentence with its words and the periods it names. Words are addressed by their index.
pub struct SentenceLine<'s> {
    /// The whole sentence.
    pub text: &'s str,
    /// Its words in order.
    pub words: Vec<Word<'s>>,
    /// The periods it names, in order.
    pub periods: Vec<Period>,
}

impl<'s> SentenceLine<'s> {
    /// Divides a sentence into words and finds its periods.
    pub fn new(text: &'s str) -> Self {
        let words = split_words(text);
        let periods = Period::find_periods(&words);
        SentenceLine { text, words, periods }
    }

    /// Whether word `n` is one of the space-separated words in `any`.
    pub fn is_one_of(&self, n: usize, any: &str) -> bool {
        self.words.get(n).is_some_and(|w| w.is_one_of(any))
    }

    /// Whether the word `back` places before word `n` is in `any` and no punctuation separates it from the next word.
    pub fn has_before(&self, n: usize, back: usize, any: &str) -> bool {
        n.checked_sub(back).is_some_and(|at| self.is_one_of(at, any) && self.words[at].can_continue())
    }

    /// Whether no punctuation separates word `n` from the one before it.
    pub fn continues_phrase(&self, n: usize) -> bool {
        n > 0 && n < self.words.len() && self.words[n - 1].can_continue()
    }

    /// The text of a range of words. None if the range is empty or out of bounds.
    pub fn text_of(&self, words: Range<usize>) -> Option<&'s str> {
        let last = words.end.checked_sub(1).filter(|last| *last >= words.start)?;
        let (start, end) = (self.words.get(words.start)?.start, self.words.get(last)?.end());
        let text = self.text.get(start..end)?;
        // If a quotation closes within the range, keep its opening mark.
        let opening = self.text[..start].chars().next_back().filter(|c| matches!(c, '"' | '“'));
        let is_quoted = opening.is_some() && text.contains(['"', '”']);
        self.text.get(start - opening.filter(|_| is_quoted).map_or(0, char::len_utf8)..end)
    }
}
