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

/// Folded words to look for, from the start of a word on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needle {
    pub text: String,
    pub ends: Ends,
}

/// Endings that one stem can have: "ing", "ed".
pub type Endings = &'static [&'static str];

/// What may stand behind the letters of a needle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// Anything: the word is only begun.
    Anywhere,
    /// The end of the word, or its plural.
    Word,
    /// The ending of another form of the word: the needle is a stem.
    Form(Endings),
}

/// Folds words as texts are folded for searching: hyphens and slashes part words, and no space stands twice.
pub fn fold_words(words: &str) -> String {
    Folded::new(words).text.trim().to_string()
}

impl Folded {
    /// Folds a text, character by character.
    pub fn new(original: &str) -> Folded {
        let mut text = String::with_capacity(original.len());
        let mut origin = Vec::with_capacity(original.len() + 1);
        for (at, c) in original.char_indices() {
            let folded = fold_char(c).map(|c| if matches!(c, '-' | '/') { ' ' } else { c });
            if let Some(folded) = folded.filter(|c| *c != ' ' || !text.ends_with(' ')) {
                text.push(folded);
                origin.resize(text.len(), at as u32);
            }
        }
        origin.push(original.len() as u32);
        Folded { text, origin }
    }

    /// Where a needle stands, as ranges of the original, without overlaps.
    pub fn places<'t>(&'t self, needle: &'t Needle) -> impl Iterator<Item = Range<usize>> + 't {
        let first = needle.text.chars().next().map_or(0, char::len_utf8);
        let mut from = 0;
        let places = std::iter::from_fn(move || {
            let at = from + self.text[from..].find(&needle.text).filter(|_| first > 0)?;
            let end = self.ends(at + needle.text.len(), needle.ends);
            let end = end.filter(|_| !self.text[..at].ends_with(char::is_alphanumeric));
            // A place that is none rules out only itself: the needle may begin anew before it ends there.
            from = end.unwrap_or(at + first);
            Some(end.map(|end| self.origin[at] as usize..self.origin[end] as usize))
        });
        places.flatten()
    }

    /// Where a needle that has matched up to `to` ends, if what follows may follow.
    fn ends(&self, to: usize, ends: Ends) -> Option<usize> {
        let rest = &self.text[to..];
        let word = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let fits = match ends {
            Ends::Anywhere => return Some(to),
            Ends::Word => matches!(&rest[..word], "" | "s"),
            Ends::Form(endings) => word == 0 || endings.contains(&&rest[..word]),
        };
        fits.then_some(to + word)
    }

    /// Whether a needle stands anywhere.
    pub fn has(&self, needle: &Needle) -> bool {
        self.places(needle).next().is_some()
    }

    /// Its words, each as often as it stands there.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
    }
}

impl Needle {
    /// Words that are begun.
    pub fn begun(text: impl Into<String>) -> Needle {
        Needle { text: text.into(), ends: Ends::Anywhere }
    }
}
