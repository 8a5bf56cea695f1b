//! Facets: filtering lists by chosen values, with the number of documents that each further choice would show.

mod choices;
pub mod counting;
mod table;

pub use choices::{Chip, FacetBox, FacetOption, Facets, Value, chip_without, clear_all};
pub use table::{Facet, FindingPlace, NONE, names_in_prose};
