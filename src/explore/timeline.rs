//! The geometry of a force's timeline in its own units: columns, rows, cells, shares of the width.
//!
//! No pixels, no words, no colours.

pub mod keys;
pub mod lanes;
pub mod ruler;
