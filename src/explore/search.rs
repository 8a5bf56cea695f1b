//! Full-text search. It works on strings only, and is independent of reports and views.

pub mod lexicon;
pub(crate) mod numbers;
pub mod places;
pub mod query;
pub mod ranking;
pub mod stemming;
mod term;
pub mod word_index;
