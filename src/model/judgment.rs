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

/// Whether there is a grade, and if not, why not: never a blank.
///
/// The site shows three more states: *report not held*, *graded, not known here* and *not asked*. They depend on what
/// else is held and not on a single report, so a report cannot contain them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JudgmentStatus {
    /// A grade was given in this cycle.
    Graded,
    /// Assessed, but no grade was given.
    Ungraded,
    /// The grade of an earlier cycle still applies; `Judgment::inspected` has its year.
    CarriedForward,
    /// The inspection had not been completed when the report was published.
    Pending,
    /// The question or area was not inspected in this cycle.
    NotInspected,
}

impl JudgmentStatus {
    /// Every state.
    pub const ALL: [JudgmentStatus; 5] = [
        JudgmentStatus::Graded,
        JudgmentStatus::Ungraded,
        JudgmentStatus::CarriedForward,
        JudgmentStatus::Pending,
        JudgmentStatus::NotInspected,
    ];

    /// Its name in words: "carried forward".
    pub fn name(self) -> &'static str {
        match self {
            JudgmentStatus::Graded => "graded",
            JudgmentStatus::Ungraded => "ungraded",
            JudgmentStatus::CarriedForward => "carried forward",
            JudgmentStatus::Pending => "pending",
            JudgmentStatus::NotInspected => "not inspected",
        }
    }
}

/// One judgment of one report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Judgment {
    /// Its permanent key.
    pub key: JudgmentKey,
    /// What kind of thing is judged.
    pub scope: Scope,
    /// The question or area, as printed at its section.
    pub area: String,
    /// Other names of the same area in the same report (2021/22 uses up to three).
    pub also_called: Vec<String>,
    /// Whether there is a grade, and if not, why not.
    #[serde(rename = "state")]
    pub status: JudgmentStatus,
    /// The grade; `Some` only if graded or carried forward.
    pub grade: Option<Grade>,
    /// The year in which it was inspected, where the report says so: "2016", "2015/16".
    pub inspected: Option<String>,
    /// Where the heading and the grade, or the sentence that explains its absence, are printed.
    pub passages: Vec<Passage>,
    /// Where else the report states the same judgment.
    pub also_stated: Vec<Passage>,
}
