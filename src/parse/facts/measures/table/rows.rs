//! The rows of a table, however their labels and values are spread over lines.

use crate::facts::measures::table::cells::{MAX_LABEL_LINES, RowCells};
use crate::facts::measures::table::header::names_comparator;
use crate::structure::outline::is_figure;
use intake::block::{Block, LinePiece};
use intake::text::{is_complete, join_parts};

/// A row of a table, or a heading over some of its rows.
pub struct MeasureRow<'a> {
    /// Its lines in the source, from label to values.
    pub pieces: Vec<LinePiece<'a>>,
    /// The label as printed, including an outcome number before it and a star after it.
    pub label: String,
    /// The values of the first and the second column; None for a heading.
    pub values: Option<[&'a str; 2]>,
}

/// All rows of a table, and where they end.
pub struct TableRows<'a> {
    /// The rows and headings in order.
    pub rows: Vec<MeasureRow<'a>>,
    /// The index of the block after the last row.
    pub end: usize,
    /// Lines of a paragraph that are in the same block as the last row.
    pub trailing_lines: Vec<LinePiece<'a>>,
}

/// Reads the rows that begin at a line of a block, both given by their index.
pub fn read<'a>(blocks: &[Block<'a>], (first, line): (usize, usize)) -> TableRows<'a> {
    let mut reader = RowReader::default();
    let mut end = first;
    while let Some(block) = blocks.get(end) {
        let pieces = &block.pieces[if end == first { line } else { 0 }..];
        let last = pieces.iter().rposition(|piece| is_row_line(&RowCells::new(piece.text)));
        if last.is_none() && !continues_table(blocks, end) {
            break;
        }
        let (row_pieces, rest) = pieces.split_at(last.map_or(0, |last| last + 1));
        row_pieces.iter().for_each(|piece| reader.add_line(piece));
        end += 1;
        if !continues_table(blocks, end) {
            return TableRows { rows: reader.rows, end, trailing_lines: rest.to_vec() };
        }
        rest.iter().for_each(|piece| reader.add_line(piece));
        reader.end_block(blocks.get(end));
    }
    TableRows { rows: reader.rows, end, trailing_lines: Vec::new() }
}

/// Whether block `n` continues the table: it starts with a row, or it is a label followed by a row, perhaps after one
/// more label.
fn continues_table(blocks: &[Block], n: usize) -> bool {
    let starts = |n: usize| blocks.get(n).is_some_and(starts_with_row);
    let is_label = |n: usize| blocks.get(n).is_some_and(can_be_label);
    starts(n) || (is_label(n) && (starts(n + 1) || (is_label(n + 1) && starts(n + 2))))
}

fn is_row_line(cells: &RowCells) -> bool {
    cells.is_row() || cells.has_only_values()
}

/// Whether one of the first lines of a block is a row or contains only values.
fn starts_with_row(block: &Block) -> bool {
    !is_figure(block) && block.pieces.iter().take(MAX_LABEL_LINES).any(|piece| is_row_line(&RowCells::new(piece.text)))
}

/// Whether a block can be a label or a heading over rows, and is not the header of another table.
fn can_be_label(block: &Block) -> bool {
    let is_short = block.pieces.len() <= MAX_LABEL_LINES && !is_figure(block);
    is_short && !is_complete(&block.text()) && !names_comparator(&block.text())
}

/// Whether words begin with the number of an outcome type, as in "15 Suspect identified". It begins a row, so the words
/// before it are a heading.
fn has_outcome_number(words: &str) -> bool {
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = words.len() - rest.len();
    (1..=2).contains(&digits) && rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase))
}

/// The rows read so far, with the label and values of the row that is not yet complete.
#[derive(Default)]
struct RowReader<'a> {
    /// The complete rows and headings.
    rows: Vec<MeasureRow<'a>>,
    /// The lines of the open label.
    label: Vec<LinePiece<'a>>,
    /// Values of the open row, each with its line.
    values: Vec<(LinePiece<'a>, &'a str)>,
}

impl<'a> RowReader<'a> {
    /// Adds a line.
    fn add_line(&mut self, piece: &LinePiece<'a>) {
        let cells = RowCells::new(piece.text);
        if cells.has_only_values() {
            self.values.extend(cells.values.iter().map(|value| (*piece, *value)));
            if self.values.len() >= 2 {
                self.close_row("", None);
            }
            return;
        }
        self.values.clear();
        if let ([value], false) = (cells.values.as_slice(), cells.is_row()) {
            // The second value may be on the next line; if it is not, this one is part of the label.
            self.values.push((*piece, *value));
        }
        if has_outcome_number(cells.words) {
            self.close_heading();
        }
        if cells.is_row() {
            let values = <[&str; 2]>::try_from(cells.values).ok();
            self.close_row(cells.words, values.map(|values| (*piece, values)));
        } else {
            self.label.push(*piece);
        }
    }

    /// Ends a block. Unless the next block begins with bare values, an open label is a heading.
    fn end_block(&mut self, next: Option<&Block>) {
        let is_bare = next.is_some_and(|block| RowCells::new(block.first_piece().text).has_only_values());
        if !is_bare {
            self.values.clear();
            self.close_heading();
        }
    }

    /// Turns the open label into a heading.
    fn close_heading(&mut self) {
        if !self.label.is_empty() {
            let pieces = std::mem::take(&mut self.label);
            let label = join_parts(pieces.iter().map(|piece| piece.text));
            self.rows.push(MeasureRow { pieces, label, values: None });
        }
    }

    /// Completes a row from the open label and its values. `on_line` is the line with the last words of the label,
    /// `words`, and both values; if it is `None`, the values are the open ones.
    fn close_row(&mut self, words: &str, on_line: Option<(LinePiece<'a>, [&'a str; 2])>) {
        let mut pieces = std::mem::take(&mut self.label);
        let values = std::mem::take(&mut self.values);
        let mut label = join_parts(pieces.iter().map(|piece| piece.text).chain([words]));
        let values = match (on_line, values.as_slice()) {
            (Some((piece, values)), _) => {
                pieces.push(piece);
                values
            }
            (None, [(first, one), (second, other)]) => {
                match pieces.last() {
                    Some(last) if last.start == first.start => label.truncate(label.len() - one.len()),
                    _ => pieces.push(*first),
                }
                pieces.extend(Some(*second).filter(|second| second.start != first.start));
                [*one, *other]
            }
            _ => return,
        };
        if label.contains(char::is_alphabetic) {
            self.rows.push(MeasureRow { pieces, label: label.trim_end().to_string(), values: Some(values) });
        }
    }
}
