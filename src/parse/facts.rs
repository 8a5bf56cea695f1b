//! Facts read from the text in the same way for every format: numbers, figures, footnotes, abbreviations, definitions,
//! references to earlier work, deadlines.

pub mod abbreviations;
pub mod alliances;
pub mod deadline;
pub mod definitions;
pub mod figures;
pub mod footnotes;
pub mod measures;
pub mod prose;
pub mod references;
