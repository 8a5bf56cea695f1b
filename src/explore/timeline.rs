//! The layout of a force's timeline in columns, rows and cells, with positions in percent of the width.
//!
//! It contains no pixels, texts or colours.

pub mod layout;
pub mod navigation;
pub mod ruler;
