//! The cells of a line: its words and the values at its end.

use crate::facts::prose::Prose;
use intake::block::{Block, BlockKind, LinePiece};
use intake::text::is_complete;
use std::ops::Range;

/// The greatest number of lines of a row's label.
pub const MAX_LABEL_LINES: usize = 6;

/// A line split into its words and up to two values at its end.
pub struct RowCells<'a> {
    /// The words before the values, trimmed.
    pub words: &'a str,
    /// At most two values as printed, in order; missing ones ("-") are included.
    pub values: Vec<&'a str>,
}

impl<'a> RowCells<'a> {
    /// Splits a line.
    pub fn new(line: &'a str) -> Self {
        let mut words = line.trim();
        let mut values = Vec::new();
        while values.len() < 2 {
            let (before, last) = words.rsplit_once(char::is_whitespace).unwrap_or(("", words));
            if !is_value(last) {
                break;
            }
            values.insert(0, last);
            words = before.trim_end();
        }
        RowCells { words, values }
    }

    /// Whether the line is a label with two values, at least one of them a number.
    pub fn is_row(&self) -> bool {
        self.values.len() == 2 && self.values.iter().any(|value| is_number(value)) && !self.words.is_empty()
    }

    /// Whether the line contains only values.
    pub fn has_only_values(&self) -> bool {
        self.words.is_empty() && !self.values.is_empty()
    }
}

/// Whether a block belongs to a table and not to prose: it contains a complete row, or only values.
pub fn is_tabular(block: &Block) -> bool {
    let is_complete_row = |cells: &RowCells| cells.is_row() && cells.values.iter().all(|value| is_number(value));
    let mut first_lines = block.pieces.iter().take(MAX_LABEL_LINES).map(|piece| RowCells::new(piece.text));
    let has_row = first_lines.any(|cells| is_complete_row(&cells)) && !is_complete(&block.tail().words);
    has_row || block.pieces.iter().all(|piece| RowCells::new(piece.text).has_only_values())
}

/// Whether a cell is a number, or a sign for a missing one.
pub fn is_value(cell: &str) -> bool {
    is_number(cell) || is_missing(cell)
}

/// Whether a cell is a sign for a missing value: "-", "n/a".
pub fn is_missing(cell: &str) -> bool {
    ["-", "–", "—", "n/a", "N/A", ".."].contains(&cell)
}

fn is_number(cell: &str) -> bool {
    let unsigned = cell.trim_start_matches(['+', '-', '−', '–', '£']);
    let digits = unsigned.strip_suffix('%').unwrap_or(unsigned);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    whole.split(',').all(is_digits) && is_digits(fraction)
}

/// A plain block made of some pieces.
pub fn block_from<'a>(pieces: Vec<LinePiece<'a>>) -> Block<'a> {
    let marked_at = pieces.first().map_or(0, |first| first.start);
    Block { kind: BlockKind::Plain, bullet: None, start: marked_at, heading_level: None, is_after_rule: false, pieces }
}

/// Whether the source has a star in or right after the words, including one that was removed as the marker of a note.
pub fn has_star(source: &str, pieces: &[LinePiece]) -> bool {
    let [Some(first), Some(last)] = [pieces.first(), pieces.last()] else { return false };
    let words = source.get(first.start..last.start + last.text.len()).unwrap_or_default();
    let after = source.get(last.start + last.text.len()..).unwrap_or_default();
    words.contains('*') || after.starts_with('*')
}

/// The text of the notes that begin with a star within a byte range of the source.
pub fn starred_notes(prose: &Prose, range: Range<usize>) -> Vec<String> {
    let is_starred = |block: &Block| prose.source[block.start..].starts_with('*') && !is_tabular(block);
    let from = prose.notes.partition_point(|note| note.block.start < range.start);
    let notes = prose.notes[from..].iter().map(|note| &note.block);
    let from = prose.blocks.partition_point(|block| block.start < range.start);
    let blocks = prose.blocks[from..].iter().take_while(|block| block.start < range.end);
    let within = notes.take_while(|block| block.start < range.end).chain(blocks);
    within.filter(|block| is_starred(block)).map(Block::text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_ends_with_two_values_and_a_paragraph_does_not() {
        let split = |line| {
            let cells = RowCells::new(line);
            (cells.words, cells.values)
        };
        assert_eq!(split("Sexual offences 1.6 1.9"), ("Sexual offences", vec!["1.6", "1.9"]));
        assert_eq!(split("Caution\t0.4\t-"), ("Caution", vec!["0.4", "-"]));
        assert_eq!(split("+3%\t-0.05%"), ("", vec!["+3%", "-0.05%"]));
        assert_eq!(split("Specialist capabilities\t\t2017"), ("Specialist capabilities", vec!["2017"]));
        for line in ["in 40 out of 59", "more than 12", "- -", "the force has teams", "in June 2016, 19.2"] {
            assert!(!RowCells::new(line).is_row(), "{line}");
        }
    }
}
