//! What printing adds between the words of a report: footnotes, page numbers, link addresses.

use super::block::{Block, Mark};
use super::draft::Role;
use super::text::is_superscript;

/// Parts the words of a report from what printing has put between them.
///
/// `numbered` says whether a number alone in a block is a page number, as in texts taken from a
/// paginated document; elsewhere it may be a value.
pub fn set_aside<'a>(blocks: Vec<Block<'a>>, numbered: bool) -> (Vec<Block<'a>>, Vec<(Block<'a>, Role)>) {
    let mut words: Vec<Block> = Vec::new();
    let mut aside: Vec<(Block, Role)> = Vec::new();
    let mut notes = Notes { last: 0, words_since: String::new(), just_noted: false };
    for block in blocks {
        let text = block.text();
        if is_link(&text) || text == "." || (numbered && is_page_number(&text)) {
            aside.push((block, Role::Furniture));
        } else if notes.is_note(&block, &text) {
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

fn is_page_number(text: &str) -> bool {
    text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit())
}

/// Recognises footnotes by their number: the next in order, and marked in the words before or set under a rule.
///
/// The order is what tells "8 The threat, harm ..." from a table row such as "8 Community Resolution 3.5".
struct Notes {
    last: u32,
    words_since: String,
    just_noted: bool,
}

impl Notes {
    fn is_note(&mut self, block: &Block, text: &str) -> bool {
        if block.mark != Mark::None {
            return false;
        }
        if text.starts_with(is_superscript) {
            return true;
        }
        let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
        let is_spaced = text[digits.len()..].starts_with(' ');
        let Ok(number) = digits.parse::<u32>() else { return false };
        let is_next = is_spaced && number == self.last + 1;
        let found = is_next && (block.after_rule || self.just_noted || marks_note(&self.words_since, &digits));
        if found {
            self.last = number;
            self.words_since.clear();
            self.just_noted = true;
        }
        found
    }

    fn pass(&mut self, text: &str) {
        self.words_since.push_str(text);
        self.words_since.push('\n');
        self.just_noted = false;
    }
}

/// Whether the number stands glued to a word, its stop or a year, as footnote marks come out of a PDF: "2015.4", "201617".
fn marks_note(text: &str, number: &str) -> bool {
    text.match_indices(number).any(|(at, _)| {
        let before = &text[..at];
        let is_whole = !text[at + number.len()..].starts_with(|c: char| c.is_ascii_digit());
        let after_year = before.len() >= 4
            && before.is_char_boundary(before.len() - 4)
            && matches!(&before[before.len() - 4..], year if year.starts_with("19") || year.starts_with("20"));
        let glued = before.ends_with(|c: char| c.is_alphabetic() || matches!(c, ':' | ';' | ')' | '’' | '\''))
            || before.strip_suffix(['.', ',']).is_some_and(|bare| !is_decimal(bare));
        is_whole && (glued || after_year)
    })
}

/// Whether what ends before a stop or comma is a number and no year: "3" of "3.8" and "2" of "2,700".
fn is_decimal(bare: &str) -> bool {
    const YEAR: usize = 4;
    let word = bare.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = bare.len() - word.len();
    digits > 0 && digits != YEAR && !word.ends_with(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::marks_note;

    #[test]
    fn the_places_of_a_decimal_are_no_mark() {
        assert!(marks_note("It fell on 2015.8 There", "8") && marks_note("the THRIVE8 model", "8"));
        assert!(marks_note("by outcome type7,8", "8"));
        assert!(!marks_note("Out of court 3.8 3.6", "8") && !marks_note("in 2,800 cases", "800"));
    }
}
