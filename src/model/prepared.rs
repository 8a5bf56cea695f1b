//! What pages show of many reports, prepared ahead of time, so that they need none of them.

use crate::{FindingKey, ForceId, ScalePosition};
use serde::Serialize;

/// A theme of the findings on a force, with the words of one of them. It is prepared, so that the page of a force needs none
/// of the findings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ThemeExample {
    /// The force.
    pub force: ForceId,
    /// The id of the theme.
    pub theme: String,
    /// How many findings on the force have the label.
    pub findings: usize,
    /// The finding, from the newest report that has any with the label.
    pub example: FindingKey,
    /// Its kind and report: "Area for improvement, PEEL 2021/22".
    pub source: String,
    /// Its words: those before the word that it got the label for, that word, and those after it.
    pub words: [String; 3],
}

/// The newest known grades of a force in one cycle, for its card in the list of forces.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NewestGrades {
    /// The force.
    pub force: ForceId,
    /// The id of the cycle.
    pub cycle: String,
    /// Whether the report is held, and its date: "report held, published October 2022".
    pub status: String,
    /// What was graded, with the grades.
    pub grades: Vec<GradeFace>,
    /// What was judged without a grade, or what is not known.
    pub missing_note: Option<String>,
}

/// A grade as it is drawn: what can be seen of a tile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GradeFace {
    /// What has the grade: a pillar, a subject, or a number of areas.
    pub label: String,
    /// How it is drawn, as class names.
    pub classes: String,
    /// The word on it: the grade, or the state if there is none.
    pub word: String,
    /// A short addition to the word: "from 2016".
    pub note: Option<String>,
    /// The position of the grade on its scale.
    pub scale_position: Option<ScalePosition>,
}
