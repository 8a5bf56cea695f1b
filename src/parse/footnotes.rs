//! Footnotes, joined to where they are marked.

use super::prose::Prose;
use crate::model::Footnote;

/// Reads them in the order of the text.
pub fn read(_prose: &Prose) -> Vec<Footnote> {
    Vec::new()
}
