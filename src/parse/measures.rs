//! Numbers that the report gives for its force.

use super::prose::Prose;
use crate::model::Measure;

/// Reads them in the order of the text.
pub fn read(_prose: &Prose) -> Vec<Measure> {
    Vec::new()
}
