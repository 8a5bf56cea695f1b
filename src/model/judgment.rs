//! Judgments: a grade, or the lack of one.

use crate::{Grade, JudgmentKey, Passage};
use serde::{Deserialize, Serialize};

/// What a judgment is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// The whole of what the report inspected.
    Overall,
    /// Effectiveness, efficiency or legitimacy.
    Pillar,
    /// A question, to 2018/19.
    Question,
    /// An area, from 2021/22.
    Area,
}

/// Whether there is a grade, and if not, why not. Never a blank.
///
/// The sixth state of the product, *report not held*, is a fact about the bundle and not about a
/// report, so it cannot stand in one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    Graded,
    /// Assessed, and no grade given.
    Ungraded,
    /// The grade of an earlier cycle stands; `Judgment::inspected` says which.
    CarriedForward,
    /// The inspection had not been completed when the report was published.
    Pending,
    NotInspected,
}

/// One judgment of one report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Judgment {
    pub key: JudgmentKey,
    pub scope: Scope,
    /// The question or area as printed at its section.
    pub area: String,
    /// Other names of the same area in the same report (2021/22 uses up to three).
    pub also_called: Vec<String>,
    pub state: State,
    pub grade: Option<Grade>,
    /// The year the grade comes from, where the report says so.
    pub inspected: Option<String>,
    /// Where the grade, or the sentence that explains its absence, is printed.
    pub passages: Vec<Passage>,
    /// Where the report states the same again.
    pub also_stated: Vec<Passage>,
}
