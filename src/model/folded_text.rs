//! Searching in folded text, with matches given as ranges of the original.

use crate::folding::{fold_char, is_word_char};
use std::ops::Range;

/// A text folded for searching, with the position of each character in the original.
#[derive(Clone, Debug)]
pub struct FoldedText {
    text: String,
    /// For each byte of `text`, the byte offset in the original that it comes from; and one more for the end.
    origin: Vec<u32>,
}

/// Folded words to search for. A match begins at the start of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needle {
    /// The words, folded as by [`fold_words`].
    pub text: String,
    /// What may follow them within the last word.
    pub ending: WordEnding,
}

/// Suffixes that a stem can have: "ing", "ed".
pub type Suffixes = &'static [&'static str];

/// What may follow the letters of a needle within the last word that it matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordEnding {
    /// Anything: the needle may be only the beginning of a word.
    Any,
    /// Nothing, or a plural "s".
    WholeWord,
    /// Nothing, or one of these suffixes: the needle is a stem.
    Inflected(Suffixes),
}

/// Folds words in the same way as texts for searching: hyphens and slashes separate words, and spaces are collapsed.
pub fn fold_words(words: &str) -> String {
    FoldedText::new(words).text.trim().to_string()
}

impl FoldedText {
    /// Folds a text for searching.
    pub fn new(original: &str) -> FoldedText {
        let mut text = String::with_capacity(original.len());
        let mut origin = Vec::with_capacity(original.len() + 1);
        for (at, c) in original.char_indices() {
            for folded in fold_char(c).map(|c| if matches!(c, '-' | '/') { ' ' } else { c }) {
                if folded != ' ' || !text.ends_with(' ') {
                    text.push(folded);
                    origin.resize(text.len(), at as u32);
                }
            }
        }
        origin.push(original.len() as u32);
        FoldedText { text, origin }
    }

    /// The matches of a needle, as byte ranges of the original, without overlaps.
    pub fn find_matches<'t>(&'t self, needle: &'t Needle) -> impl Iterator<Item = Range<usize>> + 't {
        let first = needle.text.chars().next().map_or(0, char::len_utf8);
        let mut from = 0;
        let places = std::iter::from_fn(move || {
            let at = from + self.text[from..].find(&needle.text).filter(|_| first > 0)?;
            let end = self.match_end(at + needle.text.len(), needle.ending);
            let end = end.filter(|_| !self.text[..at].ends_with(is_word_char));
            // A failed match rules out only its own start: another match may begin inside it.
            from = end.unwrap_or(at + first);
            Some(end.map(|end| self.origin[at] as usize..self.origin_of_end(end)))
        });
        places.flatten()
    }

    /// The end of a match of the letters up to `to`; `None` if what follows is not allowed.
    fn match_end(&self, to: usize, ends: WordEnding) -> Option<usize> {
        if ends == WordEnding::Any {
            return Some(to);
        }
        let rest = &self.text[to..];
        let word = rest.find(|c: char| !is_word_char(c)).unwrap_or(rest.len());
        ends.allows(&rest[..word]).then_some(to + word)
    }

    /// The place in the original where a match ends: never inside what folds to several letters, such as a ligature.
    fn origin_of_end(&self, end: usize) -> usize {
        let last = self.origin[end - 1];
        let after = self.origin[end..].iter().find(|origin| **origin > last);
        *after.unwrap_or(&self.origin[self.text.len()]) as usize
    }

    /// Whether a needle matches anywhere.
    pub fn has_match(&self, needle: &Needle) -> bool {
        self.find_matches(needle).next().is_some()
    }

    /// The folded words in order, with repetitions.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.text.split(|c: char| !is_word_char(c)).filter(|word| !word.is_empty())
    }

    /// The folded words in order, each with the signs and spaces up to the next one.
    pub fn words_with_signs(&self) -> impl Iterator<Item = (&str, &str)> {
        words_with_signs(&self.text)
    }
}

/// The words of a folded text in order, each with the signs and spaces up to the next one.
pub fn words_with_signs(folded: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = folded.trim_start_matches(|c: char| !is_word_char(c));
    std::iter::from_fn(move || {
        let end = rest.find(|c: char| !is_word_char(c)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        let next = after.find(is_word_char).unwrap_or(after.len());
        let (signs, others) = after.split_at(next);
        rest = others;
        (!word.is_empty()).then_some((word, signs))
    })
}

impl WordEnding {
    /// Whether a word may go on so after the letters of a needle.
    pub fn allows(self, rest: &str) -> bool {
        match self {
            WordEnding::Any => true,
            WordEnding::WholeWord => matches!(rest, "" | "s"),
            WordEnding::Inflected(endings) => rest.is_empty() || endings.contains(&rest),
        }
    }
}

impl Needle {
    /// A needle that matches words beginning with `text`, which must be folded already.
    pub fn prefix(text: impl Into<String>) -> Needle {
        Needle { text: text.into(), ending: WordEnding::Any }
    }
}
