//! What could not be read in a report's text: the kind, the wording and the place.

use crate::model::Passage;
use serde::{Deserialize, Serialize};

/// Something in a report's text that could not be read, or that contradicts itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The name of its [`Kind`].
    pub kind: String,
    /// One sentence for a reader: what was found, and what was done about it.
    pub message: String,
    pub passages: Vec<Passage>,
}
