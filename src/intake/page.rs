//! What printing adds between the words of a report: footnotes with their marks, and link addresses.

use crate::block::{Block, Mark, place};
use crate::division::Division;
use crate::marks::{Marks, starts_starred};
use crate::text::{continues, is_superscript, join_to};
use crate::{division, hyphenation, interruption, ligature};
use model::Passage;
use model::line::Line;

/// A footnote, and the places in the words where it is marked.
pub struct Note<'a> {
    pub block: Block<'a>,
    pub marked: Vec<Passage>,
}

/// The words of a report, parted from what printing has put between them.
#[derive(Default)]
pub struct Layout<'a> {
    /// Without the marks of the footnotes.
    pub words: Vec<Block<'a>>,
    pub notes: Vec<Note<'a>>,
    pub furniture: Vec<Block<'a>>,
    /// Page numbers and running lines.
    pub pages: Vec<Block<'a>>,
}

impl<'a> Layout<'a> {
    /// Divides a text, parts its words from what printing has put between them, and joins what it has parted.
    pub fn of(text: &'a str, lines: &[Line<'a>]) -> Layout<'a> {
        let Division { blocks, page_numbers } = division::divide(lines);
        let mut layout = part(text, blocks);
        layout.words = interruption::rejoin(layout.words, &page_numbers);
        hyphenation::close_up(&mut layout.words);
        layout.pages = page_numbers;
        layout
    }

    /// The words as one line, then the footnotes.
    pub fn flat(&self) -> String {
        let mut flat = String::new();
        for block in self.words.iter().chain(self.notes.iter().map(|note| &note.block)) {
            block.pieces.iter().for_each(|piece| join_to(&mut flat, piece.text, piece.glued));
        }
        ligature::plain(flat)
    }
}

/// Parts the words of a report from what printing has put between them.
pub fn part<'a>(source: &str, blocks: Vec<Block<'a>>) -> Layout<'a> {
    let is_star_item = |b: &Block| b.mark == Mark::Bullet && source[b.marked_at..].starts_with('*');
    // Where lists are marked by stars, only a star that hangs on its word starts a note.
    let lists_have_stars = blocks.iter().filter(|b| is_star_item(b)).count() > 2;
    let mut page = Layout::default();
    let mut notes = Notes::default();
    // The addresses that a note's links leave behind it end it.
    let mut after_link = false;
    for block in blocks {
        let text = block.text();
        let open = page.notes.last().filter(|_| notes.just_noted && !after_link);
        after_link = is_link(&text);
        if after_link || text == "." {
            page.furniture.push(block);
        } else if open.is_some_and(|note| goes_on(note, &block)) {
            page.notes.last_mut().into_iter().for_each(|note| note.block.pieces.extend(&block.pieces));
        } else if let Some(marked) = notes.note(&block, &text, !lists_have_stars && is_star_item(&block)) {
            page.notes.push(Note { block, marked });
        } else {
            notes.just_noted = false;
            block.pieces.iter().for_each(|piece| notes.marks.find(piece));
            page.words.push(block);
        }
    }
    let mut cuts: Vec<Passage> = page.notes.iter().flat_map(|note| note.marked.iter().copied()).collect();
    cuts.sort_by_key(|cut| cut.bytes);
    let mut cuts = cuts.as_slice();
    for block in &mut page.words {
        cuts = block.cut(cuts);
    }
    page
}

/// Whether a block is the rest of a footnote that a page break has parted. One that ends with an address is whole.
fn goes_on(note: &Note, block: &Block) -> bool {
    let tail = note.block.tail();
    let is_address =
        tail.words.rsplit(' ').next().is_some_and(|last| last.contains(['/', '@']) || last.contains("www."));
    let starts_small = block.first().text.starts_with(char::is_lowercase);
    !is_address && starts_small && block.mark == Mark::None && continues(&tail, block.first().text)
}

/// The addresses that a PDF's links leave behind stand in blocks of their own.
fn is_link(text: &str) -> bool {
    text.split_whitespace().all(|word| word.starts_with("http://") || word.starts_with("https://"))
}

/// Recognises footnotes by their number: two of these: the next in order, marked in the words before, set under a rule.
///
/// The order is what tells "8 The threat, harm ..." from a table row such as "8 Community Resolution 3.5".
#[derive(Default)]
struct Notes<'a> {
    last: u32,
    marks: Marks<'a>,
    just_noted: bool,
}

impl Notes<'_> {
    /// Where the note is marked, if the block is one.
    fn note(&mut self, block: &Block, text: &str, is_star_item: bool) -> Option<Vec<Passage>> {
        if starts_starred(text) || (is_star_item && self.marks.has_star(block.marked_at)) {
            self.just_noted = true;
            return Some(self.marks.take_star(block.marked_at).iter().map(place).collect());
        }
        if block.mark != Mark::None {
            return None;
        }
        let is_digit = |c: char| c.is_ascii_digit() || is_superscript(c);
        let (digits, rest) = text.split_at(text.len() - text.trim_start_matches(is_digit).len());
        let number: u32 = crate::marks::plain(digits).parse().ok()?;
        let is_small = text.starts_with(is_superscript);
        let is_marked = self.marks.has(number);
        let is_next = number == self.last + 1 && (block.after_rule || self.just_noted || is_marked);
        if is_small || (rest.starts_with(' ') && (is_next || (is_marked && block.after_rule))) {
            self.last = number;
            self.just_noted = true;
            return Some(self.marks.take(number).iter().map(place).collect());
        }
        None
    }
}
