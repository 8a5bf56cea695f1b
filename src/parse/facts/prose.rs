//! The text of a report as paragraphs and sentences, each traceable to its place in the source.

use intake::block::{Block, BlockKind, LinePiece, block_passages};
use intake::layout::FootnoteBlock;
use intake::link_markup::{LINK_END, next_link};
use intake::sentence::{Sentence, split_sentences};
use intake::text::{ends_in_decimal, is_superscript_digit};
use model::{FindingKey, Passage};
use std::ops::Range;

/// The text of a report, as the readers of facts need it.
pub struct Prose<'b, 'a> {
    /// The whole source text.
    pub source: &'a str,
    /// Paragraphs, headings, list items and table rows in text order, without footnotes and page furniture.
    pub blocks: &'b [Block<'a>],
    /// The number of blocks before the annex on data, which is about all forces.
    pub body_len: usize,
    /// The footnotes, each with all its lines.
    pub notes: &'b [FootnoteBlock<'a>],
    /// The year of the report's cycle, or the first of two: 2021 for "2021/22".
    pub cycle_year: u16,
    /// The byte ranges of the findings in the source, ascending, with their keys.
    pub findings: &'b [(Range<u32>, FindingKey)],
}

impl<'b, 'a> Prose<'b, 'a> {
    /// Every block as a [`Paragraph`].
    pub fn paragraphs(&self) -> impl Iterator<Item = Paragraph<'b, 'a>> {
        self.blocks.iter().map(|block| Paragraph::new(self.source, block))
    }

    /// The finding that contains the start of the first passage.
    pub fn finding_at(&self, passages: &[Passage]) -> Option<&FindingKey> {
        let [from, _] = passages.first()?.bytes;
        let n = self.findings.partition_point(|(range, _)| range.end <= from);
        self.findings.get(n).filter(|(range, _)| range.contains(&from)).map(|(_, key)| key)
    }
}

/// The text of one block as one line, without link marks and soft hyphens; each byte is traceable to the
/// source.
pub struct Paragraph<'b, 'a> {
    /// The block that was read.
    pub block: &'b Block<'a>,
    /// Its text as one line.
    pub text: String,
    /// The whole source text.
    source: &'a str,
    /// For each byte of `text`, its byte in the source.
    source_offsets: Vec<u32>,
}

impl<'b, 'a> Paragraph<'b, 'a> {
    /// Reads one block of the source.
    pub fn new(source: &'a str, block: &'b Block<'a>) -> Self {
        let mut paragraph = Paragraph { block, text: String::new(), source, source_offsets: Vec::new() };
        for piece in &block.pieces {
            paragraph.append_piece(piece);
        }
        if paragraph.text.contains(LINK_END) {
            paragraph.remove_link_marks();
        }
        paragraph
    }

    /// Removes link marks as [`intake::link_markup::remove_links`] does, together with the source positions of their
    /// bytes.
    fn remove_link_marks(&mut self) {
        let (text, places) = (std::mem::take(&mut self.text), std::mem::take(&mut self.source_offsets));
        let mut keep = |range: Range<usize>| {
            self.text.push_str(&text[range.clone()]);
            self.source_offsets.extend_from_slice(&places[range]);
        };
        let mut from = 0;
        while let Some((open, close)) = next_link(&text[from..]).map(|(open, close)| (from + open, from + close)) {
            keep(from..open);
            let mut start = open + 1;
            for (at, _) in text[open..close].match_indices('\\') {
                keep(start..open + at);
                start = open + at + 1;
            }
            keep(start..close);
            from = close + LINK_END.len();
        }
        keep(from..text.len());
    }

    /// Appends a piece, with a space before it unless it is attached to the text so far.
    fn append_piece(&mut self, piece: &LinePiece<'a>) {
        let mut words = piece.text.split_whitespace().peekable();
        if let Some(first) = words.peek()
            && !self.text.is_empty()
            && !piece.is_glued
            && !intake::text::is_split_word(&self.text, first)
        {
            self.append_words(" ", piece.start);
        }
        if words.peek().is_some() {
            intake::text::drop_soft_hyphen(&mut self.text);
            self.source_offsets.truncate(self.text.len());
        }
        while let Some(word) = words.next() {
            let at = piece.start + (word.as_ptr() as usize - piece.text.as_ptr() as usize);
            self.append_words(word, at);
            if words.peek().is_some() {
                self.append_words(" ", at + word.len());
            }
        }
    }

    /// Appends words that begin at byte `at` of the source.
    fn append_words(&mut self, words: &str, at: usize) {
        self.text.push_str(words);
        self.source_offsets.extend((at..at + words.len()).map(|place| place as u32));
    }

    /// Whether it is the heading of what follows it: marked as one, or short and without a stop.
    pub fn is_heading(&self) -> bool {
        const MAX_WORDS: usize = 12;
        let is_short =
            || self.text.split_whitespace().count() <= MAX_WORDS && !self.text.ends_with(['.', ':', ';', ',', '?']);
        self.block.heading_level.is_some() || (self.block.kind == BlockKind::Plain && is_short())
    }

    /// The passages of the source that a byte range of the text was read from.
    pub fn passages(&self, range: Range<usize>) -> Vec<Passage> {
        let Some(last) = range.end.checked_sub(1) else { return Vec::new() };
        let to = self.source_offsets[last] as usize + 1;
        let from = self.source_offsets[range.start] as usize;
        let pieces = &self.block.pieces;
        // Pieces are in source order, so a binary search works; scanning all of them per sentence would be quadratic.
        let first = pieces.partition_point(|piece| piece.start + piece.text.len() <= from);
        let within = pieces[first..].iter().take_while(|piece| piece.start < to).map(|piece| {
            let (start, end) = (piece.start.max(from), (piece.start + piece.text.len()).min(to));
            piece.slice(start - piece.start..end - piece.start)
        });
        let pieces: Vec<LinePiece> = within.collect();
        let marked_at = pieces.first().map_or(from, |piece| piece.start);
        block_passages(self.source, &[&Block { start: marked_at, ..self.block.with_pieces(pieces) }])
    }

    /// The sentences in order; together they make up the whole text.
    pub fn sentences(&self) -> impl Iterator<Item = Sentence<'_>> {
        split_sentences(&self.text)
    }
}

/// A quotation without the footnote markers attached to its end.
pub fn without_footnote_markers(quote: &str) -> &str {
    let bare = quote.trim_end_matches(|c: char| c.is_ascii_digit() || c == ',' || is_superscript_digit(c));
    let is_marked = bare.len() < quote.len() && bare.ends_with(['.', '?', '!', ')', '’', '”', '"', '\'']);
    if is_marked && !ends_in_decimal(quote, bare) { bare } else { quote.trim_end_matches(is_superscript_digit) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn footnote_markers_at_the_end_of_a_quotation_are_removed_and_numbers_are_kept() {
        assert_eq!(without_footnote_markers("as in 2015.4"), "as in 2015.");
        assert_eq!(without_footnote_markers("(MASH).⁵"), "(MASH).");
        assert_eq!(without_footnote_markers("a rate of 8.1"), "a rate of 8.1");
        assert_eq!(without_footnote_markers("in 2015"), "in 2015");
    }
}
