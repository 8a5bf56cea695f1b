//! Short forms that the report itself spells out: "multi-agency risk assessment conference (MARAC)".

use super::prose::Prose;
use crate::model::Abbreviation;

/// Reads them in the order of the text.
pub fn read(_prose: &Prose) -> Vec<Abbreviation> {
    Vec::new()
}
