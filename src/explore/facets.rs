//! Facets: filtering lists by chosen values, with the number of documents that each further choice would show.

mod choices;
pub mod counting;
mod table;

pub use choices::{Chip, FacetBox, FacetOption, FacetValue, Facets, clear_all_link, removal_chip};
pub use table::{Facet, FindingPosition, NO_VALUE, cycle_value, facet_names_in_prose, region_values};
