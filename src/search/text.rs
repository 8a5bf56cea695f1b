//! Folded text that remembers where each of its characters stood.

use crate::fold::fold_char;
use std::ops::Range;

/// A text made ready for matching.
#[derive(Clone, Debug)]
pub struct Folded {
    text: String,
    /// For each byte of `text`, the byte of the original that it comes from; one more for the end.
    origin: Vec<u32>,
}

impl Folded {
    /// Folds a text, character by character.
    pub fn new(original: &str) -> Folded {
        let mut text = String::with_capacity(original.len());
        let mut origin = Vec::with_capacity(original.len() + 1);
        for (at, c) in original.char_indices() {
            if let Some(folded) = fold_char(c) {
                text.push(folded);
                origin.resize(text.len(), at as u32);
            }
        }
        origin.push(original.len() as u32);
        Folded { text, origin }
    }

    /// Where `needle`, folded already, starts a word; as ranges of the original, without overlaps.
    pub fn word_starts<'t>(&'t self, needle: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
        let first = needle.chars().next().map_or(0, char::len_utf8);
        let mut from = 0;
        let places = std::iter::from_fn(move || {
            let at = from + self.text[from..].find(needle).filter(|_| first > 0)?;
            let starts_word = !self.text[..at].ends_with(char::is_alphanumeric);
            // A place inside a word rules out only itself: the needle may begin anew before it ends there.
            from = at + if starts_word { needle.len() } else { first };
            Some((at, starts_word))
        });
        let found = places.filter(|(_, starts_word)| *starts_word);
        found.map(|(at, _)| self.origin[at] as usize..self.origin[at + needle.len()] as usize)
    }

    /// Whether `needle`, folded already, starts a word anywhere.
    pub fn has(&self, needle: &str) -> bool {
        self.word_starts(needle).next().is_some()
    }
}
