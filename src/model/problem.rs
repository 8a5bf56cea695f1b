//! Problems in a report's text: what could not be read or contradicts itself, in words, with its place.

use crate::{Grade, Passage};
use serde::Serialize;

/// Something in a report's text that could not be read, or that contradicts itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The name of the kind, as written to JSON: "broken_row".
    #[serde(rename = "kind")]
    pub kind_name: String,
    /// One or two sentences for a reader of the site or the terminal: what was found, and what was done about it.
    pub message: String,
    /// Where in the source the problem is; empty where something is missing from the text as a whole.
    pub passages: Vec<Passage>,
}

/// Every problem that a parser can report, with the details that its message needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// A sentence gives a different grade from the one printed as the judgment, as in the 2016 West Midlands report.
    /// The printed grade is kept.
    Contradiction {
        /// The question or area, as printed.
        area: String,
        /// The grade printed as the judgment.
        printed: Grade,
        /// The grade that the sentence gives.
        sentence: Grade,
    },
    /// Two places that both print the judgment disagree, so the report gets no judgment from either.
    UnclearGrade {
        /// The question or area, as printed.
        area: String,
    },
    /// The printed grade is not on the report's own scale ("Adequate" before 2021/22), so it is not used.
    ForeignGrade {
        /// The question or area, as printed.
        area: String,
        /// The grade as printed.
        grade: Grade,
    },
    /// The report says how many areas it grades, and a different number of grades was found.
    WrongCount {
        /// The number that the report states.
        stated: usize,
        /// The number of grades found.
        found: usize,
    },
    /// A table row with fewer values than the table has columns.
    BrokenRow {
        /// The row as printed.
        row: String,
    },
    /// The rows of a table do not add up to its total.
    WrongTotal {
        /// The label of the row with the total.
        row: String,
        /// The total as printed.
        stated: String,
        /// The sum of the other rows.
        found: String,
    },
    /// A question or area for which neither a grade nor a reason for its absence was found.
    MissingGrade {
        /// The question or area, as printed.
        area: String,
    },
    /// A name in the table of judgments that matches no section.
    UnmatchedTableName {
        /// The name as the table prints it.
        name: String,
    },
    /// The table of judgments is missing, or is not laid out as expected.
    BrokenTable {
        /// What was looked for, as a noun phrase that completes "expected ...".
        expected: String,
    },
    /// Text that belongs to no known part of a report of this format.
    UnreadText {
        /// The first words of the text.
        words: String,
    },
    /// A part that every report of this format has is missing.
    MissingPart {
        /// The missing part, as a noun phrase that completes "the text has no ...".
        part: String,
    },
    /// A heading that begins like the heading of a box of findings but is not a known one.
    UnclearBox {
        /// The heading as printed.
        words: String,
    },
    /// Text of a finding that ends in the middle of a sentence, usually at a page break.
    Unfinished {
        /// The last words before the break.
        words: String,
    },
    /// Something that a person has corrected after comparing it with the source. The correction is ours, not the report's.
    Corrected {
        /// What is right, and what was read, in a sentence.
        what: String,
        /// Why, in a sentence.
        reason: String,
    },
    /// A recommendation without a cause of concern, in a format where every recommendation answers one.
    LoneRecommendation {
        /// The recommendation.
        words: String,
    },
}

/// The kind name of a contradiction, for [`Problem::is_contradiction`].
const CONTRADICTION: &str = "contradiction";

/// The kind name of a correction, for [`Problem::is_correction_of`].
const CORRECTION: &str = "corrected";

impl Problem {
    /// Whether the report contradicts a printed grade; the printed grade is the one shown.
    pub fn is_contradiction(&self) -> bool {
        self.kind_name == CONTRADICTION
    }

    /// Whether a person has corrected what was read of something with this name, such as an area.
    pub fn is_correction_of(&self, name: &str) -> bool {
        self.kind_name == CORRECTION && self.message.contains(&format!("'{name}'"))
    }

    /// Whether one of its passages overlaps one of these.
    pub fn is_at(&self, passages: &[Passage]) -> bool {
        self.passages.iter().any(|own| passages.iter().any(|other| other.overlaps(own)))
    }
}

impl ProblemKind {
    /// The name of the kind in JSON. Stable: reports already written contain it.
    fn name(&self) -> &'static str {
        match self {
            ProblemKind::Contradiction { .. } => CONTRADICTION,
            ProblemKind::UnclearGrade { .. } => "unclear_grade",
            ProblemKind::ForeignGrade { .. } => "foreign_grade",
            ProblemKind::WrongCount { .. } => "wrong_count",
            ProblemKind::BrokenRow { .. } => "broken_row",
            ProblemKind::WrongTotal { .. } => "wrong_total",
            ProblemKind::MissingGrade { .. } => "missing_grade",
            ProblemKind::UnmatchedTableName { .. } => "unmatched_table_name",
            ProblemKind::BrokenTable { .. } => "broken_table",
            ProblemKind::UnreadText { .. } => "unread_text",
            ProblemKind::MissingPart { .. } => "missing_part",
            ProblemKind::UnclearBox { .. } => "unclear_box",
            ProblemKind::Unfinished { .. } => "unfinished",
            ProblemKind::LoneRecommendation { .. } => "lone_recommendation",
            ProblemKind::Corrected { .. } => CORRECTION,
        }
    }

    /// The problem in words, without its place.
    fn message(&self) -> String {
        match self {
            ProblemKind::Contradiction { area, printed, sentence } => format!(
                "The report grades '{area}' {printed}, but a sentence under that grade says '{sentence}'. \
                 The printed grade is shown."
            ),
            ProblemKind::UnclearGrade { area } => {
                format!("The report states two different grades for '{area}'. Neither is used.")
            }
            ProblemKind::ForeignGrade { area, grade } => {
                format!(
                    "'{grade}' is printed as the grade for '{area}', but inspections of that time had no such grade. \
                     It is not used."
                )
            }
            ProblemKind::WrongCount { stated, found } => {
                format!("The report says that it grades {stated} areas, but {found} grades were found.")
            }
            ProblemKind::BrokenRow { row } => {
                format!(
                    "This table row has fewer values than the table has columns: '{row}'. Its numbers are not used."
                )
            }
            ProblemKind::WrongTotal { row, stated: said, found } => {
                format!(
                    "The rows of this table add up to {found}, but '{row}' says {said}. \
                     The numbers are shown as printed."
                )
            }
            ProblemKind::MissingGrade { area } => {
                format!("No grade could be read for '{area}', nor any reason why it has none.")
            }
            ProblemKind::UnmatchedTableName { name } => {
                format!("The table of judgments names '{name}', but no section with that grade could be found for it.")
            }
            ProblemKind::BrokenTable { expected } => {
                format!("The table of judgments could not be read: expected {expected}.")
            }
            ProblemKind::UnreadText { words } => {
                format!("This text does not belong to any known part of the report: '{words}'.")
            }
            ProblemKind::MissingPart { part } => {
                format!("The text has no {part}. Every report of this kind has one, so the text may be incomplete.")
            }
            ProblemKind::UnclearBox { words } => {
                format!(
                    "'{words}' begins like the heading of a box of findings, but is not a known heading. The findings \
                     under it may be missing."
                )
            }
            ProblemKind::Unfinished { words } => {
                format!(
                    "This part of a finding ends in the middle of a sentence: '{words}'. \
                     The text that follows may be the rest of it."
                )
            }
            ProblemKind::Corrected { what, reason } => format!("Corrected by this site: {what} Why: {reason}"),
            ProblemKind::LoneRecommendation { words } => {
                format!("No cause of concern was found for this recommendation: '{words}'.")
            }
        }
    }

    /// The problem with its place in the source.
    pub fn into_problem(self, passages: Vec<Passage>) -> Problem {
        Problem { kind_name: self.name().to_string(), message: self.message(), passages }
    }
}
