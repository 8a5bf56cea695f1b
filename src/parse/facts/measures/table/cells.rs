//! The cells of a line: words, and the values that it ends with.

use crate::facts::prose::Prose;
use intake::block::{Block, Mark, Piece};
use intake::text::is_finished;
use std::ops::Range;

/// In lines.
pub const LONGEST_LABEL: usize = 6;

/// A line parted into its words and up to two values at its end.
pub struct Cells<'a> {
    pub words: &'a str,
    pub values: Vec<&'a str>,
}

impl<'a> Cells<'a> {
    /// Parts a line.
    pub fn of(line: &'a str) -> Self {
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
        Cells { words, values }
    }

    /// Whether it is a label with both of its values, one of them printed.
    pub fn is_row(&self) -> bool {
        self.values.len() == 2 && self.values.iter().any(|value| is_number(value)) && !self.words.is_empty()
    }

    /// Whether it holds values and nothing else.
    pub fn is_bare(&self) -> bool {
        self.words.is_empty() && !self.values.is_empty()
    }
}

/// Whether a block is of a table and not of sentences: a row, or values alone.
pub fn is_tabular(block: &Block) -> bool {
    let is_sure = |cells: &Cells| cells.is_row() && cells.values.iter().all(|value| is_number(value));
    let mut first = block.pieces.iter().take(LONGEST_LABEL).map(|piece| Cells::of(piece.text));
    let is_row = first.any(|cells| is_sure(&cells)) && !is_finished(&block.tail().words);
    is_row || block.pieces.iter().all(|piece| Cells::of(piece.text).is_bare())
}

/// A printed number or what stands for one that is not available.
pub fn is_value(cell: &str) -> bool {
    is_number(cell) || is_missing(cell)
}

/// "-" and what else is printed for no value.
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

/// Pieces as a block of their own.
pub fn block_of<'a>(pieces: Vec<Piece<'a>>) -> Block<'a> {
    let marked_at = pieces.first().map_or(0, |first| first.start);
    Block { mark: Mark::None, sign: None, marked_at, after_rule: false, pieces }
}

/// Whether a star hangs on the words, here or where it was cut out as the mark of a note.
pub fn is_starred(source: &str, pieces: &[Piece]) -> bool {
    let [Some(first), Some(last)] = [pieces.first(), pieces.last()] else { return false };
    let words = source.get(first.start..last.start + last.text.len()).unwrap_or_default();
    let behind = source.get(last.start + last.text.len()..).unwrap_or_default();
    words.contains('*') || behind.starts_with('*')
}

/// The words of the notes behind a star, in a stretch of the source.
pub fn starred_notes(prose: &Prose, range: Range<usize>) -> Vec<String> {
    let is_starred = |block: &Block| prose.source[block.marked_at..].starts_with('*') && !is_tabular(block);
    let from = prose.notes.partition_point(|note| note.block.marked_at < range.start);
    let notes = prose.notes[from..].iter().map(|note| &note.block);
    let from = prose.blocks.partition_point(|block| block.marked_at < range.start);
    let blocks = prose.blocks[from..].iter().take_while(|block| block.marked_at < range.end);
    let within = notes.take_while(|block| block.marked_at < range.end).chain(blocks);
    within.filter(|block| is_starred(block)).map(Block::text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_ends_with_two_values_and_a_paragraph_does_not() {
        let parted = |line| {
            let cells = Cells::of(line);
            (cells.words, cells.values)
        };
        assert_eq!(parted("Sexual offences 1.6 1.9"), ("Sexual offences", vec!["1.6", "1.9"]));
        assert_eq!(parted("Caution\t0.4\t-"), ("Caution", vec!["0.4", "-"]));
        assert_eq!(parted("+3%\t-0.05%"), ("", vec!["+3%", "-0.05%"]));
        assert_eq!(parted("Specialist capabilities\t\t2017"), ("Specialist capabilities", vec!["2017"]));
        for line in ["in 40 out of 59", "more than 12", "- -", "the force has teams", "in June 2016, 19.2"] {
            assert!(!Cells::of(line).is_row(), "{line}");
        }
    }
}
