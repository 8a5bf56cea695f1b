//! Lines with gaps as wide as those between columns: rows of a table without rules, or text set in columns.

use super::lines::{Cell, Line};

/// What lines with gaps are.
pub enum Band {
    /// Rows of cells.
    Table(Vec<Vec<String>>),
    /// Text in columns: the lines of each, from left to right.
    Columns(Vec<Vec<Line>>),
}

/// The number of lines at the start that have gaps, or stand between such lines and within one of their columns.
pub fn band_len(lines: &[Line]) -> usize {
    let mut length = 0;
    let mut intervals: Vec<[f64; 2]> = Vec::new();
    for (n, line) in lines.iter().enumerate() {
        let is_near = n == 0 || line.y - lines[n - 1].y < 3.0 * line.size;
        if line.cells.len() > 1 && is_near {
            intervals = merged(intervals.into_iter().chain(line.cells.iter().map(|cell| [cell.x, cell.end])));
            length = n + 1;
        } else if !is_near || n > length + 3 || length == 0 || intervals.len() < 2 || !fits(line, &intervals) {
            break;
        }
    }
    length
}

/// Whether a line stands within one of several columns.
fn fits(line: &Line, intervals: &[[f64; 2]]) -> bool {
    let slack = line.size;
    intervals.iter().filter(|[from, to]| line.end() > from - slack && line.x() < to + slack).count() == 1
}

/// Reads lines with gaps.
pub fn read_band(lines: &[Line]) -> Band {
    let columns = merged(lines.iter().flat_map(|line| &line.cells).map(|cell| [cell.x, cell.end]));
    if is_text(lines, &columns) {
        let lines_of = |[from, to]: &[f64; 2]| {
            let within = |cell: &&Cell| cell.x < *to && cell.end > *from;
            let part = |line: &Line| {
                let cells: Vec<Cell> = line.cells.iter().filter(within).cloned().collect();
                (!cells.is_empty()).then(|| Line { cells, ..line.clone() })
            };
            lines.iter().filter_map(part).collect()
        };
        return Band::Columns(columns.iter().map(lines_of).collect());
    }
    let mut rows: Vec<Vec<String>> = Vec::new();
    for (n, line) in lines.iter().enumerate() {
        let mut row = vec![String::new(); columns.len()];
        for cell in &line.cells {
            let column = columns.iter().position(|[from, to]| cell.x < *to && cell.end > *from).unwrap_or(0);
            append(&mut row[column], &cell.text);
        }
        let is_near = n > 0 && line.y - lines[n - 1].y < 1.5 * line.size;
        let goes_on = row.iter().filter(|cell| !cell.is_empty()).all(|cell| cell.starts_with(char::is_lowercase));
        match rows.last_mut().filter(|_| is_near && goes_on) {
            Some(above) => above.iter_mut().zip(row).for_each(|(above, cell)| append(above, &cell)),
            None => rows.push(row),
        }
    }
    Band::Table(rows)
}

/// Whether lines are text in columns: many lines, and most cells as long as lines of text.
fn is_text(lines: &[Line], columns: &[[f64; 2]]) -> bool {
    const LEAST_LINES: usize = 5;
    const LEAST_LENGTH: usize = 18;
    let cells = lines.iter().flat_map(|line| &line.cells);
    let long = cells.clone().filter(|cell| cell.text.len() >= LEAST_LENGTH).count();
    (2..=3).contains(&columns.len()) && lines.len() >= LEAST_LINES && long * 3 > cells.count() * 2
}

/// Appends words to a text, with a space between.
pub fn append(text: &mut String, more: &str) {
    if !text.is_empty() && !more.is_empty() {
        text.push(' ');
    }
    text.push_str(more);
}

/// Intervals, joined where they overlap, from left to right.
fn merged(intervals: impl Iterator<Item = [f64; 2]>) -> Vec<[f64; 2]> {
    let mut all: Vec<[f64; 2]> = intervals.collect();
    all.sort_by(|one, other| one[0].total_cmp(&other[0]));
    let mut out: Vec<[f64; 2]> = Vec::new();
    for [from, to] in all {
        match out.last_mut().filter(|last| from < last[1] + 1.0) {
            Some(last) => last[1] = last[1].max(to),
            None => out.push([from, to]),
        }
    }
    out
}
