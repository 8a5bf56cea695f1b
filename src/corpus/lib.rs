//! The data of the site: parsed reports and editorial tables, collected ahead of time and loaded in the browser.

mod bundle_json;
mod collection;
mod contents;
mod dates;
mod decode;
mod glossary;
mod issues;
mod json;
mod lookup;
mod missing_grade;
mod opened;
mod public_grades;
mod register;
mod themes;

pub use bundle_json::{LoadError, to_json_string};
pub use collection::{CollectError, EditorialTables, read_rows};
pub use contents::ReportContents;
pub use dates::{DateSource, Publication, PublicationDate, ReportAddress, ReportDate};
pub use decode::ObjectReader;
pub use glossary::{
    Explanation, Glossary, GlossaryEntry, GlossaryName, LongForm, NameGroup, PageElsewhere, TermDefinition, TextPlace,
};
pub use issues::{Issues, LinkingTables, NamedInspectionRow, TermKind, TermRow};
pub use json::{Json, JsonError};
pub use missing_grade::MissingGrade;
pub use public_grades::PublicGrade;

use model::{
    Aside, Cycle, DateSpan, Direction, Force, GradeChange, NewestGrades, RegisterPage, Report, Subject, Theme,
    ThemeExample,
};
use serde::Serialize;

/// The corpus: all the data that the site shows. Written as JSON, it is the bundle that the programs fetch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Corpus {
    /// The version of the schema of the corpus and of the reports in it.
    pub schema: u32,
    /// When the public pages behind the tables were last checked (`data/checked.csv`).
    pub checked: DateSpan,
    /// All 43 territorial forces, in alphabetical order.
    pub forces: Vec<Force>,
    /// Every cycle, oldest first.
    pub cycles: Vec<Cycle>,
    /// The subjects, in the order of the rows of a timeline.
    pub subjects: Vec<Subject>,
    /// The themes with the findings that they label, in the order of `data/themes.csv`.
    pub themes: Vec<Theme>,
    /// Publication dates from the inspectorate's website, for reports that print none.
    pub publication_dates: Vec<PublicationDate>,
    /// When the reports on single forces were published, as public pages state it.
    pub report_dates: Vec<ReportDate>,
    /// The addresses at which reports held were published, where they are known.
    pub report_addresses: Vec<ReportAddress>,
    /// Public pages that state grades, sorted by force and then by cycle.
    pub register: Vec<RegisterPage>,
    /// Grades that were changed after publication.
    pub grade_changes: Vec<GradeChange>,
    /// What reports say that short forms in their findings mean, sorted.
    pub explanations: Vec<Explanation>,
    /// What each report contains, in the order of the reports. A part of the data has it for reports whose findings it does
    /// not have.
    pub contents: Vec<ReportContents>,
    /// The themes of the findings on each force, in the order of the forces and of the themes.
    pub theme_examples: Vec<ThemeExample>,
    /// The newest known grades of each force, in the order of the forces.
    pub newest_grades: Vec<NewestGrades>,
    /// The reports held, oldest first; those published on the same date are sorted by id.
    pub reports: Vec<Report>,
    /// The sentences that set a judgment against an earlier one, in the order of the reports and of their text.
    pub directions: Vec<Direction>,
    /// What pages say beside their own content, in the order of the pages.
    pub asides: Vec<Aside>,
    /// What the reports say about each other. It is no part of the bundle: [`Corpus::add_issues`] adds it.
    #[serde(skip)]
    pub issues: Issues,
}
