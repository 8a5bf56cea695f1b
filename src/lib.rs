//! What police inspectors found, force by force, year by year.
//!
//! The modules stand in the order in which a report passes through them; `src/README.md` is the map.

pub mod corpus;
pub mod model;
pub mod parse;
pub mod problem;
