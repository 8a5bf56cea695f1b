//! The words of a report as sentences, each with the places that it was read from.

use intake::block::{Block, Piece, passages};
use intake::ligature::{SOFT_HYPHEN, letters_of};
use intake::links::{MARK_END, next_mark};
use intake::page::Note;
use intake::sentence::{Sentence, sentences};
use intake::text::{ends_in_decimal, is_superscript};
use model::{FindingKey, Passage};
use std::ops::Range;

/// What the readers of numbers, abbreviations and references go through.
pub struct Prose<'b, 'a> {
    pub source: &'a str,
    /// Paragraphs, headings, list items and table rows in the order of the text, without footnotes and page furniture.
    pub blocks: &'b [Block<'a>],
    /// How many of the blocks stand before the annex on data, which speaks of all forces.
    pub body: usize,
    /// Footnotes, whole.
    pub notes: &'b [Note<'a>],
    /// The year of the report's cycle, the first of two: 2021 for "2021/22".
    pub year: u16,
    /// Where findings stand, in the order of the text.
    pub findings: &'b [(Range<u32>, FindingKey)],
}

impl<'b, 'a> Prose<'b, 'a> {
    /// Every block with its words as one line.
    pub fn paragraphs(&self) -> impl Iterator<Item = Paragraph<'b, 'a>> {
        self.blocks.iter().map(|block| Paragraph::of(self.source, block))
    }

    /// The finding that a place stands in.
    pub fn finding_at(&self, passages: &[Passage]) -> Option<&FindingKey> {
        let [from, _] = passages.first()?.bytes;
        let n = self.findings.partition_point(|(range, _)| range.end <= from);
        self.findings.get(n).filter(|(range, _)| range.contains(&from)).map(|(_, key)| key)
    }
}

/// The words of one block as one line, link marks removed, each byte with the place it came from.
pub struct Paragraph<'b, 'a> {
    pub block: &'b Block<'a>,
    pub text: String,
    source: &'a str,
    /// For each byte of `text`, its byte in the source.
    places: Vec<u32>,
}

impl<'b, 'a> Paragraph<'b, 'a> {
    /// Reads one block.
    pub fn of(source: &'a str, block: &'b Block<'a>) -> Self {
        let mut paragraph = Paragraph { block, text: String::new(), source, places: Vec::new() };
        for piece in &block.pieces {
            paragraph.add(piece);
        }
        if paragraph.text.contains(MARK_END) {
            paragraph.unlink();
        }
        paragraph
    }

    /// Takes out link marks, as [`intake::links::unlink`] does, with their places.
    fn unlink(&mut self) {
        let (text, places) = (std::mem::take(&mut self.text), std::mem::take(&mut self.places));
        let mut keep = |range: Range<usize>| {
            self.text.push_str(&text[range.clone()]);
            self.places.extend_from_slice(&places[range]);
        };
        let mut from = 0;
        while let Some((open, close)) = next_mark(&text[from..]).map(|(open, close)| (from + open, from + close)) {
            keep(from..open);
            let mut start = open + 1;
            for (at, _) in text[open..close].match_indices('\\') {
                keep(start..open + at);
                start = open + at + 1;
            }
            keep(start..close);
            from = close + MARK_END.len();
        }
        keep(from..text.len());
    }

    fn add(&mut self, piece: &Piece<'a>) {
        let mut words = piece.text.split_whitespace().peekable();
        if let Some(first) = words.peek()
            && !self.text.is_empty()
            && !piece.glued
            && !intake::text::closes_up(&self.text, first)
        {
            self.push(" ", piece.start);
        }
        while let Some(word) = words.next() {
            let at = piece.start + (word.as_ptr() as usize - piece.text.as_ptr() as usize);
            self.push(word, at);
            if words.peek().is_some() {
                self.push(" ", at + word.len());
            }
        }
    }

    fn push(&mut self, words: &str, at: usize) {
        if words.is_ascii() {
            self.text.push_str(words);
            return self.places.extend((at..at + words.len()).map(|place| place as u32));
        }
        for (i, c) in words.char_indices() {
            let from = self.text.len();
            match letters_of(c) {
                _ if c == SOFT_HYPHEN => {}
                Some(letters) => self.text.push_str(letters),
                None => self.text.push(c),
            }
            // The bytes of a letter, or the one place of all letters of a ligature.
            let spelled = letters_of(c).is_some();
            self.places.extend((0..self.text.len() - from).map(|n| (at + i + if spelled { 0 } else { n }) as u32));
        }
    }

    /// Where a stretch of the text stands in the source.
    pub fn passages(&self, range: Range<usize>) -> Vec<Passage> {
        let Some(last) = range.end.checked_sub(1) else { return Vec::new() };
        // All letters of a ligature have its first byte for their place.
        let to = self.source.ceil_char_boundary(self.places[last] as usize + 1);
        let from = self.places[range.start] as usize;
        let pieces = &self.block.pieces;
        // Pieces stand in the order of the source: looking through all of them for each sentence is not linear.
        let first = pieces.partition_point(|piece| piece.start + piece.text.len() <= from);
        let within = pieces[first..].iter().take_while(|piece| piece.start < to).map(|piece| {
            let (start, end) = (piece.start.max(from), (piece.start + piece.text.len()).min(to));
            piece.part(start - piece.start..end - piece.start)
        });
        let pieces: Vec<Piece> = within.collect();
        let marked_at = pieces.first().map_or(from, |piece| piece.start);
        let Block { mark, sign, after_rule, .. } = *self.block;
        passages(self.source, &[&Block { mark, sign, marked_at, after_rule, pieces }])
    }

    /// Its sentences in order; together they are the whole text.
    pub fn sentences(&self) -> impl Iterator<Item = Sentence<'_>> {
        sentences(&self.text)
    }
}

/// A quotation without the footnote marks that hang on its end.
pub fn without_marks(quote: &str) -> &str {
    let bare = quote.trim_end_matches(|c: char| c.is_ascii_digit() || c == ',' || is_superscript(c));
    let is_marked = bare.len() < quote.len() && bare.ends_with(['.', '?', '!', ')', '’', '”', '"', '\'']);
    if is_marked && !ends_in_decimal(quote, bare) { bare } else { quote.trim_end_matches(is_superscript) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_on_the_end_of_a_quotation_go_and_numbers_stay() {
        assert_eq!(without_marks("as in 2015.4"), "as in 2015.");
        assert_eq!(without_marks("(MASH).⁵"), "(MASH).");
        assert_eq!(without_marks("a rate of 8.1"), "a rate of 8.1");
        assert_eq!(without_marks("in 2015"), "in 2015");
    }
}
