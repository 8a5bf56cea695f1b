//! Full-text search. Works on strings only and knows nothing of reports or views.

pub mod lexicon;
pub mod query;
pub mod stemming;
mod term;
