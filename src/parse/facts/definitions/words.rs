//! The words of a sentence, each with its place and the signs around it.

use intake::text::{is_in_word_list, is_superscript_digit};
use std::ops::Range;

/// Signs that begin or end a quotation. Some reports print the closing one at both ends.
pub const QUOTES: [char; 6] = ['\'', '"', '‘', '’', '“', '”'];

/// A word of a sentence.
#[derive(Clone, Debug)]
pub struct Word {
    /// Its bytes in the sentence, with the signs around it.
    pub whole: Range<usize>,
    /// Its bytes without the signs around it.
    pub bare: Range<usize>,
    /// It in lower case, without the signs around it, and with straight apostrophes.
    pub lower: String,
}

/// A sentence, divided at spaces.
pub struct Words<'t> {
    /// The sentence.
    pub text: &'t str,
    /// Its words in order.
    list: Vec<Word>,
}

impl<'t> Words<'t> {
    /// Divides a sentence.
    pub fn new(text: &'t str) -> Words<'t> {
        let at = |part: &str| part.as_ptr() as usize - text.as_ptr() as usize;
        let word = |whole: &str| {
            let is_sign = |c: char| !c.is_alphanumeric() || is_superscript_digit(c);
            let bare = whole.trim_matches(is_sign);
            let start = if bare.is_empty() { at(whole) } else { at(bare) };
            // Part of a name: "THRIVE(+)".
            const PLUS: &str = "(+)";
            let end = start + bare.len();
            let end = if text[end..].starts_with(PLUS) { end + PLUS.len() } else { end };
            Word {
                whole: at(whole)..at(whole) + whole.len(),
                bare: start..end,
                lower: bare.to_lowercase().replace('’', "'"),
            }
        };
        Words { text, list: text.split_whitespace().map(word).collect() }
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// A word in lower case; empty outside the sentence.
    pub fn lower(&self, n: usize) -> &str {
        self.list.get(n).map_or("", |word| &word.lower)
    }

    /// A word as printed, without the signs around it; empty outside the sentence.
    pub fn bare(&self, n: usize) -> &'t str {
        self.list.get(n).map_or("", |word| &self.text[word.bare.clone()])
    }

    /// The signs directly before a word.
    pub fn signs_before(&self, n: usize) -> &'t str {
        self.list.get(n).map_or("", |word| &self.text[word.whole.start..word.bare.start])
    }

    /// The signs directly after a word, footnote marks included.
    pub fn signs_after(&self, n: usize) -> &'t str {
        self.list.get(n).map_or("", |word| &self.text[word.bare.end..word.whole.end])
    }

    /// Whether a word is one of a list that is separated by spaces.
    pub fn is_any(&self, n: usize, list: &str) -> bool {
        is_in_word_list(self.lower(n), list)
    }

    /// The place after the words that match a phrase from word `at` on. Each part of the phrase is a word, or several
    /// between bars; one that begins with `?` may be missing.
    pub fn match_phrase(&self, at: usize, phrase: &str) -> Option<usize> {
        phrase.split(' ').try_fold(at, |at, part| {
            let optional = part.strip_prefix('?');
            let is_match = optional.unwrap_or(part).split('|').any(|one| one == self.lower(at));
            if is_match { Some(at + 1) } else { optional.map(|_| at) }
        })
    }

    /// Whether the sentence goes on after a word without a sign that ends a clause.
    pub fn runs_on(&self, n: usize) -> bool {
        !self.signs_after(n).contains([',', ';', ':', '.', '?', '!', ')'])
    }

    /// Whether a word begins with a capital letter.
    pub fn is_capitalised(&self, n: usize) -> bool {
        self.bare(n).starts_with(char::is_uppercase)
    }

    /// The words in a range as printed, without the signs at both ends, but with a bracket that ends with them.
    pub fn slice(&self, words: Range<usize>) -> &'t str {
        let last = words.end.checked_sub(1).and_then(|last| self.list.get(last));
        let (Some(first), Some(last)) = (self.list.get(words.start), last.filter(|_| words.start < words.end)) else {
            return "";
        };
        let (start, end) = (first.bare.start, last.bare.end);
        let closes = self.text[end..].starts_with(')') && self.text[start..end].contains('(');
        &self.text[start..end + usize::from(closes)]
    }

    /// The quoted words that begin at a word, if it opens a quotation of at most ten.
    pub fn quoted_at(&self, n: usize) -> Option<Range<usize>> {
        const LONGEST: usize = 10;
        if !self.signs_before(n).ends_with(QUOTES) {
            return None;
        }
        let closing = (n..self.len().min(n + LONGEST)).find(|at| self.closes_quotation(*at))?;
        Some(n..closing + 1)
    }

    /// Whether a word ends a quotation.
    pub fn closes_quotation(&self, n: usize) -> bool {
        self.signs_after(n).contains(QUOTES)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_ends_at_its_closing_sign_and_not_at_an_apostrophe() {
        let words = Words::new("It runs the ‘Active Citizen’s project’, which (they say) helps.");
        let quoted = words.quoted_at(3).map(|range| words.slice(range));
        assert_eq!(quoted, Some("Active Citizen’s project"));
        assert_eq!(words.quoted_at(2), None);
        assert_eq!(words.match_phrase(6, "which ?now they say"), Some(9));
    }
}
