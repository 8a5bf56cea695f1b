//! The data of the site: parsed reports and editorial tables, collected ahead of time and loaded in the browser.

mod bundle_json;
mod collection;
mod decode;
mod json;
mod lookup;
mod public_grades;
mod register;
mod themes;

pub use bundle_json::{LoadError, to_json_string};
pub use collection::{CollectError, EditorialTables};
pub use decode::ObjectReader;
pub use json::Json;
pub use lookup::ReportPublication;
pub use public_grades::PublicGrade;

use model::{Cycle, DateSpan, Force, RegisterPage, Report, Subject, Theme};
use serde::Serialize;

/// The corpus: all the data that the site shows. Written as JSON, it is the bundle that the programs fetch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Corpus {
    /// The version of the schema of the corpus and of the reports in it.
    pub schema: u32,
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
    /// Public pages that state grades, sorted by force and then by cycle.
    pub register: Vec<RegisterPage>,
    /// The reports held, oldest first; those published on the same date are sorted by id.
    pub reports: Vec<Report>,
}

/// When a set of reports was published, according to the inspectorate's website (`data/publication-dates.csv`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PublicationDate {
    /// The cycle of the reports: "2018/19".
    pub cycle: String,
    /// Which reports of the cycle, by pillar or programme: "Effectiveness", "Crime inspection (PEEL)".
    pub what: String,
    /// The date, only as precise as the website gives it.
    pub published: DateSpan,
    /// The page of the website that gives it.
    pub source_url: String,
}
