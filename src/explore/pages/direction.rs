//! The mark of a direction: only where a sentence of the report sets a judgment against an earlier one.

use crate::pages::phrasing;
use crate::pages::report::line_href;
use crate::pages::tile::{Tile, TileState};
use crate::timeline::layout::{LayoutColumn, LayoutEntry};
use corpus::Corpus;

/// The mark of the judgment of an entry, with the sentence; it leads to that sentence. `None` for all but a few. `subject` is
/// the name of the row.
pub fn direction_tile(
    corpus: &Corpus,
    column: &LayoutColumn,
    entry: &LayoutEntry,
    subject: &str,
) -> Option<(Tile, String)> {
    let (LayoutColumn::HeldReport(report), LayoutEntry::Judgment(judgment)) = (column, entry) else { return None };
    let direction = corpus.directions.iter().find(|direction| direction.judgment == judgment.key)?;
    let word = direction.words.clone();
    let accessible_name = format!(
        "{word}: {subject}: “{}” {}, {}.",
        direction.sentence,
        report.force.name,
        phrasing::report_name(report)
    );
    let href = line_href(report, direction.lines[0]);
    let tile = Tile { state: TileState::Direction, word, note: None, scale_position: None, accessible_name, href };
    Some((tile, format!("“{}”", direction.sentence)))
}
