//! What this product knows about inspections besides the reports: editorial facts from `data/`.

use super::{Passage, ReportId, Scale};
use serde::Serialize;

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
}
