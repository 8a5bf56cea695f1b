//! "Force in numbers" parts: labels, each with the force's value and the value for England and Wales.

use crate::facts::measures::periods::year_length;
use crate::facts::measures::sentence_line::SentenceLine;
use crate::facts::measures::table::cells::{RowCells, block_from, has_star, is_missing, starred_notes};
use crate::facts::measures::table::{is_comparator, scale};
use crate::facts::prose::Prose;
use intake::block::{Block, BlockKind, LinePiece, block_passages};
use intake::text::{is_complete, join_parts};
use model::Measure;

/// The heading of each such part.
const HEADING: &str = "Force in numbers";

/// Whether a block is the heading of a "Force in numbers" part.
pub fn is_heading(block: &Block) -> bool {
    block.kind == BlockKind::Plain && block.has_text(HEADING)
}

/// Reads the part below block `heading`; also returns the index of the first block after it.
pub fn read_force_in_numbers(prose: &Prose, heading: usize) -> (Vec<Measure>, usize) {
    let mut part = PartReader::default();
    let mut end = heading + 1;
    while let Some(block) = prose.blocks[..prose.body_len].get(end) {
        let text = block.text();
        if is_complete(&text) || block.pieces.len() > MAX_BLOCK_LINES {
            break;
        }
        block.pieces.iter().flat_map(split_cells).for_each(|cell| part.add_cell(prose.source, cell));
        part.end_block();
        end += 1;
    }
    part.close_entry(prose.source);
    let until = prose.blocks.get(end).map_or(prose.source.len(), |block| block.start);
    let notes = starred_notes(prose, prose.blocks[heading].start..until);
    let note = notes.iter().find_map(|note| scale::first_dated_period(note));
    let measure = |entry: &LabelEntry| entry.to_measure(prose, note.as_deref());
    (part.entries.iter().filter_map(measure).collect(), end)
}

/// The greatest number of lines in a block of the part; a block with more is a paragraph.
const MAX_BLOCK_LINES: usize = 12;

/// The state while a part is read.
#[derive(Default)]
struct PartReader<'a> {
    /// The finished entries.
    entries: Vec<LabelEntry<'a>>,
    /// The entry that is being read.
    open_entry: LabelEntry<'a>,
    /// Whether the heading over the labels has a star.
    is_starred: bool,
    /// What the previous cell was.
    previous: CellKind,
}

/// What the previous cell was.
#[derive(Clone, Copy, Default, PartialEq)]
enum CellKind {
    /// A value, or none.
    #[default]
    Other,
    /// A label or a part of one, in the same block.
    Label,
    /// The name of the force or of a comparator.
    Name,
}

/// A label with the names and values under it.
#[derive(Clone, Default)]
struct LabelEntry<'a> {
    /// The lines of the label.
    label: Vec<LinePiece<'a>>,
    /// The names of force and comparator, in the order of their values.
    names: Vec<String>,
    /// The values as printed.
    values: Vec<LinePiece<'a>>,
    /// Whether the label or the heading over it has a star.
    is_starred: bool,
}

impl<'a> PartReader<'a> {
    /// Ends a block, and with it any label.
    fn end_block(&mut self) {
        if self.previous == CellKind::Label {
            self.previous = CellKind::Other;
        }
    }

    /// Adds a cell of a line: a label, a name, values, or a name with values.
    fn add_cell(&mut self, source: &str, cell: LinePiece<'a>) {
        let cells = RowCells::new(cell.text);
        // "12 months to 31 March | 2017"
        let is_year = self.previous == CellKind::Label && year_length(cell.text).is_some();
        if is_year || !(cells.words.is_empty() || is_force_or_comparator(cells.words)) {
            if self.previous != CellKind::Label {
                self.close_entry(source);
            }
            self.open_entry.label.push(cell);
            self.previous = CellKind::Label;
            return;
        }
        if self.previous != CellKind::Name && !cells.words.is_empty() {
            self.open_entry.names.clear();
        }
        self.previous = if cells.words.is_empty() { CellKind::Other } else { CellKind::Name };
        self.open_entry.names.extend(Some(cells.words.to_string()).filter(|name| !name.is_empty()));
        self.open_entry.values.extend(cells.values.iter().map(|value| subpiece(&cell, value)));
    }

    /// Finishes the open entry. Its names also apply to the next entry until others are printed.
    fn close_entry(&mut self, source: &str) {
        let names = self.open_entry.names.clone();
        let mut entry = std::mem::replace(&mut self.open_entry, LabelEntry { names, ..LabelEntry::default() });
        let is_starred = has_star(source, &entry.label);
        if entry.values.is_empty() {
            // A label without values was a heading.
            self.is_starred = is_starred;
        } else {
            entry.is_starred = is_starred || self.is_starred;
            self.entries.push(entry);
        }
    }
}

/// Whether words name a force or a comparator.
fn is_force_or_comparator(words: &str) -> bool {
    is_comparator(words) || ["Police", "Constabulary", "Service"].iter().any(|end| words.ends_with(end))
}

/// The parts of a line, which are separated by tabs or by two or more spaces.
fn split_cells<'a>(line: &LinePiece<'a>) -> Vec<LinePiece<'a>> {
    let parts = line.text.split('\t').flat_map(|part| part.split("  ")).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(|part| subpiece(line, part)).collect()
}

/// The piece for `part`, a slice of the line's text.
fn subpiece<'a>(line: &LinePiece<'a>, part: &'a str) -> LinePiece<'a> {
    let from = part.as_ptr() as usize - line.text.as_ptr() as usize;
    line.slice(from..from + part.len())
}

impl LabelEntry<'_> {
    /// The measure, if each name has a value and the force's value is not missing. `note` is the period that a note
    /// gives for starred entries.
    fn to_measure(&self, prose: &Prose, note: Option<&str>) -> Option<Measure> {
        let force = self.names.iter().position(|name| !is_comparator(name))?;
        if self.names.len() != self.values.len() || self.names.len() > 2 || self.label.is_empty() {
            return None;
        }
        let value = self.values[force].text;
        let other = (self.names.len() == 2).then(|| self.values[1 - force].text).filter(|other| !is_missing(other));
        let text = join_parts(self.label.iter().map(|piece| piece.text));
        let (label, period) = split_period(text.trim_end_matches('*').trim_end());
        let parts = [self.label.clone()].into_iter().chain(self.values.iter().map(|value| vec![*value]));
        let blocks: Vec<Block> = parts.map(block_from).collect();
        let passages = block_passages(prose.source, &blocks.iter().collect::<Vec<_>>());
        let percent = value.ends_with('%').then(|| "percent".to_string());
        (!is_missing(value)).then(|| Measure {
            label: label.to_string(),
            value: value.to_string(),
            unit: percent.or_else(|| scale::rate_unit(label)),
            period: period.or(note.filter(|_| self.is_starred)).map(str::to_string),
            comparator: other.and(self.names.get(1 - force)).cloned(),
            comparator_value: other.map(str::to_string),
            table: Some(HEADING.to_string()),
            finding: prose.finding_at(&passages).cloned(),
            passages,
        })
    }
}

/// Splits a label into its words and the period at its end: "Incidents | 12 months to 30 June 2017".
fn split_period(label: &str) -> (&str, Option<&str>) {
    let line = SentenceLine::new(label);
    let has_period = line.periods.last().is_some_and(|last| last.bytes.end == label.len());
    let dated = line.periods.iter().find(|period| period.is_dated).filter(|_| has_period);
    let from = dated.map(|first| first.bytes.start);
    match from {
        Some(from) if from > 0 => (label[..from].trim_end(), Some(&label[from..])),
        _ => (label, None),
    }
}

#[cfg(test)]
mod tests;
