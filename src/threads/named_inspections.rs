//! Inspections other than the regular ones that reports name (`data/named-inspections.csv`).

use corpus::{CollectError, NamedInspectionRow, read_rows};
use model::folded_text::{FoldedText, Needle, fold_words};

const TABLE: &str = "named-inspections.csv";

/// An inspection that reports name by its topic: "our domestic abuse inspection in 2014".
pub struct NamedInspection {
    /// The words by which a sentence names it.
    words: Needle,
    /// The years in which it may be dated; none if in any.
    years: Vec<String>,
    /// The force of which it was an inspection; `None` if of every force.
    force: Option<String>,
    /// Its name in words, without the force.
    pub name: String,
    /// A public page about it; `None` if none is known.
    pub address: Option<String>,
}

impl NamedInspection {
    /// The inspections of the rows of the table.
    pub fn from_rows(rows: &[NamedInspectionRow]) -> Vec<NamedInspection> {
        let inspection = |row: &NamedInspectionRow| NamedInspection {
            words: Needle::prefix(fold_words(&row.words)),
            years: row.years.split(';').filter(|year| !year.is_empty()).map(str::to_string).collect(),
            force: row.force.clone(),
            name: row.name.clone(),
            address: row.address.clone(),
        };
        rows.iter().map(inspection).collect()
    }

    /// Whether a sentence about a force names this inspection; `year` is the year that it names.
    pub fn is_named_in(&self, sentence: &FoldedText, force: &str, year: Option<&str>) -> bool {
        let is_year = self.years.is_empty() || year.is_some_and(|year| self.years.iter().any(|y| y == year));
        let is_force = self.force.as_deref().is_none_or(|of| of == force);
        is_year && is_force && sentence.has_match(&self.words)
    }
}

/// Reads the table. The first row that fits a sentence counts.
///
/// # Errors
/// If it is not valid, or an address is not one of the web.
pub fn read_named_inspections(csv: &str) -> Result<Vec<NamedInspectionRow>, CollectError> {
    let rows = read_rows::<NamedInspectionRow>(TABLE, csv)?;
    let is_wrong = |row: &NamedInspectionRow| row.address.as_ref().is_some_and(|a| !a.starts_with("https://"));
    match rows.iter().position(is_wrong) {
        None => Ok(rows),
        Some(n) => {
            let reason = "the address does not begin with https://".to_string();
            Err(CollectError::InvalidRow { table: TABLE, row: n + 2, reason })
        }
    }
}
