//! The layout of a report's text: separates the body from footnotes, link addresses and page furniture.

use crate::block::{Block, BlockKind, piece_passage};
use crate::division::DividedText;
use crate::footnote_marks::{FootnoteMarks, starts_with_star};
use crate::text::{BlockTail, append_part, continues_paragraph, is_complete, is_superscript_digit};
use crate::web_lines::is_link_line;
use crate::{division, hyphenation, interruption};
use model::Passage;
use model::line::SourceLine;

/// A footnote, with the places where the body refers to it.
pub struct FootnoteBlock<'a> {
    /// The text of the footnote, with its number or star.
    pub block: Block<'a>,
    /// Where its marks are in the body.
    pub mark_passages: Vec<Passage>,
}

/// A report's text, with the body separated from everything that page layout puts between its words.
#[derive(Default)]
pub struct Layout<'a> {
    /// The body, without footnote marks.
    pub body: Vec<Block<'a>>,
    /// The footnotes.
    pub footnotes: Vec<FootnoteBlock<'a>>,
    /// Addresses that links leave behind, and stray full stops.
    pub furniture: Vec<Block<'a>>,
    /// Page numbers and running lines.
    pub page_lines: Vec<Block<'a>>,
}

impl<'a> Layout<'a> {
    /// Divides a text into blocks, separates the body from the rest, and joins paragraphs that page layout has split.
    pub fn from_text(text: &'a str, lines: &[SourceLine<'a>]) -> Layout<'a> {
        let DividedText { blocks, page_numbers } = division::divide_lines(lines);
        let mut layout = separate_footnotes(text, blocks);
        layout.body = interruption::rejoin_blocks(layout.body, &page_numbers);
        hyphenation::join_hyphenated(&mut layout.body);
        layout.page_lines = page_numbers;
        layout
    }

    /// The body on one line, followed by the footnotes.
    pub fn flat_text(&self) -> String {
        let mut flat = String::new();
        for block in self.body.iter().chain(self.footnotes.iter().map(|note| &note.block)) {
            block.pieces.iter().for_each(|piece| append_part(&mut flat, piece.text, piece.is_glued));
        }
        flat
    }
}

/// Separates the body from footnotes and link addresses, and removes the footnote marks from it.
pub fn separate_footnotes<'a>(source: &str, blocks: Vec<Block<'a>>) -> Layout<'a> {
    let is_star_item = |b: &Block| b.kind == BlockKind::BulletItem && source[b.start..].starts_with('*');
    // Where lists use stars as bullets, only a star without a space after it starts a footnote.
    let lists_have_stars = blocks.iter().filter(|b| is_star_item(b)).count() > 2;
    let mut page = Layout::default();
    let mut notes = FootnoteFinder::default();
    // A footnote ends where the addresses of its links follow it.
    let mut after_link = false;
    let mut blocks = blocks.into_iter().peekable();
    while let Some(block) = blocks.next() {
        let text = block.text();
        let around = page.body.last().zip(blocks.peek());
        // Only a block that starts with a number may be a footnote for this reason.
        notes.is_inside_sentence = text.starts_with(is_note_digit)
            && is_complete(&text)
            && around.is_some_and(|(last, next)| goes_on_in(&last.tail(), next));
        let open = page.footnotes.last().filter(|_| notes.is_after_note && !after_link);
        after_link = has_only_links(&text);
        if after_link || text == "." {
            page.furniture.push(block);
        } else if open.is_some_and(|note| continues_note(note, &block)) {
            page.footnotes.last_mut().into_iter().for_each(|note| note.block.pieces.extend(&block.pieces));
        } else if let Some(marked) = notes.match_footnote(&block, &text, !lists_have_stars && is_star_item(&block)) {
            page.footnotes.push(FootnoteBlock { block, mark_passages: marked });
        } else {
            notes.is_after_note = false;
            block.pieces.iter().for_each(|piece| notes.marks.add_marks(piece));
            page.body.push(block);
        }
    }
    let mut cuts: Vec<Passage> = page.footnotes.iter().flat_map(|note| note.mark_passages.iter().copied()).collect();
    cuts.sort_by_key(|cut| cut.bytes);
    let mut cuts = cuts.as_slice();
    for block in &mut page.body {
        cuts = block.remove_marks(cuts);
    }
    page
}

/// Whether a character may be part of the number of a footnote.
fn is_note_digit(c: char) -> bool {
    c.is_ascii_digit() || is_superscript_digit(c)
}

/// Whether a sentence that ends with `tail` certainly goes on in a block.
fn goes_on_in(tail: &BlockTail, block: &Block) -> bool {
    let first = block.first_piece().text;
    block.kind == BlockKind::Plain && first.starts_with(char::is_lowercase) && continues_paragraph(tail, first)
}

/// Whether a block is the rest of a footnote split by a page break. A footnote that ends with an address is complete.
fn continues_note(note: &FootnoteBlock, block: &Block) -> bool {
    let tail = note.block.tail();
    let is_address =
        tail.words.rsplit(' ').next().is_some_and(|last| last.contains(['/', '@']) || last.contains("www."));
    let is_lowercase = block.first_piece().text.starts_with(char::is_lowercase);
    !is_address
        && is_lowercase
        && block.kind == BlockKind::Plain
        && continues_paragraph(&tail, block.first_piece().text)
}

/// Whether a text consists of addresses only: the links of a PDF leave them behind in blocks of their own.
fn has_only_links(text: &str) -> bool {
    text.split_whitespace().all(is_link_line)
}

/// Recognises footnotes by their numbers. Two of three conditions must hold: the number is the next in order, the body
/// before it has a mark with that number, and the block follows a rule or another footnote.
///
/// The order distinguishes "8 The threat, harm ..." from a table row such as "8 Community Resolution 3.5".
#[derive(Default)]
struct FootnoteFinder<'a> {
    /// The number of the last footnote found.
    last_number: u32,
    /// The marks found in the body that no footnote has used yet.
    marks: FootnoteMarks<'a>,
    /// Whether the block before was a footnote.
    is_after_note: bool,
    /// Whether a sentence before the block goes on after it, so that the block cannot be part of the body.
    is_inside_sentence: bool,
}

impl FootnoteFinder<'_> {
    /// The places of its marks, if the block is a footnote.
    fn match_footnote(&mut self, block: &Block, text: &str, is_star_item: bool) -> Option<Vec<Passage>> {
        if starts_with_star(text) || (is_star_item && self.marks.has_star(block.start)) {
            self.is_after_note = true;
            return Some(self.marks.take_star(block.start).iter().map(piece_passage).collect());
        }
        if block.kind != BlockKind::Plain {
            return None;
        }
        let (digits, rest) = text.split_at(text.len() - text.trim_start_matches(is_note_digit).len());
        let number: u32 = crate::footnote_marks::plain_digits(digits).parse().ok()?;
        let is_small = text.starts_with(is_superscript_digit);
        let is_marked = self.marks.has_number(number);
        let is_sentence = rest.trim_start().starts_with(char::is_uppercase);
        let is_between = self.is_inside_sentence && is_sentence;
        let is_next = number == self.last_number + 1 && (block.is_after_rule || self.is_after_note || is_marked);
        if is_small || (rest.starts_with(' ') && (is_next || is_between || (is_marked && block.is_after_rule))) {
            self.last_number = number;
            self.is_after_note = true;
            return Some(self.marks.take_number(number).iter().map(piece_passage).collect());
        }
        None
    }
}
