//! Grades stated on public pages, for inspections whose reports are not held.

use crate::{DateSpan, ForceId, Grade, Scope};
use serde::{Deserialize, Serialize};

/// Who published a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PageSource {
    /// A later report of the inspectorate that is held here, which says that the grade stands.
    #[serde(rename = "later report")]
    LaterReport,
    /// HMIC or HMICFRS.
    #[serde(rename = "inspectorate")]
    Inspectorate,
    /// A force, or a police and crime commissioner.
    #[serde(rename = "police body")]
    PoliceBody,
    /// A news release, by whatever body.
    #[serde(rename = "news release")]
    NewsRelease,
    /// A newspaper, broadcaster or other third party that reports what the inspectorate found.
    #[serde(rename = "press")]
    Press,
}

/// A public page that states grades of one force in one cycle (`data/grade-register.csv`, `data/grade-counts.csv`).
///
/// A grade that it does not state is unknown, which is not the same as ungraded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RegisterPage {
    /// The force that was graded.
    pub force: ForceId,
    /// The cycle in which it was graded.
    pub cycle: String,
    /// The date on the page: usually the day of publication, sometimes that of a later change.
    pub dated: Option<DateSpan>,
    /// Who published it.
    pub publisher: PageSource,
    /// Its address. For a later report, the address of its page within this site.
    pub url: String,
    /// The grades that it states, one for each pillar, question or area.
    pub grades: Vec<StatedGrade>,
    /// How many areas got each grade, where the page states it.
    pub count: Option<GradeCount>,
}

/// A grade as a page states it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StatedGrade {
    /// What kind of thing is graded.
    pub scope: Scope,
    /// The pillar, question or area, as the page words it.
    pub area: String,
    /// The id of the subject that groups it; `None` if no subject does.
    pub subject: Option<String>,
    /// The grade.
    pub grade: Grade,
}

/// A grade that the inspectorate changed after publication (`data/grade-changes.csv`). The register has the new grade.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GradeChange {
    /// The force that was graded.
    pub force: ForceId,
    /// The cycle in which it was graded.
    pub cycle: String,
    /// The id of the subject of the area.
    pub subject: String,
    /// The grade as first published.
    pub from: Grade,
    /// The grade that replaced it.
    pub to: Grade,
    /// When it was changed.
    pub changed: DateSpan,
    /// Why, to follow "because".
    pub reason: String,
    /// The page that says so.
    pub url: String,
}

/// How many areas a page says were graded, and how many got each grade.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GradeCount {
    /// The number of areas graded.
    pub graded: usize,
    /// The number of areas with each of [`Grade::ALL`], in that order; they add up to `graded`.
    pub of_each: Vec<usize>,
}

impl PageSource {
    /// Its name in tables: "police body".
    pub fn name(self) -> &'static str {
        match self {
            PageSource::LaterReport => "later report",
            PageSource::Inspectorate => "inspectorate",
            PageSource::PoliceBody => "police body",
            PageSource::NewsRelease => "news release",
            PageSource::Press => "press",
        }
    }

    /// The publisher in words, as shown in a link to the page: "the inspectorate's page".
    pub fn page_label(self) -> &'static str {
        match self {
            PageSource::LaterReport => "a later report",
            PageSource::Inspectorate => "the inspectorate's page",
            PageSource::PoliceBody => "a police body's page",
            PageSource::NewsRelease => "a news release",
            PageSource::Press => "a press report",
        }
    }
}

impl GradeCount {
    /// How many areas got a grade; `None` if the page gives no number for it.
    pub fn count_of(&self, grade: Grade) -> Option<usize> {
        Grade::ALL.iter().position(|of| *of == grade).and_then(|at| self.of_each.get(at)).copied()
    }

    /// The grades that at least one area got, best first, each with the number of areas.
    pub fn nonzero_counts(&self) -> impl Iterator<Item = (Grade, usize)> + '_ {
        Grade::ALL.into_iter().zip(self.of_each.iter().copied()).filter(|(_, n)| *n > 0)
    }
}
