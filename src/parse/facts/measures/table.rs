//! Tables of two values a row: the force's and the one it is set beside.

pub mod cells;
mod faults;
mod header;
mod rows;
pub mod scale;

pub use header::is_comparator;

use crate::facts::prose::Prose;
use cells::{block_of, is_missing, is_starred, starred_notes};
use header::Header;
use intake::block::{Block, Piece, passages};
use model::Measure;
use model::problem::Problem;
use rows::Row;
use scale::Scale;

/// A table with its place among the blocks.
pub struct Table<'a> {
    /// The block behind its last row.
    pub end: usize,
    pub measures: Vec<Measure>,
    pub faults: Vec<Problem>,
    /// Words of the paragraph around it that stand glued to its last row.
    pub rest: Vec<Piece<'a>>,
}

/// The table that begins with block `first`; `caption` is the figure that it may be, with its block.
pub fn at<'a>(prose: &Prose<'_, 'a>, first: usize, caption: Option<&(usize, String)>) -> Option<Table<'a>> {
    let blocks = &prose.blocks[..prose.body];
    let header = Header::at(blocks, first)?;
    let rows = rows::read(blocks, header.rows);
    let caption = caption.filter(|(_, caption)| header.fits(caption));
    let place = |n: usize| blocks.get(n).map_or(prose.source.len(), |block| block.marked_at);
    let from = caption.map_or(first.saturating_sub(REACH), |(n, _)| *n);
    let notes = starred_notes(prose, place(from)..place(rows.end + REACH));
    let scale = Scale::of(&header.text, caption.map(|(_, text)| text.as_str()), &notes);
    let name = caption.map_or(header.text.as_str(), |(_, caption)| caption.as_str());
    let measures = measures(prose, &header, name, &scale, &rows.rows);
    let faults = faults::find(prose.source, &rows.rows);
    (!measures.is_empty()).then_some(Table { end: rows.end, measures, faults, rest: rows.rest })
}

/// How many blocks away from a table its notes may stand.
const REACH: usize = 4;

fn measures(prose: &Prose, header: &Header, name: &str, scale: &Scale, rows: &[Row]) -> Vec<Measure> {
    let mut group: Option<(&str, &Row)> = None;
    let mut out = Vec::new();
    for row in rows {
        let (label, is_numbered) = unnumbered(&row.label, header);
        let label = label.trim_end_matches(['*', ' ']);
        // "Suspect identified" is a part of the group above it, and says nothing without its name.
        let over = group.filter(|_| is_numbered && label.starts_with("Suspect "));
        if !is_numbered {
            group = Some((label, row));
        }
        let Some([one, other]) = row.values else { continue };
        let [force, other] = if header.comparator_first { [other, one] } else { [one, other] };
        if is_missing(force) {
            continue;
        }
        let places = over.map(|(_, row)| row).into_iter().chain([row]);
        let places: Vec<Block> = places.map(|row| block_of(row.pieces.clone())).collect();
        let passages = passages(prose.source, &places.iter().collect::<Vec<_>>());
        let (unit, period) = scale.of_row(label, force, is_starred(prose.source, &row.pieces));
        let other = Some(other).filter(|other| !is_missing(other));
        out.push(Measure {
            label: over.map_or(label.to_string(), |(group, _)| format!("{group}: {label}")),
            value: force.to_string(),
            unit,
            period,
            comparator: other.map(|_| header.comparator.to_string()),
            comparator_value: other.map(str::to_string),
            table: Some(name.to_string()),
            finding: prose.finding_at(&passages).cloned(),
            passages,
        });
    }
    out
}

/// The row's own words, and whether the number of an outcome type stood before them.
fn unnumbered<'r>(label: &'r str, header: &Header) -> (&'r str, bool) {
    let words = label.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_numbered = header.text.contains("number") && (1..=2).contains(&(label.len() - words.len()));
    match words.strip_prefix(' ').filter(|_| is_numbered) {
        Some(words) => (words, true),
        None => (label, false),
    }
}

#[cfg(test)]
mod tests;
