//! The names over the columns of a table.

use crate::facts::measures::table::cells::RowCells;
use crate::structure::outline::is_figure;
use intake::block::{Block, BlockKind};
use intake::text::join_parts;

/// The comparators that tables use, as printed.
const COMPARATORS: [&str; 2] = ["England and Wales", "England & Wales"];

/// The header of a table.
pub struct TableHeader {
    /// The whole header as one line, even if it is set in several blocks.
    pub text: String,
    /// The comparator as printed: "England and Wales".
    pub comparator: &'static str,
    /// Whether the comparator's column comes before the force's.
    pub is_comparator_first: bool,
    /// Where the rows begin: the index of a block and of a line in it.
    pub rows_start: (usize, usize),
}

impl TableHeader {
    /// The header that begins at block `from`.
    pub fn read_at(blocks: &[Block], from: usize) -> Option<Self> {
        const MAX_BLOCKS: usize = 6;
        const MAX_BYTES: usize = 300;
        let mut text = String::new();
        // The header, if the words directly before the first value are a row's label.
        let mut before_label = (String::new(), (from, 0));
        for (n, block) in blocks.iter().enumerate().skip(from).take(MAX_BLOCKS) {
            if !matches!(block.kind, BlockKind::Plain | BlockKind::TableRow) || is_figure(block) {
                return None;
            }
            for (line, piece) in block.pieces.iter().enumerate() {
                let cells = RowCells::new(piece.text);
                // A label may continue in lower case or with a bracket.
                let continues_label =
                    line > 0 && cells.words.starts_with(|c: char| c.is_lowercase() || matches!(c, '(' | '/'));
                if cells.is_row() && !continues_label {
                    return TableHeader::from_text(text, (n, line));
                }
                if cells.is_row() || cells.has_only_values() {
                    return TableHeader::from_text(before_label.0, before_label.1);
                }
                if text.len() + piece.text.len() > MAX_BYTES || piece.text.contains(". ") {
                    return None;
                }
                if !continues_label {
                    before_label = (text.clone(), (n, line));
                }
                text = join_parts([text.as_str(), piece.text]);
            }
        }
        None
    }

    /// The header with this text, if it names a comparator.
    fn from_text(text: String, rows: (usize, usize)) -> Option<Self> {
        let (comparator, at) = COMPARATORS.iter().find_map(|name| Some((*name, text.find(name)?)))?;
        let force = ["Police", "Constabulary"].iter().filter_map(|name| text.find(name)).min();
        // Without a force's full name, a capitalised word after the comparator is taken for the force.
        let mut words_after = text[at + comparator.len()..].split_whitespace();
        let comparator_first = match force {
            Some(force) => at < force,
            None => words_after.any(|word| word.starts_with(char::is_uppercase)),
        };
        Some(TableHeader { text, comparator, is_comparator_first: comparator_first, rows_start: rows })
    }

    /// Whether the table can belong to the figure with this caption; the data of charts of all forces are not in the
    /// text.
    pub fn fits_caption(&self, caption: &str) -> bool {
        let same_scale = !self.text.contains("per 1,000") || caption.contains("per 1,000");
        same_scale && !caption.contains("by force")
    }
}

/// Whether words contain the name of a comparator.
pub fn names_comparator(words: &str) -> bool {
    COMPARATORS.iter().any(|name| words.contains(name))
}

/// Whether a name is exactly that of a comparator.
pub fn is_comparator(name: &str) -> bool {
    COMPARATORS.contains(&name)
}
