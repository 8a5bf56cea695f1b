//! Finding words in texts. Knows strings and numbers only: no report, no view.

pub mod form;
pub mod lexicon;
pub mod query;
mod term;
