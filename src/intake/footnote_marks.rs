//! The marks in a text that refer to footnotes: digits attached to words, superscript digits, stars and daggers.

mod digits;

use crate::block::LinePiece;
use std::collections::BTreeMap;

/// The possible footnote marks found since the last footnote.
#[derive(Default)]
pub struct FootnoteMarks<'a> {
    /// Numbers attached to a word.
    numbers: BTreeMap<u32, LinePiece<'a>>,
    /// Numbers separated by a space, which happens only where text extraction loses the layout: the fallback.
    loose_numbers: BTreeMap<u32, LinePiece<'a>>,
    /// The last star.
    star: Option<LinePiece<'a>>,
}

impl<'a> FootnoteMarks<'a> {
    /// Whether a mark with this number was found, attached to a word.
    pub fn has_number(&self, number: u32) -> bool {
        self.numbers.contains_key(&number)
    }

    /// Whether an unused star was found, at most about a page before a footnote at byte offset `note`.
    pub fn has_star(&self, note: usize) -> bool {
        const PAGE: usize = 5000;
        self.star.is_some_and(|star| star.start + PAGE > note)
    }

    /// Removes and returns the mark with this number. Marks with lower numbers are dropped: footnotes come in order.
    pub fn take_number(&mut self, number: u32) -> Option<LinePiece<'a>> {
        let mark = self.numbers.remove(&number).or_else(|| self.loose_numbers.remove(&number));
        self.numbers = self.numbers.split_off(&number);
        self.loose_numbers = self.loose_numbers.split_off(&number);
        mark
    }

    /// Removes and returns the star for a footnote at byte offset `note`.
    pub fn take_star(&mut self, note: usize) -> Option<LinePiece<'a>> {
        self.has_star(note).then(|| self.star.take())?
    }

    /// Adds the marks in a piece of a line.
    pub fn add_marks(&mut self, piece: &LinePiece<'a>) {
        self.add_numbers(piece);
        if let Some(at) = star_mark_at(piece.text) {
            let stars = piece.text[at..].len() - piece.text[at..].trim_start_matches(is_star).len();
            self.star = Some(piece.slice(at..at + stars));
        }
    }

    fn add_numbers(&mut self, piece: &LinePiece<'a>) {
        for (range, is_loose) in digits::number_marks(piece.text) {
            let Ok(number) = plain_digits(&piece.text[range.clone()]).parse() else { continue };
            let marks = if is_loose { &mut self.loose_numbers } else { &mut self.numbers };
            marks.insert(number, piece.slice(range));
        }
    }
}

/// The superscript digits from 0 to 9.
pub const SUPERSCRIPT_DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// Replaces superscript digits with plain ones.
pub fn plain_digits(digits: &str) -> String {
    let digit =
        |c: char| SUPERSCRIPT_DIGITS.iter().position(|small| *small == c).map_or(c, |n| char::from(b'0' + n as u8));
    digits.chars().map(digit).collect()
}

/// Whether a text starts with the star of a footnote: `*Figures are shown ...`, not `*The Title* is ...`.
pub fn starts_with_star(text: &str) -> bool {
    let rest = text.trim_start_matches(is_star);
    rest.len() < text.len() && !rest.is_empty() && !rest.starts_with(' ') && !rest.contains(is_star)
}

/// Whether a character marks footnotes where numbers do not.
pub fn is_star(c: char) -> bool {
    matches!(c, '*' | '†' | '‡')
}

/// The byte offset of a star attached to a word, unless it closes emphasis that another star has opened.
fn star_mark_at(text: &str) -> Option<usize> {
    let mut is_emphasis = false;
    for (at, _) in text.match_indices(is_star) {
        let glued = text[..at].ends_with(|c: char| c.is_alphanumeric() || ".,:;)’'?".contains(c));
        match (glued, is_emphasis) {
            (true, false) => return Some(at),
            (true, true) => is_emphasis = false,
            (false, _) => is_emphasis = !text[..at].ends_with(is_star),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<usize> {
        let mut marks = FootnoteMarks::default();
        marks.add_marks(&LinePiece { line: 1, start: 0, text, is_glued: false });
        marks.star.map(|piece| piece.start)
    }

    #[test]
    fn a_star_on_a_word_is_a_mark_and_one_that_closes_emphasis_is_not() {
        assert_eq!(found("Each of the 88 wards* has"), Some(20));
        assert_eq!(found("Overall judgment**"), Some(16));
        assert_eq!(found("*The Requirement (SPR)*¹³ is"), None);
        assert_eq!(found("* an item"), None);
    }
}
