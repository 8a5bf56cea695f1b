//! The names over the columns of a table.

use crate::facts::measures::table::cells::Cells;
use crate::structure::outline::is_figure;
use intake::block::{Block, Mark};
use intake::text::join;

/// Whom tables set a force beside.
const COMPARATORS: [&str; 2] = ["England and Wales", "England & Wales"];

/// A header as one line, however many blocks it is set in.
pub struct Header {
    pub text: String,
    pub comparator: &'static str,
    /// Whether the column of the force is the second.
    pub comparator_first: bool,
    /// The block and the line of it with which the rows begin.
    pub rows: (usize, usize),
}

impl Header {
    /// The header that begins with block `from`.
    pub fn at(blocks: &[Block], from: usize) -> Option<Self> {
        const MOST_BLOCKS: usize = 6;
        const LONGEST: usize = 300;
        let mut text = String::new();
        // What the header would be if the words before a value are its label.
        let mut before = (String::new(), (from, 0));
        for (n, block) in blocks.iter().enumerate().skip(from).take(MOST_BLOCKS) {
            if !matches!(block.mark, Mark::None | Mark::Row) || is_figure(block) {
                return None;
            }
            for (line, piece) in block.pieces.iter().enumerate() {
                let cells = Cells::of(piece.text);
                // A label goes on in small letters or in brackets.
                let goes_on = line > 0 && cells.words.starts_with(|c: char| c.is_lowercase() || matches!(c, '(' | '/'));
                match () {
                    () if cells.is_row() && !goes_on => return Header::named(text, (n, line)),
                    () if cells.is_row() || cells.is_bare() => return Header::named(before.0, before.1),
                    () if text.len() + piece.text.len() > LONGEST || piece.text.contains(". ") => return None,
                    () => {}
                }
                if !goes_on {
                    before = (text.clone(), (n, line));
                }
                text = join([text.as_str(), piece.text]);
            }
        }
        None
    }

    fn named(text: String, rows: (usize, usize)) -> Option<Self> {
        let (comparator, at) = COMPARATORS.iter().find_map(|name| Some((*name, text.find(name)?)))?;
        let force = ["Police", "Constabulary"].iter().filter_map(|name| text.find(name)).min();
        // Without a force's full name, whatever is written as a name behind the comparator is the force.
        let mut behind = text[at + comparator.len()..].split_whitespace();
        let comparator_first = match force {
            Some(force) => at < force,
            None => behind.any(|word| word.starts_with(char::is_uppercase)),
        };
        Some(Header { text, comparator, comparator_first, rows })
    }

    /// Whether the table can be the figure with this caption: charts of all forces are not in the text.
    pub fn fits(&self, caption: &str) -> bool {
        let same_scale = !self.text.contains("per 1,000") || caption.contains("per 1,000");
        same_scale && !caption.contains("by force")
    }
}

/// Whether words name all forces together.
pub fn names_comparator(words: &str) -> bool {
    COMPARATORS.iter().any(|name| words.contains(name))
}

/// Whether a name is that of all forces together.
pub fn is_comparator(name: &str) -> bool {
    COMPARATORS.contains(&name)
}
