//! Splits a table into cells: its columns are separated by tabs or spaces, or each cell is on a line of its own.

use crate::structure::outline::parse_judgment;
use intake::block::{Block, LinePiece};
use intake::text::is_superscript_digit;
use model::folding::fold_phrase;

/// Whether a cell is the first word of "Requires improvement", which may be printed on two lines.
pub fn is_first_grade_word(cell: &str) -> bool {
    cell.eq_ignore_ascii_case("Requires")
}

/// Whether a cell is the second word of that grade.
pub fn is_second_grade_word(cell: &str) -> bool {
    cell.eq_ignore_ascii_case("improvement")
}

/// Whether a line has the names of the columns, or one of them. A name may be on two lines.
pub fn is_table_head(line: &LinePiece) -> bool {
    let words = fold_phrase(line.text);
    let is_start = words == "question" || (words.starts_with("question") && words.contains("grade"));
    is_start || words.contains("last inspected")
}

/// Whether a cell has nothing but words of the names of the columns.
fn is_head_cell(cell: &str) -> bool {
    ["question", "grade", "last", "inspected", "last inspected"].contains(&fold_phrase(cell).as_str())
}

/// The cells after the head of the table, in order, with their blocks.
pub fn table_cells<'b, 'a>(table: &'b [Block<'a>]) -> impl Iterator<Item = (&'b Block<'a>, LinePiece<'a>)> {
    let pieces = table.iter().flat_map(|block| block.pieces.iter().map(move |piece| (block, *piece)));
    let lines = pieces.skip_while(|(_, piece)| !is_table_head(piece)).filter(|(_, piece)| !is_table_head(piece));
    let cells = lines.flat_map(|(block, piece)| line_cells(piece).into_iter().map(move |cell| (block, cell)));
    cells.skip_while(|(_, cell)| is_head_cell(cell.text))
}

/// The cells of one line, separated by tabs or wide gaps. A grade at the end of the first cell needs neither.
fn line_cells(line: LinePiece) -> Vec<LinePiece> {
    let bytes = line.text.as_bytes();
    let is_gap = |at: &usize| bytes[*at] == b'\t' || bytes[*at..].starts_with(b"  ");
    let mut cells = Vec::new();
    let mut from = 0;
    for to in (0..bytes.len()).filter(is_gap).chain(Some(bytes.len())) {
        cells.push(line.slice(from..to));
        from = (to + 1).min(bytes.len());
    }
    cells.retain(|cell| !cell.text.is_empty());
    let first = cells.first().map(split_row_cell).unwrap_or_default();
    if first.len() > 1 {
        cells.splice(..1, first);
    }
    cells
}

/// Splits a cell into name, grade and year, as far as it contains them; empty if it contains no grade.
fn split_row_cell<'a>(cell: &LinePiece<'a>) -> Vec<LinePiece<'a>> {
    const LONGEST: usize = 60;
    let text = cell.text;
    let starts = |from: usize| {
        let spaces = text[from..].match_indices(' ').map(move |(at, _)| from + at + 1);
        (from == 0).then_some(0).into_iter().chain(spaces)
    };
    let near = starts(text.ceil_char_boundary(text.len().saturating_sub(LONGEST)));
    let found = near.into_iter().find_map(|at| {
        let ends = starts(at).skip_while(|end| *end <= at).map(|end| end - 1).chain(Some(text.len()));
        let is_grade = |end: &usize| {
            let words = &text[at..*end];
            parse_judgment(words).is_some() || is_first_grade_word(words) || (at == 0 && is_second_grade_word(words))
        };
        let is_row = |end: &usize| {
            let rest = text[*end..].trim();
            rest.is_empty() || is_dash(rest) || parse_year(rest).is_some()
        };
        ends.filter(is_row).filter(is_grade).last().map(|end| [0..at, at..end, end..text.len()])
    });
    let parts = found.into_iter().flatten().map(|range| cell.slice(range));
    parts.filter(|part| !part.text.is_empty()).collect()
}

/// Whether a cell is a dash, for no value.
pub fn is_dash(cell: &str) -> bool {
    matches!(cell, "–" | "-" | "—")
}

/// The year in a cell that contains nothing else, without a season or footnote mark: "Autumn 2015", "2015/16*".
pub fn parse_year(cell: &str) -> Option<String> {
    let cell = cell.trim_end_matches(|c: char| is_superscript_digit(c) || matches!(c, '*' | '†' | '‡'));
    let mut words: Vec<&str> = cell.split_whitespace().collect();
    let last = words.pop()?;
    let is_season = |word: &&str| word.chars().all(char::is_alphabetic);
    let digits = last.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &last[digits..];
    let next = rest.strip_prefix(['/', '-', '–']).unwrap_or_default();
    let is_next = [2, 4].contains(&next.len()) && next.bytes().all(|b| b.is_ascii_digit());
    // Five digits are a year and a footnote mark.
    let is_year = (digits == 4 && (rest.is_empty() || is_next)) || (digits == 5 && rest.is_empty());
    let is_named = words.len() < 3 && words.iter().all(is_season) && ["19", "20"].iter().any(|c| last.starts_with(c));
    let length = if rest.is_empty() { 4 } else { last.len() };
    (is_year && is_named).then(|| last[..length].replace(['-', '–'], "/"))
}
