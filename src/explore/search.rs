//! Full-text search. It works on strings only, and is independent of reports and views.

pub mod lexicon;
pub mod query;
pub mod stemming;
mod term;
