//! One screen of a presentation, and the same on paper.

use crate::chunks::words as count;
use explore::pages::grid::Grid;
use explore::pages::numbers::{Chart, Number};
use explore::pages::tile::Tile;

/// One thing, large, with where it is from.
#[derive(Clone, Debug, PartialEq)]
pub struct Slide {
    /// The number of the item that it shows.
    pub item: u32,
    pub title: String,
    /// "2 of 3", where an item fills several screens.
    pub part: Option<String>,
    pub body: Body,
    /// What to bear in mind.
    pub notes: Vec<String>,
    /// Force, report, date and passage.
    pub source: String,
    /// The whole address of the page that it is from.
    pub address: String,
    /// What the speaker wants to say.
    pub note: String,
}

/// What is shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// The title alone.
    Heading,
    Timeline(Grid),
    Comparison(Grid),
    /// A finding's words, paragraph by paragraph.
    Finding {
        kind: String,
        kind_class: String,
        paragraphs: Vec<Paragraph>,
    },
    /// Findings of a list, each with its kind and where it is from.
    List(Vec<[String; 3]>),
    /// The judgments of a report.
    Judgments(Vec<(Tile, String)>),
    Chart(Chart),
    Number(Number),
    /// What was shown is not in the data; the words are those that it had.
    Gone(Vec<String>),
}

/// A paragraph of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    pub text: String,
    /// Whether it is the finding itself, not its explanation.
    pub is_statement: bool,
    pub is_list_item: bool,
}

impl Body {
    /// What sort of thing it is, for the list of items.
    pub fn kind(&self) -> &'static str {
        match self {
            Body::Heading => "Heading",
            Body::Timeline(_) => "Timeline",
            Body::Comparison(_) => "Comparison",
            Body::Finding { .. } => "Finding",
            Body::List(_) => "Findings",
            Body::Judgments(_) => "Report",
            Body::Chart(_) => "Chart",
            Body::Number(_) => "Number",
            Body::Gone(_) => "Not there",
        }
    }

    /// How much room it takes, for the size of its letters.
    pub fn size(&self) -> &'static str {
        const MEDIUM: usize = 35;
        const LONG: usize = 80;
        let n = match self {
            Body::Finding { paragraphs, .. } => paragraphs.iter().map(|p| count(&p.text)).sum(),
            Body::Gone(lines) => lines.iter().map(|line| count(line)).sum(),
            Body::List(findings) => findings.iter().map(|[_, text, _]| count(text)).sum(),
            _ => 0,
        };
        match n {
            n if n > LONG => "long",
            n if n > MEDIUM => "medium",
            _ => "short",
        }
    }
}

impl Slide {
    /// What it is called: a finding by its first words.
    pub fn name(&self) -> String {
        match &self.body {
            Body::Finding { paragraphs, .. } => {
                let first = paragraphs.first().map_or("", |paragraph| paragraph.text.as_str());
                format!("{}: {first}", self.title)
            }
            Body::Number(number) => format!("{}: {}", self.title, number.value),
            _ => self.title.clone(),
        }
    }

    /// Everything that it says of the data, a line each: what a later reader compares.
    fn lines(&self) -> Vec<String> {
        let mut lines = vec![self.title.clone()];
        match &self.body {
            Body::Heading => {}
            Body::Timeline(grid) | Body::Comparison(grid) => {
                for (name, entries) in &grid.rows {
                    let cells = entries.iter().zip(&grid.heads).filter(|(entry, _)| !entry.tiles.is_empty());
                    lines.extend(cells.map(|(entry, head)| {
                        let tiles: Vec<String> = entry.tiles.iter().map(said).collect();
                        format!("{name}, {}: {}", head.name, tiles.join(", "))
                    }));
                }
            }
            Body::Finding { paragraphs, .. } => lines.extend(paragraphs.iter().map(|p| p.text.clone())),
            Body::List(findings) => lines.extend(findings.iter().map(|[kind, text, _]| format!("{kind}: {text}"))),
            Body::Judgments(judgments) => {
                lines.extend(judgments.iter().map(|(tile, area)| format!("{area}: {}", said(tile))));
            }
            Body::Chart(chart) => lines.extend(chart.rows.iter().map(|pair| {
                let (force, other) = (&pair.force.value, &pair.comparator.value);
                format!("{}: {} {force}, {} {other}", pair.label, chart.force, chart.comparator)
            })),
            Body::Number(number) => lines.push(format!("{}: {}", number.label, number.value)),
            Body::Gone(words) => lines.extend(words.iter().cloned()),
        }
        lines.push(self.source.clone());
        lines
    }
}

fn said(tile: &Tile) -> String {
    let note = tile.note.as_ref().map(|note| format!(" {note}")).unwrap_or_default();
    format!("{}{note}", tile.word)
}

/// Everything that slides say of the data, a line each, none twice in a row.
pub fn words(slides: &[Slide]) -> String {
    let mut lines: Vec<String> = slides.iter().flat_map(Slide::lines).filter(|line| !line.is_empty()).collect();
    lines.dedup();
    lines.join("\n")
}
