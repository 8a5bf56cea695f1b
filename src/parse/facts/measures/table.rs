//! Tables with two values per row: the force's and a comparator's.

pub mod cells;
mod header;
mod problems;
mod rows;
pub mod scale;

pub use header::is_comparator;

use crate::facts::prose::Prose;
use cells::{block_from, has_star, is_missing, starred_notes};
use header::TableHeader;
use intake::block::{Block, LinePiece, block_passages};
use model::Measure;
use model::problem::Problem;
use rows::MeasureRow;
use scale::TableScale;

/// What was read from a table, and where it ends.
pub struct MeasureTable<'a> {
    /// The index of the block after its last row.
    pub end: usize,
    /// The measures of its rows.
    pub measures: Vec<Measure>,
    /// Rows without a value and totals that do not add up.
    pub problems: Vec<Problem>,
    /// Lines of the surrounding paragraph that are in the same block as its last row.
    pub trailing_lines: Vec<LinePiece<'a>>,
}

/// Reads the table that begins at block `first`. `caption` is the last caption before it, with the index of its block.
pub fn read_at<'a>(prose: &Prose<'_, 'a>, first: usize, caption: Option<&(usize, String)>) -> Option<MeasureTable<'a>> {
    let blocks = &prose.blocks[..prose.body_len];
    let header = TableHeader::read_at(blocks, first)?;
    let rows = rows::read(blocks, header.rows_start);
    let caption = caption.filter(|(_, caption)| header.fits_caption(caption));
    let start_of = |n: usize| blocks.get(n).map_or(prose.source.len(), |block| block.start);
    let from = caption.map_or(first.saturating_sub(NOTE_REACH), |(n, _)| *n);
    let notes = starred_notes(prose, start_of(from)..start_of(rows.end + NOTE_REACH));
    let scale = TableScale::new(&header.text, caption.map(|(_, text)| text.as_str()), &notes);
    let name = caption.map_or(header.text.as_str(), |(_, caption)| caption.as_str());
    let measures = measures_of_rows(prose, &header, name, &scale, &rows.rows);
    let faults = problems::find_problems(prose.source, &rows.rows);
    (!measures.is_empty()).then_some(MeasureTable {
        end: rows.end,
        measures,
        problems: faults,
        trailing_lines: rows.trailing_lines,
    })
}

/// How many blocks away from a table its notes may be.
const NOTE_REACH: usize = 4;

/// The measures of the rows that have a value for the force; `name` is the caption of the table or its header.
fn measures_of_rows(
    prose: &Prose,
    header: &TableHeader,
    name: &str,
    scale: &TableScale,
    rows: &[MeasureRow],
) -> Vec<Measure> {
    let mut last_group: Option<(&str, &MeasureRow)> = None;
    let mut measures = Vec::new();
    for row in rows {
        let (label, is_numbered) = without_outcome_number(&row.label, header);
        let label = label.trim_end_matches(['*', ' ']);
        // "Suspect identified" is part of the group above it and means nothing without the group's name.
        let group = last_group.filter(|_| is_numbered && label.starts_with("Suspect "));
        if !is_numbered {
            last_group = Some((label, row));
        }
        let Some([first, second]) = row.values else { continue };
        let [force, other] = if header.is_comparator_first { [second, first] } else { [first, second] };
        if is_missing(force) {
            continue;
        }
        let quoted_rows = group.map(|(_, row)| row).into_iter().chain([row]);
        let blocks: Vec<Block> = quoted_rows.map(|row| block_from(row.pieces.clone())).collect();
        let passages = block_passages(prose.source, &blocks.iter().collect::<Vec<_>>());
        let (unit, period) = scale.unit_and_period(label, force, has_star(prose.source, &row.pieces));
        let comparator_value = Some(other).filter(|other| !is_missing(other));
        measures.push(Measure {
            label: group.map_or(label.to_string(), |(group, _)| format!("{group}: {label}")),
            value: force.to_string(),
            unit,
            period,
            comparator: comparator_value.map(|_| header.comparator.to_string()),
            comparator_value: comparator_value.map(str::to_string),
            table: Some(name.to_string()),
            finding: prose.finding_at(&passages).cloned(),
            passages,
        });
    }
    measures
}

/// A row's label without the number of an outcome type before it, and whether there was one.
fn without_outcome_number<'r>(label: &'r str, header: &TableHeader) -> (&'r str, bool) {
    let words = label.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_numbered = header.text.contains("number") && (1..=2).contains(&(label.len() - words.len()));
    match words.strip_prefix(' ').filter(|_| is_numbered) {
        Some(words) => (words, true),
        None => (label, false),
    }
}

#[cfg(test)]
mod tests;
