//! What could not be read in a report's text: the kind, the wording and the place.

use crate::{Grade, Passage};
use serde::Serialize;

/// Something in a report's text that could not be read, or that contradicts itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The name of its [`Kind`].
    pub kind: String,
    /// One or two sentences for a reader: what was found, and what was done about it.
    pub message: String,
    pub passages: Vec<Passage>,
}

/// Every problem that a parser can report, with what it needs to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A sentence gives another grade than the one printed as the judgment.
    Contradiction { area: String, printed: Grade, sentence: Grade },
    /// Two places that both print the judgment disagree, so that none is taken.
    UnclearGrade { area: String },
    /// The grade printed is none of the report's own scale, so that it is not taken.
    ForeignGrade { area: String, grade: Grade },
    /// The report says how many areas it grades, and another number of grades was found.
    WrongCount { said: usize, found: usize },
    /// A row of a table with fewer values than the table has columns.
    BrokenRow { row: String },
    /// The rows of a table do not come to its total.
    WrongTotal { row: String, said: String, found: String },
    /// A question or area for which no grade and no reason for its absence was found.
    MissingGrade { area: String },
    /// A name in the table of judgments that belongs to no section.
    UnmatchedTableName { name: String },
    /// The table of judgments is not there or not of a known shape.
    BrokenTable { expected: String },
    /// Words that belong to no part of a report of this format.
    UnreadText { words: String },
    /// A part that every report of this format has.
    MissingPart { part: String },
    /// A heading that begins like that of a box, and is none that is known.
    UnclearBox { words: String },
    /// Words of a finding that end in the middle of a sentence.
    Unfinished { words: String },
    /// A recommendation under no cause of concern, in a report where each answers one.
    LoneRecommendation { words: String },
}

/// The kind under which a report that contradicts a printed grade is told.
const CONTRADICTION: &str = "contradiction";

impl Problem {
    /// Whether the report says two things about one grade, of which the printed one is shown.
    pub fn is_contradiction(&self) -> bool {
        self.kind == CONTRADICTION
    }

    /// Whether it stands at one of these places.
    pub fn is_at(&self, passages: &[Passage]) -> bool {
        self.passages.iter().any(|place| passages.iter().any(|of| of.overlaps(place)))
    }
}

impl Kind {
    fn name(&self) -> &'static str {
        match self {
            Kind::Contradiction { .. } => CONTRADICTION,
            Kind::UnclearGrade { .. } => "unclear_grade",
            Kind::ForeignGrade { .. } => "foreign_grade",
            Kind::WrongCount { .. } => "wrong_count",
            Kind::BrokenRow { .. } => "broken_row",
            Kind::WrongTotal { .. } => "wrong_total",
            Kind::MissingGrade { .. } => "missing_grade",
            Kind::UnmatchedTableName { .. } => "unmatched_table_name",
            Kind::BrokenTable { .. } => "broken_table",
            Kind::UnreadText { .. } => "unread_text",
            Kind::MissingPart { .. } => "missing_part",
            Kind::UnclearBox { .. } => "unclear_box",
            Kind::Unfinished { .. } => "unfinished",
            Kind::LoneRecommendation { .. } => "lone_recommendation",
        }
    }

    fn message(&self) -> String {
        match self {
            Kind::Contradiction { area, printed, sentence } => format!(
                "The report grades '{area}' {printed}, but a sentence under that grade says '{sentence}'. \
                 The printed grade is shown."
            ),
            Kind::UnclearGrade { area } => {
                format!("The report states two different grades for '{area}'. None is taken from it.")
            }
            Kind::ForeignGrade { area, grade } => {
                format!(
                    "'{grade}' stands where the grade of '{area}' does, but inspections of that time had no such grade."
                )
            }
            Kind::WrongCount { said, found } => {
                format!("The report says that it grades {said} areas, and {found} grades were found.")
            }
            Kind::BrokenRow { row } => {
                format!("This row of a table has not all of its values: '{row}'. No number is taken from it.")
            }
            Kind::WrongTotal { row, said, found } => {
                format!("The rows of this table come to {found}, but '{row}' says {said}. Both are shown as printed.")
            }
            Kind::MissingGrade { area } => {
                format!("No grade, and no reason for its absence, could be read for '{area}'.")
            }
            Kind::UnmatchedTableName { name } => {
                format!("The table of judgments names '{name}', and no section with that grade could be found for it.")
            }
            Kind::BrokenTable { expected } => format!("The table of judgments could not be read: expected {expected}."),
            Kind::UnreadText { words } => format!("These words belong to no known part of the report: '{words}'."),
            Kind::MissingPart { part } => {
                format!("The text has no {part}, which every report of this kind has. It may have been cut short.")
            }
            Kind::UnclearBox { words } => {
                format!(
                    "'{words}' begins like the heading of a box of findings, and is none that is known. What \
                         stands under it may be missing."
                )
            }
            Kind::Unfinished { words } => {
                format!(
                    "These words of a finding end in the middle of a sentence: '{words}'. What follows them may be their rest."
                )
            }
            Kind::LoneRecommendation { words } => {
                format!("No cause of concern was found that this recommendation answers: '{words}'.")
            }
        }
    }

    /// The problem at its place in the source.
    pub fn at(self, passages: Vec<Passage>) -> Problem {
        Problem { kind: self.name().to_string(), message: self.message(), passages }
    }
}
