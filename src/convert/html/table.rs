//! Tables of web pages.

use super::tree::Element;
use crate::markup::rows_of_lines;

/// Elements that are no part of a table of data.
const BLOCKS: [&str; 9] = ["h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote", "section"];

/// Whether a table has data, and not the layout of a page or the border of a box.
pub fn has_data(table: &Element) -> bool {
    let inner = |name: &str| table.elements().filter(|element| element.name() == name).count();
    let has_blocks = table.elements().skip(1).any(|element| BLOCKS.contains(&element.name()));
    !has_blocks && inner("td") + inner("th") > inner("tr")
}

/// A table that is being read.
#[derive(Default)]
pub struct TableReader {
    /// The rows so far; each cell has its lines.
    rows: Vec<Vec<Vec<String>>>,
    /// The lines of the cell that is open.
    lines: Vec<String>,
    /// How many columns the open cell takes.
    columns: usize,
}

impl TableReader {
    /// Starts a row.
    pub fn start_row(&mut self) {
        self.rows.push(Vec::new());
    }

    /// Starts a cell that takes so many columns.
    pub fn start_cell(&mut self, columns: usize) {
        const MOST: usize = 40;
        self.lines = vec![String::new()];
        self.columns = columns.clamp(1, MOST);
    }

    /// Adds words to the open cell.
    pub fn add_text(&mut self, text: &str) {
        if let Some(line) = self.lines.last_mut() {
            line.push_str(text);
        }
    }

    /// Ends a line in the open cell. `is_break` is whether it may only wrap the words, as a line break does.
    pub fn end_line(&mut self, is_break: bool) {
        let is_empty = self.lines.last().is_none_or(|line| line.trim().is_empty());
        if is_break {
            self.add_text("\n");
        } else if !is_empty {
            self.lines.push(String::new());
        }
    }

    /// Ends the open cell.
    pub fn end_cell(&mut self) {
        let lines = self.lines.drain(..).flat_map(|line| wrapped_lines(&line));
        let lines: Vec<String> = lines.collect();
        if let Some(row) = self.rows.last_mut() {
            row.push(lines);
            row.extend(std::iter::repeat_n(Vec::new(), self.columns - 1));
        }
    }

    /// The rows of cells. A row whose cells have several lines becomes as many rows.
    pub fn finish(self) -> Vec<Vec<String>> {
        self.rows.iter().flat_map(|row| rows_of_lines(row)).collect()
    }
}

/// The lines of a text with line breaks. A line that starts with a small letter goes on with the one above.
fn wrapped_lines(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.split('\n').map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")) {
        match lines.last_mut() {
            Some(above) if line.starts_with(|c: char| !c.is_uppercase()) => {
                above.push(' ');
                above.push_str(&line);
            }
            _ if !line.is_empty() => lines.push(line),
            _ => {}
        }
    }
    lines
}
