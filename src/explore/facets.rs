//! Narrowing down lists: what can be chosen, what is chosen, and what each further choice would leave.

mod choices;
pub mod counting;
mod table;

pub use choices::{Chip, FacetBox, FacetOption, Facets, Value, chip_without, clear_all};
pub use table::{Facet, FindingPlace, NONE, names_in_prose};
