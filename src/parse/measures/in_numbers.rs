//! "Force in numbers": labels, each with the force's value and the one of England and Wales.

use super::line::Line;
use super::table::cells::{block_of, is_missing, is_starred, is_value, starred_notes};
use super::table::{is_comparator, scale};
use crate::model::Measure;
use crate::parse::block::{Block, Mark, Piece, passages};
use crate::parse::prose::Prose;
use crate::parse::text::{is_finished, join};

/// Whether a block is the heading of such a part.
pub fn is_heading(block: &Block) -> bool {
    block.mark == Mark::None && block.is("Force in numbers")
}

/// Reads the part below block `heading`; also gives the first block behind it.
pub fn read(prose: &Prose, heading: usize) -> (Vec<Measure>, usize) {
    let mut part = Part::default();
    let mut end = heading + 1;
    while let Some(block) = prose.blocks[..prose.body].get(end) {
        let text = block.text();
        if is_finished(&text) || block.pieces.len() > LONGEST {
            break;
        }
        match block.mark {
            Mark::Row => {
                block.cells().filter(|cell| !cell.text.is_empty()).for_each(|cell| part.add(prose.source, &[cell]))
            }
            // A dash for a value that is not available may be joined with the words behind it.
            _ => block
                .pieces
                .chunk_by(|one, other| is_label(one) && is_label(other))
                .for_each(|cell| part.add(prose.source, cell)),
        }
        end += 1;
    }
    part.close();
    let until = prose.blocks.get(end).map_or(prose.source.len(), |block| block.marked_at);
    let notes = starred_notes(prose, prose.blocks[heading].marked_at..until);
    let note = notes.iter().find_map(|note| scale::period(note));
    let measure = |entry: &Entry| entry.measure(prose, note.as_deref());
    (part.entries.iter().filter_map(measure).collect(), end)
}

/// Words, or the year that a line end has parted from them.
fn is_label(piece: &Piece) -> bool {
    let is_year = piece.text.len() == 4 && ["19", "20"].iter().any(|century| piece.text.starts_with(century));
    is_year || !piece.text.split_whitespace().all(is_value)
}

/// A label with more lines is a paragraph.
const LONGEST: usize = 4;

/// The part as it is gone through.
#[derive(Default)]
struct Part<'a> {
    entries: Vec<Entry<'a>>,
    open: Entry<'a>,
    /// Whether the heading over the labels has a star.
    is_starred: bool,
    after_name: bool,
}

/// A label with the names and values under it.
#[derive(Clone, Default)]
struct Entry<'a> {
    label: Vec<Piece<'a>>,
    names: Vec<String>,
    values: Vec<Piece<'a>>,
    is_starred: bool,
}

impl<'a> Part<'a> {
    fn add(&mut self, source: &str, cell: &[Piece<'a>]) {
        let text = join(cell.iter().map(|piece| piece.text));
        if text.split_whitespace().all(is_value) {
            cell.iter().flat_map(words).for_each(|value| self.open.values.push(value));
            self.after_name = false;
        } else if is_comparator(&text) || ["Police", "Constabulary", "Service"].iter().any(|end| text.ends_with(end)) {
            if !self.after_name {
                self.open.names.clear();
            }
            self.open.names.push(text);
            self.after_name = true;
        } else {
            if self.open.values.is_empty() {
                // No value stood under the last words: they were a heading.
                self.is_starred = is_starred(source, &self.open.label);
            }
            self.close();
            let is_starred = self.is_starred || is_starred(source, cell);
            self.open.label = cell.to_vec();
            self.open.is_starred = is_starred;
            self.after_name = false;
        }
    }

    /// Keeps the entry that is open; its names hold on until others are printed.
    fn close(&mut self) {
        let names = self.open.names.clone();
        let entry = std::mem::take(&mut self.open);
        self.open.names = names;
        if !entry.values.is_empty() {
            self.entries.push(entry);
        }
    }
}

/// The words of a piece as pieces of their own.
fn words<'a>(piece: &Piece<'a>) -> impl Iterator<Item = Piece<'a>> {
    let place = |word: &str| word.as_ptr() as usize - piece.text.as_ptr() as usize;
    piece.text.split_whitespace().map(move |word| piece.part(place(word)..place(word) + word.len()))
}

impl Entry<'_> {
    /// The measure, if each name has its value.
    fn measure(&self, prose: &Prose, note: Option<&str>) -> Option<Measure> {
        let force = self.names.iter().position(|name| !is_comparator(name))?;
        if self.names.len() != self.values.len() || self.names.len() > 2 || self.label.is_empty() {
            return None;
        }
        let value = self.values[force].text;
        let other = (self.names.len() == 2).then(|| self.values[1 - force].text).filter(|other| !is_missing(other));
        let text = join(self.label.iter().map(|piece| piece.text));
        let (label, period) = split_period(text.trim_end_matches('*').trim_end());
        let places = [self.label.clone()].into_iter().chain(self.values.iter().map(|value| vec![*value]));
        let places: Vec<Block> = places.map(block_of).collect();
        let passages = passages(prose.source, &places.iter().collect::<Vec<_>>());
        let percent = value.ends_with('%').then(|| "percent".to_string());
        (!is_missing(value)).then(|| Measure {
            label: label.to_string(),
            value: value.to_string(),
            unit: percent.or_else(|| scale::per(label)),
            period: period.or(note.filter(|_| self.is_starred)).map(str::to_string),
            comparator: other.and(self.names.get(1 - force)).cloned(),
            comparator_value: other.map(str::to_string),
            finding: prose.finding_at(&passages).cloned(),
            passages,
        })
    }
}

/// The words of a label and the time at its end: "Incidents | 12 months to 30 June 2017".
fn split_period(label: &str) -> (&str, Option<&str>) {
    let line = Line::of(label);
    let ends = line.periods.last().is_some_and(|last| last.bytes.end == label.len());
    let from = line.periods.iter().find(|period| period.is_dated).filter(|_| ends).map(|first| first.bytes.start);
    match from {
        Some(from) if from > 0 => (label[..from].trim_end(), Some(&label[from..])),
        _ => (label, None),
    }
}

#[cfg(test)]
mod tests;
