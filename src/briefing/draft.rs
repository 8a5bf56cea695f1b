//! The whole content of an item, before it is divided into slides.

use crate::slide::SlideBody;
use explore::pages::tile::Tile;

/// The content of an item, or one of its tables, however long it is.
#[derive(Clone, Debug, PartialEq)]
pub struct SlideDraft {
    /// The title.
    pub title: String,
    /// The content below the title.
    pub body: SlideBody,
    /// Caveats that hold for every part of it.
    pub caveats: Vec<String>,
    /// The source: force, report, date and passage.
    pub source: String,
    /// The names of the forces that it is about.
    pub forces: Vec<String>,
}

impl SlideDraft {
    /// Its name in the list of items: the title, with the first paragraph of a finding or the value of a number.
    pub fn name(&self) -> String {
        match &self.body {
            SlideBody::Finding { paragraphs, .. } => {
                let first = paragraphs.first().map_or("", |paragraph| paragraph.text.as_str());
                format!("{}: {first}", self.title)
            }
            SlideBody::Number(number) => format!("{}: {}", self.title, number.value),
            _ => self.title.clone(),
        }
    }

    /// Everything in it that comes from the data, line by line. Later versions of the data are compared with it.
    fn data_lines(&self) -> Vec<String> {
        let mut lines = vec![self.title.clone()];
        match &self.body {
            SlideBody::Title(_) | SlideBody::Heading | SlideBody::Sources(_) => {}
            SlideBody::Timeline(grid) | SlideBody::Comparison(grid) => {
                for (name, entries) in &grid.rows {
                    let cells = entries.iter().zip(&grid.heads).filter(|(entry, _)| !entry.tiles.is_empty());
                    lines.extend(cells.map(|(entry, head)| {
                        let tiles: Vec<String> = entry.tiles.iter().map(tile_text).collect();
                        format!("{name}, {}: {}", head.name, tiles.join(", "))
                    }));
                }
            }
            SlideBody::Finding { paragraphs, .. } | SlideBody::Unchecked(paragraphs) => {
                lines.extend(paragraphs.iter().map(|p| p.text.clone()));
            }
            SlideBody::FindingList(findings) => {
                lines.extend(findings.iter().map(|[kind, text, _]| format!("{kind}: {text}")))
            }
            SlideBody::Judgments(judgments) => {
                lines.extend(judgments.iter().map(|(tile, area)| format!("{area}: {}", tile_text(tile))));
            }
            SlideBody::Chart(chart) => lines.extend(chart.rows.iter().map(|pair| {
                let (force, other) = (&pair.force.value, &pair.comparator.value);
                format!("{}: {} {force}, {} {other}", pair.label, chart.force, chart.comparator)
            })),
            SlideBody::Number(number) => lines.push(format!("{}: {}", number.label, number.value)),
        }
        lines.push(self.source.clone());
        lines
    }
}

fn tile_text(tile: &Tile) -> String {
    let note = tile.note.as_ref().map(|note| format!(" {note}")).unwrap_or_default();
    format!("{}{note}", tile.word)
}

/// Everything in an item that comes from the data, line by line, without consecutive duplicates.
pub fn recorded_text(drafts: &[SlideDraft]) -> String {
    let mut lines: Vec<String> = drafts.iter().flat_map(SlideDraft::data_lines).filter(|l| !l.is_empty()).collect();
    lines.dedup();
    lines.join("\n")
}
