//! What this product knows about inspections besides the reports: editorial facts from `data/`.

use crate::{Passage, ReportId, Scale};
use serde::{Deserialize, Serialize};

/// One round of inspections (`data/cycles.csv`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cycle {
    /// "2014", "2021/22".
    pub id: String,
    pub scale: Scale,
    /// Whether the inspectorate calls its grades comparable with those of the cycle before.
    pub comparable_with_previous: bool,
    /// The break in one line, where there is one.
    pub break_label: Option<String>,
    /// The inspectorate's own words on comparing, with where they stand.
    pub statement: Option<Statement>,
}

/// A sentence that a held report prints.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Statement {
    pub quote: String,
    pub report: ReportId,
    pub passage: Passage,
}

/// This product's own grouping of questions and areas across cycles (`data/subjects.csv`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Subject {
    pub id: String,
    pub name: String,
    /// The questions and areas it groups, folded by [`crate::fold::fold`].
    pub wordings: Vec<String>,
    /// How we read its wording of a cycle against that of the cycle before (`data/crosswalk.csv`).
    pub readings: Vec<Reading>,
}

/// Our own reading of how a subject was worded in one cycle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reading {
    pub cycle: String,
    pub relation: Relation,
    /// With what it was merged, from what it was split.
    pub note: Option<String>,
}

/// What became of a question or area from one cycle to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// The first cycle in which we know it.
    First,
    Same,
    Reworded,
    Split,
    Merged,
    /// It ended, and we say why.
    None,
}

/// This product's own label on findings about one thing (`data/themes.csv`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Theme {
    pub id: String,
    pub name: String,
    /// Any of these, at the start of a word of a finding, gives it the label.
    pub words: Vec<String>,
    /// The findings that have it: the places of the report in the bundle and of the finding in the report.
    pub findings: Vec<[usize; 2]>,
}
