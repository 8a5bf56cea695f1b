//! What a report carries besides its judgments, findings and numbers.

use crate::{FindingKey, Passage};
use serde::Serialize;

/// A chart or table by its caption.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Figure {
    pub number: Option<String>,
    pub caption: String,
    /// Whether the text holds the figure's data, or only its caption.
    pub data_in_text: bool,
    pub passages: Vec<Passage>,
}

/// A note at the foot of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Footnote {
    pub marker: String,
    pub text: String,
    pub passages: Vec<Passage>,
    /// Where the words carry its mark; empty where the mark is lost from the text.
    pub marked: Vec<Passage>,
}

/// A short form that the report's own text spells out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Abbreviation {
    pub short: String,
    pub long: String,
    pub passages: Vec<Passage>,
}

/// A sentence that speaks of an earlier inspection, report, recommendation or judgment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reference {
    pub quote: String,
    /// The year it speaks of, where it names one.
    pub refers_to: Option<String>,
    pub finding: Option<FindingKey>,
    pub passages: Vec<Passage>,
}
