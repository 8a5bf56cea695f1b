//! What is read from the whole text, whatever its format: numbers, figures, footnotes, short forms, references, deadlines.

pub mod abbreviations;
pub mod deadline;
pub mod figures;
pub mod footnotes;
pub mod measures;
pub mod prose;
pub mod references;
