//! Lines of text, from glyphs.

use super::grid::Grid;
use super::page::Glyph;
use crate::markup::superscript;

/// A piece of a line: words without a gap between them that is as wide as one between columns.
#[derive(Clone, Debug)]
pub struct Cell {
    /// Its left end.
    pub x: f64,
    /// Its right end.
    pub end: f64,
    /// Its words.
    pub text: String,
}

/// A line of a page.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its baseline.
    pub y: f64,
    /// The size of most of its letters.
    pub size: f64,
    /// Whether all of its letters are bold.
    pub is_bold: bool,
    /// Its pieces, from left to right; never empty.
    pub cells: Vec<Cell>,
}

impl Line {
    /// Its left end.
    pub fn x(&self) -> f64 {
        self.cells[0].x
    }

    /// Its right end.
    pub fn end(&self) -> f64 {
        self.cells[self.cells.len() - 1].end
    }

    /// Its words.
    pub fn text(&self) -> String {
        self.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// A gap of so many sizes of the font is one between words.
const WORD_GAP: f64 = 0.16;

/// A gap of so many sizes of the font is one between columns.
const COLUMN_GAP: f64 = 1.6;

/// How many runs of a line are compared with the next one: more than a table has columns.
const MOST_BESIDE: usize = 64;

/// The lines of the glyphs of a page, from top to bottom.
pub fn from_glyphs(glyphs: Vec<Glyph>, grids: &[Grid]) -> Vec<Line> {
    let mut runs: Vec<Run> = Vec::new();
    for glyph in glyphs {
        match runs.last_mut().filter(|run| run.goes_on_with(&glyph, grids)) {
            Some(run) => run.push(glyph),
            None => runs.push(Run::new(glyph)),
        }
    }
    runs.retain(|run| !run.text().trim().is_empty());
    runs.sort_by(|one, other| one.y.total_cmp(&other.y));
    let mut rows: Vec<Vec<Run>> = Vec::new();
    for run in runs {
        // The runs nearest to it are the last ones, because they are in order.
        let is_beside = |row: &&mut Vec<Run>| row.iter().rev().take(MOST_BESIDE).any(|other| other.is_beside(&run));
        let row = rows.iter_mut().rev().take(4).find(is_beside);
        match row {
            Some(row) => row.push(run),
            None => rows.push(vec![run]),
        }
    }
    let mut lines: Vec<Line> = rows.into_iter().filter_map(|row| line_from_row(row, grids)).collect();
    lines.sort_by(|one, other| one.y.total_cmp(&other.y));
    lines
}

/// Glyphs that are drawn one after the other on one baseline.
struct Run {
    y: f64,
    size: f64,
    glyphs: Vec<Glyph>,
}

impl Run {
    fn new(glyph: Glyph) -> Run {
        Run { y: glyph.y, size: glyph.size, glyphs: vec![glyph] }
    }

    fn last(&self) -> &Glyph {
        &self.glyphs[self.glyphs.len() - 1]
    }

    fn goes_on_with(&self, glyph: &Glyph, grids: &[Grid]) -> bool {
        let gap = glyph.x - self.last().end;
        let is_apart = gap > 0.0 && is_separated(self.last().end, glyph.x, glyph.y, grids);
        let is_same_style = (glyph.size - self.size).abs() < 0.1 * self.size;
        !is_apart
            && (glyph.y - self.y).abs() < 0.1 * self.size
            && is_same_style
            && (-0.3 * self.size..COLUMN_GAP * self.size).contains(&gap)
    }

    fn push(&mut self, glyph: Glyph) {
        // Some programs draw a letter twice to make it bold.
        let is_twice = self
            .glyphs
            .iter()
            .rev()
            .take(2)
            .any(|other| other.text == glyph.text && (other.x - glyph.x).abs() < 0.1 * self.size);
        if !is_twice || glyph.text == " " {
            self.glyphs.push(glyph);
        }
    }

    fn text(&self) -> String {
        let mut out = String::new();
        let mut end = f64::NEG_INFINITY;
        for glyph in &self.glyphs {
            if glyph.x - end > WORD_GAP * self.size && !out.is_empty() && !out.ends_with(' ') && glyph.text != " " {
                out.push(' ');
            }
            out.push_str(&glyph.text);
            end = glyph.end;
        }
        out
    }

    /// Whether another run is in the same line. A raised mark has a smaller font.
    fn is_beside(&self, other: &Run) -> bool {
        let size = self.size.max(other.size);
        let is_raised = self.size.min(other.size) < 0.8 * size;
        (self.y - other.y).abs() < if is_raised { 0.55 } else { 0.25 } * size
    }

    fn is_number(&self) -> bool {
        let text = self.text();
        let text = text.trim();
        (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// Whether a rule of a table stands between two places.
fn is_separated(from: f64, to: f64, y: f64, grids: &[Grid]) -> bool {
    grids.iter().any(|grid| grid.separates(from, to, y))
}

fn line_from_row(mut runs: Vec<Run>, grids: &[Grid]) -> Option<Line> {
    runs.sort_by(|one, other| one.glyphs[0].x.total_cmp(&other.glyphs[0].x));
    let main = runs.iter().max_by_key(|run| run.text().len()).map(|run| (run.y, run.size))?;
    let letters = || runs.iter().flat_map(|run| &run.glyphs).filter(|glyph| glyph.text.contains(char::is_alphanumeric));
    let is_bold = letters().next().is_some() && letters().all(|glyph| glyph.is_bold);
    let mut cells: Vec<Cell> = Vec::new();
    for run in &runs {
        let (x, end) = (run.glyphs[0].x, run.last().end);
        let is_raised = run.size < 0.85 * main.1 && run.y < main.0 - 0.08 * main.1;
        let text = if is_raised && run.is_number() { superscript(run.text().trim()) } else { run.text() };
        let is_near = |cell: &&mut Cell| {
            x - cell.end < COLUMN_GAP * main.1 && (x <= cell.end || !is_separated(cell.end, x, main.0, grids))
        };
        match cells.last_mut().filter(is_near) {
            Some(cell) => {
                let is_apart = x - cell.end > WORD_GAP * main.1;
                if is_apart && !cell.text.ends_with(' ') && !text.starts_with(' ') {
                    cell.text.push(' ');
                }
                cell.text.push_str(&text);
                cell.end = cell.end.max(end);
            }
            None => cells.push(Cell { x, end, text }),
        }
    }
    cells.iter_mut().for_each(|cell| cell.text = cell.text.split_whitespace().collect::<Vec<_>>().join(" "));
    cells.retain(|cell| !cell.text.is_empty());
    (!cells.is_empty()).then_some(Line { y: main.0, size: main.1, is_bold, cells })
}
