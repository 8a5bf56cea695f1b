//! Full-text search. Works on strings only and knows nothing of reports or views.

pub mod form;
pub mod lexicon;
pub mod query;
mod term;
