//! The layout of a force's timeline in columns, rows and cells.
//!
//! It contains no pixels, texts or colours.

pub mod layout;
pub mod navigation;
