//! Why a text is not read.

use super::FORMATS;

/// Why a text was not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("it is of no known format\n{}", looked_for(.found))]
    UnknownFormat {
        /// The signs of formats that it has all the same.
        found: Vec<&'static str>,
    },
    #[error("it shows the signs of two formats, {0} and {1}, so neither can be trusted")]
    TwoFormats(&'static str, &'static str),
    #[error("it is a {0}, but no name of a police force could be read in it")]
    NoForce(&'static str),
}

impl Refusal {
    /// The refusal of a text that has all signs of no format.
    pub(super) fn unknown(has: impl Fn(&str) -> bool) -> Refusal {
        let signs = FORMATS.iter().flat_map(|format| format.signs).copied();
        Refusal::UnknownFormat { found: signs.filter(|sign| has(sign)).collect() }
    }
}

/// A line for each format: which of its signs are missing and which are there.
fn looked_for(found: &[&str]) -> String {
    let line = |format: &super::Format| {
        let (has, lacks): (Vec<&str>, Vec<&str>) = format.signs.iter().partition(|sign| found.contains(sign));
        let lacks = format!("  {}: not found '{}'", format.name, lacks.join("' and '"));
        if has.is_empty() { lacks } else { format!("{lacks}; found '{}'", has.join("' and '")) }
    };
    FORMATS.iter().map(line).collect::<Vec<_>>().join("\n")
}
