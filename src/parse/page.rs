//! What printing adds between the words of a report: footnotes and link addresses.

use super::block::{Block, Mark};
use super::draft::Role;
use super::text::is_superscript;
use std::collections::BTreeSet;

/// Parts the words of a report from what printing has put between them.
pub fn set_aside<'a>(source: &str, blocks: Vec<Block<'a>>) -> (Vec<Block<'a>>, Vec<(Block<'a>, Role)>) {
    let mut words: Vec<Block> = Vec::new();
    let mut aside: Vec<(Block, Role)> = Vec::new();
    let is_star_item = |b: &Block| b.mark == Mark::Bullet && source[b.marked_at..].starts_with('*');
    // Where lists are marked by stars, only a star that hangs on its word starts a note.
    let lists_have_stars = blocks.iter().filter(|b| is_star_item(b)).count() > 2;
    let mut notes = Notes::default();
    for block in blocks {
        let text = block.text();
        if is_link(&text) || text == "." {
            aside.push((block, Role::Furniture));
        } else if notes.is_note(&block, &text, !lists_have_stars && is_star_item(&block)) {
            aside.push((block, Role::Footnote));
        } else {
            notes.pass(&text);
            words.push(block);
        }
    }
    (words, aside)
}

/// The addresses that a PDF's links leave behind stand in blocks of their own.
fn is_link(text: &str) -> bool {
    text.split_whitespace().all(|word| word.starts_with("http://") || word.starts_with("https://"))
}

/// Recognises footnotes by their number: the next in order, and marked in the words before or set under a rule.
///
/// The order is what tells "8 The threat, harm ..." from a table row such as "8 Community Resolution 3.5".
#[derive(Default)]
struct Notes {
    last: u32,
    /// The numbers that hang on words since the last note.
    marks: BTreeSet<u32>,
    /// Whether a star hangs on a word before, which a list item marked by a star explains.
    is_starred: bool,
    just_noted: bool,
}

impl Notes {
    fn is_note(&mut self, block: &Block, text: &str, is_star_item: bool) -> bool {
        if starts_starred(text) || (self.is_starred && is_star_item) {
            self.is_starred = false;
            return true;
        }
        if block.mark != Mark::None {
            return false;
        }
        if text.starts_with(is_superscript) {
            return true;
        }
        let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (digits, rest) = text.split_at(digits);
        let Ok(number) = digits.parse::<u32>() else { return false };
        let is_next = rest.starts_with(' ') && number == self.last + 1;
        let found = is_next && (block.after_rule || self.just_noted || self.marks.contains(&number));
        if found {
            self.last = number;
            self.marks.clear();
            self.just_noted = true;
        }
        found
    }

    fn pass(&mut self, text: &str) {
        self.just_noted = false;
        self.is_starred |= has_star_mark(text);
        let mut from = 0;
        while let Some(at) = text[from..].find(|c: char| c.is_ascii_digit()).map(|at| from + at) {
            let digits = text[at..].len() - text[at..].trim_start_matches(|c: char| c.is_ascii_digit()).len();
            from = at + digits;
            let number = &text[at..from];
            // A year with its mark: "201617".
            let after_year = (number.starts_with("19") || number.starts_with("20")) && (5..=7).contains(&digits);
            let glued = text[..at].ends_with(|c: char| c.is_alphabetic() || ".,:;)’'*".contains(c));
            let mark = if after_year { &number[4..] } else { number };
            if (after_year || glued) && mark.len() <= 3 {
                self.marks.extend(mark.parse::<u32>());
            }
        }
    }
}

/// `*Figures are shown as proportions ...`, and not `*The Title* is ...`.
fn starts_starred(text: &str) -> bool {
    text.strip_prefix('*').is_some_and(|rest| !rest.starts_with(' ') && !rest.contains('*'))
}

/// Whether a star hangs on a word, and does not close words that another star has opened for emphasis.
fn has_star_mark(text: &str) -> bool {
    let mut is_emphasis = false;
    for (at, _) in text.match_indices('*') {
        let glued = text[..at].ends_with(|c: char| c.is_alphanumeric() || ".,:;)’'".contains(c));
        match (glued, is_emphasis) {
            (true, false) => return true,
            (true, true) => is_emphasis = false,
            (false, _) => is_emphasis = true,
        }
    }
    false
}
