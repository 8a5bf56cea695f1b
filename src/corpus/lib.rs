//! Everything that is shown, in one piece: reports and editorial facts, collected ahead of time, loaded in the browser.

mod collect;
mod decode;
mod json;
mod known;
mod load;
mod look;
mod register;
mod themes;

pub use collect::{CollectError, Editorial};
pub use decode::Fields;
pub use json::Json;
pub use known::Known;
pub use load::{LoadError, quoted};
pub use look::Published;

use model::{Cycle, Force, RegisterPage, Report, Subject, Theme, When};
use serde::Serialize;

/// The bundle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Corpus {
    /// The schema of the bundle and of the reports in it.
    pub schema: u32,
    /// All 43 forces, by name.
    pub forces: Vec<Force>,
    /// Every cycle, oldest first.
    pub cycles: Vec<Cycle>,
    /// In the order of the timeline's rows.
    pub subjects: Vec<Subject>,
    pub themes: Vec<Theme>,
    /// When sets of reports came out, for reports that print no date.
    pub publication_dates: Vec<PublicationDate>,
    /// Pages that state grades: by force, then by cycle.
    pub register: Vec<RegisterPage>,
    /// Oldest first, those of one date by id.
    pub reports: Vec<Report>,
}

/// When a set of reports came out, from the inspectorate's website (`data/publication-dates.csv`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PublicationDate {
    pub cycle: String,
    /// The pillar or programme: "Effectiveness", "Crime inspection (PEEL)".
    pub what: String,
    pub published: When,
    pub source_url: String,
}
