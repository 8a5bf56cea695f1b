//! Finding words in texts and counting facets. Knows strings and numbers only: no report, no view.

pub mod facet;
pub mod query;
pub mod text;
