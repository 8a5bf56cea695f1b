//! What a report contains besides judgments, findings, measures and references: figures, footnotes, abbreviations and
//! definitions.

use crate::Passage;
use serde::{Deserialize, Serialize};

/// A chart or table, identified by its caption.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// The number printed with it: "4" for "Figure 4"; `None` where it has none.
    pub number: Option<String>,
    /// The caption as printed.
    pub caption: String,
    /// Whether the text contains the figure's data, or only its caption.
    pub data_in_text: bool,
    /// Where the caption, and the data if any, are printed.
    pub passages: Vec<Passage>,
}

/// A note at the foot of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Footnote {
    /// Its number in plain digits, or a star.
    pub marker: String,
    /// The note without its marker.
    pub text: String,
    /// Where the note is printed.
    pub passages: Vec<Passage>,
    /// Where its marker is in the body text: several places if it is repeated, none if the text has lost it.
    pub marked: Vec<Passage>,
}

/// An abbreviation that the report's own text spells out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Abbreviation {
    /// The abbreviation: "AFI".
    pub short: String,
    /// What it stands for: "area for improvement".
    pub long: String,
    /// Where the text spells it out first.
    pub passages: Vec<Passage>,
    /// Where it spells it out again; not in the bundle that browsers fetch.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub again: Vec<Repetition>,
}

/// A place where a report says again what it has said before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Repetition {
    /// Where it is printed.
    pub passages: Vec<Passage>,
}

/// How a report gives a definition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DefinitionKind {
    /// In its text: a sentence, a bracket, or an entry of a glossary.
    Sentence,
    /// In a footnote.
    Footnote,
}

/// What a term means, in the words of the report that says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Definition {
    /// The term as the report prints it, without quotation marks: "golden hour".
    pub term: String,
    /// The words that say what it means, verbatim.
    pub text: String,
    /// How the report gives it.
    pub kind: DefinitionKind,
    /// Where it is printed.
    pub passages: Vec<Passage>,
}
