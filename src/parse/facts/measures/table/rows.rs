//! The rows of a table, on whatever lines their labels and values stand.

use crate::facts::measures::table::cells::{Cells, LONGEST_LABEL};
use crate::facts::measures::table::header::names_comparator;
use crate::structure::outline::is_figure;
use intake::block::{Block, Piece};
use intake::text::{is_finished, join};

/// A row of a table, or a heading over some of its rows.
pub struct Row<'a> {
    /// From its label to its values.
    pub pieces: Vec<Piece<'a>>,
    /// As printed, with the number and the star that may stand around it.
    pub label: String,
    /// None over a heading.
    pub values: Option<[&'a str; 2]>,
}

/// Rows with the block behind them, and the words of a paragraph that stand glued to the last one.
pub struct Rows<'a> {
    pub rows: Vec<Row<'a>>,
    pub end: usize,
    pub rest: Vec<Piece<'a>>,
}

/// Reads rows from a line of a block on.
pub fn read<'a>(blocks: &[Block<'a>], (first, line): (usize, usize)) -> Rows<'a> {
    let mut reader = Reader::default();
    let mut end = first;
    while let Some(block) = blocks.get(end) {
        let pieces = &block.pieces[if end == first { line } else { 0 }..];
        let last = pieces.iter().rposition(|piece| is_of_row(&Cells::of(piece.text)));
        if last.is_none() && !goes_on(blocks, end) {
            break;
        }
        let (of_rows, behind) = pieces.split_at(last.map_or(0, |last| last + 1));
        of_rows.iter().for_each(|piece| reader.add(piece));
        end += 1;
        if !goes_on(blocks, end) {
            return Rows { rows: reader.rows, end, rest: behind.to_vec() };
        }
        behind.iter().for_each(|piece| reader.add(piece));
        reader.end_block(blocks.get(end));
    }
    Rows { rows: reader.rows, end, rest: Vec::new() }
}

/// Whether block `n` is of the table: a row, or a label with values behind it or behind the next label.
fn goes_on(blocks: &[Block], n: usize) -> bool {
    let starts = |n: usize| blocks.get(n).is_some_and(starts_with_row);
    let is_label = |n: usize| blocks.get(n).is_some_and(is_label);
    starts(n) || (is_label(n) && (starts(n + 1) || (is_label(n + 1) && starts(n + 2))))
}

fn is_of_row(cells: &Cells) -> bool {
    cells.is_row() || cells.is_bare()
}

fn starts_with_row(block: &Block) -> bool {
    !is_figure(block) && block.pieces.iter().take(LONGEST_LABEL).any(|piece| is_of_row(&Cells::of(piece.text)))
}

/// Words that can be a label or a heading over rows, and not the header of another table.
fn is_label(block: &Block) -> bool {
    let is_words = block.pieces.len() <= LONGEST_LABEL && !is_figure(block);
    is_words && !is_finished(&block.text()) && !names_comparator(&block.text())
}

/// "15 Suspect identified": the number of an outcome type begins a row, and the words before it are a heading.
fn is_numbered(words: &str) -> bool {
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = words.len() - rest.len();
    (1..=2).contains(&digits) && rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase))
}

/// What was read, with the label and values that are not yet a row.
#[derive(Default)]
struct Reader<'a> {
    rows: Vec<Row<'a>>,
    label: Vec<Piece<'a>>,
    values: Vec<(Piece<'a>, &'a str)>,
}

impl<'a> Reader<'a> {
    fn add(&mut self, piece: &Piece<'a>) {
        let cells = Cells::of(piece.text);
        if cells.is_bare() {
            self.values.extend(cells.values.iter().map(|value| (*piece, *value)));
            if self.values.len() >= 2 {
                self.close("", None);
            }
            return;
        }
        self.values.clear();
        if let ([value], false) = (cells.values.as_slice(), cells.is_row()) {
            // The other value may stand on the next line; otherwise this one is a part of the label.
            self.values.push((*piece, *value));
        }
        if is_numbered(cells.words) {
            self.head();
        }
        if cells.is_row() {
            let values = <[&str; 2]>::try_from(cells.values).ok();
            self.close(cells.words, values.map(|values| (*piece, values)));
        } else {
            self.label.push(*piece);
        }
    }

    /// Words before a block of rows with labels of their own are a heading.
    fn end_block(&mut self, next: Option<&Block>) {
        let is_bare = next.is_some_and(|block| Cells::of(block.first().text).is_bare());
        if !is_bare {
            self.values.clear();
            self.head();
        }
    }

    fn head(&mut self) {
        if !self.label.is_empty() {
            let pieces = std::mem::take(&mut self.label);
            let label = join(pieces.iter().map(|piece| piece.text));
            self.rows.push(Row { pieces, label, values: None });
        }
    }

    /// Makes a row of the label and of values that stand on its last line or on lines of their own.
    fn close(&mut self, words: &str, on_line: Option<(Piece<'a>, [&'a str; 2])>) {
        let mut pieces = std::mem::take(&mut self.label);
        let values = std::mem::take(&mut self.values);
        let mut label = join(pieces.iter().map(|piece| piece.text).chain([words]));
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
            self.rows.push(Row { pieces, label: label.trim_end().to_string(), values: Some(values) });
        }
    }
}
