//! Slides: one screen of a presentation each, printed the same way on the handout.

use crate::split::count_words as count;
use explore::pages::grid::Grid;
use explore::pages::numbers::{Chart, NumberEntry};
use explore::pages::tile::Tile;

/// A slide with its source.
#[derive(Clone, Debug, PartialEq)]
pub struct Slide {
    /// The number of the item that it belongs to.
    pub item_id: u32,
    /// The title.
    pub title: String,
    /// "2 of 3", if the item fills several slides.
    pub part_label: Option<String>,
    /// The content below the title.
    pub body: SlideBody,
    /// Caveats, such as breaks in comparability.
    pub caveats: Vec<String>,
    /// The source: force, report, date and passage.
    pub source: String,
    /// The full address of the page that it is from; empty if there is none.
    pub address: String,
    /// The speaker's notes.
    pub speaker_notes: String,
}

/// The content of a slide.
#[derive(Clone, Debug, PartialEq)]
pub enum SlideBody {
    /// Nothing but the title.
    Heading,
    /// The grades of one force over time.
    Timeline(Grid),
    /// The grades of several forces on one subject.
    Comparison(Grid),
    /// The words of a finding.
    Finding {
        /// The name of its kind: "Area for improvement".
        kind: String,
        /// The CSS class of its kind.
        kind_class: String,
        /// Its words, paragraph by paragraph.
        paragraphs: Vec<SlideParagraph>,
    },
    /// Findings of a list: the kind, the words and the source of each.
    FindingList(Vec<[String; 3]>),
    /// The judgments of a report: the tile and the area of each.
    Judgments(Vec<(Tile, String)>),
    /// Numbers of a force next to those of its comparator.
    Chart(Chart),
    /// A single number.
    Number(NumberEntry),
    /// A page that is no longer in the data: the lines of its recorded text.
    Gone(Vec<String>),
}

/// A paragraph of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlideParagraph {
    /// The words of the paragraph.
    pub text: String,
    /// Whether it is the finding itself, not its explanation.
    pub is_statement: bool,
    /// Whether it is an item of a bulleted list.
    pub is_list_item: bool,
}

impl SlideBody {
    /// The kind of the content, for the list of items.
    pub fn kind_name(&self) -> &'static str {
        match self {
            SlideBody::Heading => "Heading",
            SlideBody::Timeline(_) => "Timeline",
            SlideBody::Comparison(_) => "Comparison",
            SlideBody::Finding { .. } => "Finding",
            SlideBody::FindingList(_) => "Findings",
            SlideBody::Judgments(_) => "Report",
            SlideBody::Chart(_) => "Chart",
            SlideBody::Number(_) => "Number",
            SlideBody::Gone(_) => "Missing",
        }
    }

    /// How long the text is ("short", "medium" or "long"), which determines its font size.
    pub fn text_length(&self) -> &'static str {
        const MEDIUM: usize = 35;
        const LONG: usize = 80;
        let word_count = match self {
            SlideBody::Finding { paragraphs, .. } => paragraphs.iter().map(|p| count(&p.text)).sum(),
            SlideBody::Gone(lines) => lines.iter().map(|line| count(line)).sum(),
            SlideBody::FindingList(findings) => findings.iter().map(|[_, text, _]| count(text)).sum(),
            _ => 0,
        };
        if word_count > LONG {
            "long"
        } else if word_count > MEDIUM {
            "medium"
        } else {
            "short"
        }
    }
}

impl Slide {
    /// The name of the slide in the list of items: the title, with the first paragraph of a finding or the value of a
    /// number.
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

    /// Everything on the slide that comes from the data, line by line. Later versions of the data are compared with it.
    fn data_lines(&self) -> Vec<String> {
        let mut lines = vec![self.title.clone()];
        match &self.body {
            SlideBody::Heading => {}
            SlideBody::Timeline(grid) | SlideBody::Comparison(grid) => {
                for (name, entries) in &grid.rows {
                    let cells = entries.iter().zip(&grid.heads).filter(|(entry, _)| !entry.tiles.is_empty());
                    lines.extend(cells.map(|(entry, head)| {
                        let tiles: Vec<String> = entry.tiles.iter().map(tile_text).collect();
                        format!("{name}, {}: {}", head.name, tiles.join(", "))
                    }));
                }
            }
            SlideBody::Finding { paragraphs, .. } => lines.extend(paragraphs.iter().map(|p| p.text.clone())),
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
            SlideBody::Gone(words) => lines.extend(words.iter().cloned()),
        }
        lines.push(self.source.clone());
        lines
    }
}

fn tile_text(tile: &Tile) -> String {
    let note = tile.note.as_ref().map(|note| format!(" {note}")).unwrap_or_default();
    format!("{}{note}", tile.word)
}

/// Everything on the slides that comes from the data, line by line, without consecutive duplicates.
pub fn recorded_text(slides: &[Slide]) -> String {
    let mut lines: Vec<String> = slides.iter().flat_map(Slide::data_lines).filter(|line| !line.is_empty()).collect();
    lines.dedup();
    lines.join("\n")
}
