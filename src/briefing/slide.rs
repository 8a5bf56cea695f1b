//! Slides: one screen of a presentation each, printed the same way on the handout.

use explore::pages::grid::Grid;
use explore::pages::numbers::{Chart, NumberEntry};
use explore::pages::tile::Tile;

/// A slide with its source.
#[derive(Clone, Debug, PartialEq)]
pub struct Slide {
    /// The id of its element, which also names the place in a presentation: "slide-3-1" for the first slide of item 3.
    pub id: String,
    /// The title.
    pub title: String,
    /// "2 of 3", if the item fills several slides.
    pub part_label: Option<String>,
    /// The content below the title.
    pub body: SlideBody,
    /// Caveats, such as breaks in comparability.
    pub caveats: Vec<String>,
    /// What is not known, and what was left out; a table that needs the room has it on a slide of its own.
    pub notes: Vec<String>,
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
    /// The first slide: what the presentation is made from, line by line.
    Title(Vec<String>),
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
    /// What a brief says of a page that the data do not have: the lines of its recorded text.
    Unchecked(Vec<SlideParagraph>),
    /// The last slides: the sources of all the others.
    Sources(Vec<String>),
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
            SlideBody::Title(_) => "Title",
            SlideBody::Heading => "Heading",
            SlideBody::Timeline(_) => "Timeline",
            SlideBody::Comparison(_) => "Comparison",
            SlideBody::Finding { .. } => "Finding",
            SlideBody::FindingList(_) => "Findings",
            SlideBody::Judgments(_) => "Report",
            SlideBody::Chart(_) => "Chart",
            SlideBody::Number(_) => "Number",
            SlideBody::Unchecked(_) => "Not in the data",
            SlideBody::Sources(_) => "Sources",
        }
    }
}
