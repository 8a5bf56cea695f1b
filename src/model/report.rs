//! One inspection report of one force, as parsed from its text (`data/report.schema.json`).

use crate::problem::Problem;
use crate::{
    Abbreviation, Figure, Finding, Footnote, ForceId, Judgment, JudgmentKey, Measure, Reference, ReportId, Scale, When,
};
use serde::{Deserialize, Serialize};

/// The number of the schema that this program reads and writes.
pub const SCHEMA: u32 = 1;

/// Who inspected: the name changed in July 2017.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Inspectorate {
    #[serde(rename = "HMIC")]
    Hmic,
    #[serde(rename = "HMICFRS")]
    Hmicfrs,
}

impl Inspectorate {
    /// The short name that the inspectorate prints.
    pub fn name(self) -> &'static str {
        match self {
            Inspectorate::Hmic => "HMIC",
            Inspectorate::Hmicfrs => "HMICFRS",
        }
    }
}

/// The inspected force under the name that the report prints.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PrintedForce {
    pub id: ForceId,
    pub name: String,
}

/// The file a report was parsed from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Source {
    /// File name without its folder.
    pub file: String,
    /// Hash of the file's bytes, so that a quotation can be checked against the very same text.
    pub sha256: String,
    pub bytes: usize,
    pub lines: usize,
}

/// A parsed report. Every quoted string is the report's own, with white space collapsed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    pub schema: u32,
    pub id: ReportId,
    pub force: PrintedForce,
    pub inspectorate: Inspectorate,
    pub programme: String,
    pub pillar: Option<String>,
    pub cycle: String,
    pub title: String,
    /// To the precision printed; `None` where the text prints no date.
    pub published: Option<When>,
    /// When the fieldwork was done, as the text gives it.
    pub inspected: Option<When>,
    pub isbn: Option<String>,
    pub inspector: Option<String>,
    pub scale: Scale,
    pub source: Source,
    pub judgments: Vec<Judgment>,
    pub findings: Vec<Finding>,
    pub measures: Vec<Measure>,
    pub figures: Vec<Figure>,
    pub footnotes: Vec<Footnote>,
    pub abbreviations: Vec<Abbreviation>,
    pub references: Vec<Reference>,
    pub problems: Vec<Problem>,
}

impl Report {
    /// The judgment with this key.
    pub fn judgment(&self, key: &JudgmentKey) -> Option<&Judgment> {
        self.judgments.iter().find(|judgment| judgment.key == *key)
    }

    /// Under which name the source text is published with the site, changed whenever the text is.
    pub fn text_file(&self) -> String {
        let hash = self.source.sha256.get(..16).unwrap_or(&self.source.sha256);
        format!("{}.{hash}.txt", self.id)
    }
}
