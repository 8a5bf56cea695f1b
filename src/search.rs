//! Finding words in texts and counting facets. Knows strings and numbers only: no report, no view.

pub mod facet;
pub mod form;
pub mod lexicon;
pub mod query;
mod term;
pub mod text;
