//! Figures and tables by their captions.

use super::prose::Prose;
use crate::model::Figure;

/// Reads them in the order of the text.
pub fn read(_prose: &Prose) -> Vec<Figure> {
    Vec::new()
}
