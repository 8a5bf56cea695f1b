//! Sentences that speak of an earlier inspection, report, recommendation or judgment.

use super::prose::Prose;
use crate::model::Reference;

/// Reads them in the order of the text.
pub fn read(_prose: &Prose) -> Vec<Reference> {
    Vec::new()
}
