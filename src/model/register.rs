//! Grades that public pages state of inspections, for where the report itself is not held.

use crate::{ForceId, Grade, Scope, When};
use serde::{Deserialize, Serialize};

/// Whose page it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Publisher {
    #[serde(rename = "inspectorate")]
    Inspectorate,
    /// A force, or a police and crime commissioner.
    #[serde(rename = "police body")]
    PoliceBody,
    #[serde(rename = "news release")]
    NewsRelease,
}

/// A public page that states grades of one cycle of one force (`data/grade-register.csv`, `data/grade-counts.csv`).
///
/// What it does not state is unknown, which is not the same as ungraded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RegisterPage {
    pub force: ForceId,
    pub cycle: String,
    /// The date stamped on the page: mostly the day of publication, sometimes of a later change.
    pub dated: Option<When>,
    pub publisher: Publisher,
    pub url: String,
    pub grades: Vec<StatedGrade>,
    pub count: Option<GradeCount>,
}

/// A grade as a page states it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StatedGrade {
    pub scope: Scope,
    /// The pillar, question or area as that page words it.
    pub area: String,
    pub grade: Grade,
}

/// How many areas a page says were graded, and how many got each grade.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GradeCount {
    pub graded: usize,
    /// One for each of [`Grade::ALL`]; they come to `graded`.
    pub of_each: Vec<usize>,
}

impl Publisher {
    /// Whose page it is, in words.
    pub fn name(self) -> &'static str {
        match self {
            Publisher::Inspectorate => "the inspectorate's page",
            Publisher::PoliceBody => "a police body's page",
            Publisher::NewsRelease => "a news release",
        }
    }
}

impl GradeCount {
    /// How many areas got a grade; `None` for no grade at all of that name.
    pub fn of(&self, grade: Grade) -> Option<usize> {
        Grade::ALL.iter().position(|of| *of == grade).and_then(|at| self.of_each.get(at)).copied()
    }

    /// The grades that any area got, best first, each with its number.
    pub fn given(&self) -> impl Iterator<Item = (Grade, usize)> + '_ {
        Grade::ALL.into_iter().zip(self.of_each.iter().copied()).filter(|(_, n)| *n > 0)
    }
}
