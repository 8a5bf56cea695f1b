//! What printing adds between the words of a report: footnotes with their marks, and link addresses.

use super::block::{Block, Mark, place};
use super::marks::{Marks, starts_starred};
use super::text::is_superscript;
use crate::model::Passage;

/// A footnote, and the places in the words where it is marked.
pub struct Note<'a> {
    pub block: Block<'a>,
    pub marked: Vec<Passage>,
}

/// The words of a report, parted from what printing has put between them.
#[derive(Default)]
pub struct Page<'a> {
    /// Without the marks of the footnotes.
    pub words: Vec<Block<'a>>,
    pub notes: Vec<Note<'a>>,
    pub furniture: Vec<Block<'a>>,
}

/// Parts the words of a report from what printing has put between them.
pub fn part<'a>(source: &str, blocks: Vec<Block<'a>>) -> Page<'a> {
    let is_star_item = |b: &Block| b.mark == Mark::Bullet && source[b.marked_at..].starts_with('*');
    // Where lists are marked by stars, only a star that hangs on its word starts a note.
    let lists_have_stars = blocks.iter().filter(|b| is_star_item(b)).count() > 2;
    let mut page = Page::default();
    let mut notes = Notes::default();
    for block in blocks {
        let text = block.text();
        if is_link(&text) || text == "." {
            page.furniture.push(block);
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

/// The addresses that a PDF's links leave behind stand in blocks of their own.
fn is_link(text: &str) -> bool {
    text.split_whitespace().all(|word| word.starts_with("http://") || word.starts_with("https://"))
}

/// Recognises footnotes by their number: the next in order, and marked in the words before or set under a rule.
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
        if starts_starred(text) || (is_star_item && self.marks.has_star()) {
            return Some(self.marks.take_star().iter().map(place).collect());
        }
        if block.mark != Mark::None {
            return None;
        }
        let is_digit = |c: char| c.is_ascii_digit() || is_superscript(c);
        let (digits, rest) = text.split_at(text.len() - text.trim_start_matches(is_digit).len());
        let number: u32 = super::marks::plain(digits).parse().ok()?;
        let is_next = rest.starts_with(' ') && number == self.last + 1;
        let is_small = text.starts_with(is_superscript);
        if is_small || (is_next && (block.after_rule || self.just_noted || self.marks.has(number))) {
            self.last = number;
            self.just_noted = true;
            return Some(self.marks.take(number).iter().map(place).collect());
        }
        None
    }
}
