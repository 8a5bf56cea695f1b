//! Full-text search. It works on strings only, and is independent of reports and views.

pub mod lexicon;
pub mod places;
pub mod query;
pub mod stemming;
mod term;
