//! The blocks of all pages, in the order in which they are read.

use super::columns::{Band, band_len, read_band};
use super::lines::{Cell, Line};
use super::paragraphs::{ParagraphJoiner, PlacedLine, join_lines};
use super::styles::Styles;
use super::{PageLines, grid::Grid};
use intake::footnote_marks::{is_star, plain_digits};
use intake::hyphenation::KnownWords;
use intake::text::is_superscript_digit;
use std::collections::HashMap;

/// Bullets of lists; some fonts give theirs a private character.
const BULLETS: [char; 13] = ['•', '▪', '●', '◦', '‣', '·', '–', '-', '■', '\u{f0b7}', '\u{f0a7}', '\u{f06f}', 'o'];

/// The text of all pages.
pub fn write(pages: Vec<PageLines>, styles: &Styles) -> String {
    let texts: Vec<String> = pages.iter().flat_map(|page| &page.lines).map(Line::text).collect();
    let words = KnownWords::from_lines(texts.iter().map(String::as_str));
    let mut joiner = ParagraphJoiner::new(styles, &words);
    for (n, page) in pages.into_iter().enumerate() {
        if n > 0 {
            joiner.start_page();
        }
        let PageLines { mut lines, grids } = page;
        let notes = split_off_notes(&mut lines, styles);
        write_page(lines, &grids, &mut joiner);
        for note in notes {
            let lines: Vec<String> = note.iter().map(Line::text).collect();
            let text = join_lines(&lines, &words);
            let (number, text) = split_number(&text);
            joiner.take_note(number, text);
        }
    }
    joiner.finish()
}

fn write_page(lines: Vec<Line>, grids: &[Grid], joiner: &mut ParagraphJoiner) {
    /// The most lines that are looked at for one band.
    const LONGEST_BAND: usize = 200;
    let grid_of = |line: &Line| {
        let inside = grids.iter().enumerate().filter(|(_, grid)| grid.has(line));
        inside.min_by(|one, other| one.1.area.area().total_cmp(&other.1.area.area())).map(|(n, _)| n)
    };
    let areas: Vec<Option<usize>> = lines.iter().map(grid_of).collect();
    // Where lines end on the right, in each box and outside of all.
    let mut rights: HashMap<Option<usize>, f64> = HashMap::new();
    for (line, area) in lines.iter().zip(&areas).filter(|(line, _)| line.cells.len() == 1) {
        let right = rights.entry(*area).or_insert(f64::NEG_INFINITY);
        *right = right.max(line.end());
    }
    let (plain, marks): (Vec<Line>, Vec<Option<f64>>) = lines.iter().cloned().map(split_mark).unzip();
    let mut at = 0;
    let mut is_first = true;
    while at < lines.len() {
        let area = areas[at];
        if let Some(table) = area.map(|n| &grids[n]).filter(|grid| grid.is_table()) {
            let count = lines[at..].iter().take_while(|line| table.has(line)).count();
            joiner.take_rows(&table.table_rows(&lines[at..at + count]));
            at += count;
            continue;
        }
        let near = &plain[at..plain.len().min(at + LONGEST_BAND)];
        let length = if marks[at].is_none() { band_len(near) } else { 0 };
        if length > 0 {
            write_band(&near[..length], area, joiner);
            at += length;
        } else {
            let right = rights.get(&area).copied().unwrap_or(f64::NEG_INFINITY);
            joiner.take(PlacedLine { line: plain[at].clone(), mark_x: marks[at], in_box: area, right, is_first });
            at += 1;
        }
        is_first = false;
    }
}

/// Writes lines with gaps.
fn write_band(lines: &[Line], in_box: Option<usize>, joiner: &mut ParagraphJoiner) {
    let columns = match read_band(lines) {
        Band::Table(rows) => return joiner.take_rows(&rows),
        Band::Columns(columns) => columns,
    };
    for column in columns {
        let right = column.iter().map(Line::end).fold(f64::NEG_INFINITY, f64::max);
        for (n, line) in column.into_iter().enumerate() {
            joiner.take(PlacedLine { line, mark_x: None, in_box, right, is_first: n == 0 });
        }
    }
}

/// A line without the mark of a list item, and where the mark stands.
fn split_mark(line: Line) -> (Line, Option<f64>) {
    let first = &line.cells[0];
    let mut rest = first.text.chars();
    let is_mark = rest.next().is_some_and(|c| BULLETS.contains(&c));
    let rest = rest.as_str();
    if !is_mark || (rest.is_empty() && line.cells.len() == 1) || !(rest.is_empty() || rest.starts_with(' ')) {
        return (line, None);
    }
    let x = first.x;
    let mut cells = line.cells.clone();
    if rest.is_empty() {
        cells.remove(0);
    } else {
        // The mark and the space behind it take about one size of the font.
        cells[0] = Cell { x: x + line.size, text: rest.trim_start().to_string(), ..first.clone() };
    }
    (Line { cells, ..line }, Some(x))
}

/// Takes the footnotes off the end of a page: lines in small letters, of which the first starts with a number or a star.
fn split_off_notes(lines: &mut Vec<Line>, styles: &Styles) -> Vec<Vec<Line>> {
    let small = lines.iter().rev().take_while(|line| styles.is_small(line)).count();
    let from = lines.len() - small;
    let Some(first) = lines[from..].iter().position(|line| starts_note(&line.text())) else { return Vec::new() };
    let mut notes: Vec<Vec<Line>> = Vec::new();
    for line in lines.split_off(from + first) {
        match notes.last_mut().filter(|_| !starts_note(&line.text())) {
            Some(note) => note.push(line),
            None => notes.push(vec![line]),
        }
    }
    notes
}

/// Whether a line starts with the number or star of a footnote.
fn starts_note(text: &str) -> bool {
    let (number, rest) = split_number(text);
    !number.is_empty()
        && number.chars().count() <= 3
        && rest.starts_with(|c: char| c.is_alphabetic() || "‘“(".contains(c))
}

/// The number or star at the start of a footnote, in plain digits, and its words.
fn split_number(text: &str) -> (String, String) {
    let is_mark = |c: char| c.is_ascii_digit() || is_superscript_digit(c) || is_star(c);
    let rest = text.trim_start_matches(is_mark);
    let number = plain_digits(&text[..text.len() - rest.len()]);
    (number, rest.trim_start().to_string())
}
