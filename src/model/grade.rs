//! Grades and the scales they belong to.

use crate::folding::join_words;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A grade as the inspectorate prints it.
///
/// Grades have no order among themselves. What "Good" means depends on the scale, and the
/// inspectorate says that grades of different scales cannot be compared, so code that compares
/// two grades does not compile:
///
/// ```compile_fail
/// use model::Grade;
/// let worse = Grade::Good < Grade::Outstanding;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Grade {
    /// The best grade of either scale.
    Outstanding,
    /// The second grade of either scale.
    Good,
    /// Only from 2021/22.
    Adequate,
    /// The last grade but one of either scale.
    #[serde(rename = "Requires improvement")]
    RequiresImprovement,
    /// The worst grade of either scale.
    Inadequate,
}

/// The set of grades that a cycle used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Scale {
    /// To 2018/19: Outstanding, Good, Requires improvement, Inadequate.
    #[serde(rename = "four-tier")]
    FourTier,
    /// From 2021/22: the same with Adequate in the middle.
    #[serde(rename = "five-tier")]
    FiveTier,
    /// No grades: the Core business letters of 2014.
    #[serde(rename = "none")]
    Ungraded,
}

/// The position of a grade on its own scale, for drawing only: positions on different scales cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ScalePosition {
    /// How many steps from the bottom, counted from 1.
    pub step: u8,
    /// The number of steps on the scale: four or five.
    pub step_count: u8,
}

impl Grade {
    /// Every grade of any scale, best first, in the order the inspectorate lists them.
    pub const ALL: [Grade; 5] =
        [Grade::Outstanding, Grade::Good, Grade::Adequate, Grade::RequiresImprovement, Grade::Inadequate];

    /// The grade as the inspectorate prints it: "Requires improvement".
    pub fn name(self) -> &'static str {
        match self {
            Grade::Outstanding => "Outstanding",
            Grade::Good => "Good",
            Grade::Adequate => "Adequate",
            Grade::RequiresImprovement => "Requires improvement",
            Grade::Inadequate => "Inadequate",
        }
    }

    /// Reads a text that is a grade and nothing else, in any case and with any white space between its words.
    pub fn from_printed(text: &str) -> Option<Grade> {
        let words = join_words(&text.split_whitespace().collect::<Vec<_>>(), " ");
        Grade::ALL.into_iter().find(|grade| grade.name().eq_ignore_ascii_case(&words))
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Scale {
    /// Its name in tables: "four-tier".
    pub fn name(self) -> &'static str {
        match self {
            Scale::FourTier => "four-tier",
            Scale::FiveTier => "five-tier",
            Scale::Ungraded => "none",
        }
    }

    /// The grades of this scale, best first.
    pub fn grades(self) -> &'static [Grade] {
        use Grade::*;
        match self {
            Scale::FourTier => &[Outstanding, Good, RequiresImprovement, Inadequate],
            Scale::FiveTier => &[Outstanding, Good, Adequate, RequiresImprovement, Inadequate],
            Scale::Ungraded => &[],
        }
    }

    /// The position of a grade on this scale; `None` if the scale does not have it.
    pub fn position_of(self, grade: Grade) -> Option<ScalePosition> {
        let grades = self.grades();
        let from_top = grades.iter().position(|g| *g == grade)?;
        Some(ScalePosition { step: (grades.len() - from_top) as u8, step_count: grades.len() as u8 })
    }
}
