//! From a report's text to a [`model::Report`] and its problems.
//!
//! Parsing opens no file and cannot fail on a text of a known format: what it cannot read becomes a
//! problem of the report. A text of no known format is refused whole, never half-read.

mod facts;
mod format;
mod formats;
mod recognition;
mod report;
mod structure;

pub use format::{FORMATS, Format};
pub use recognition::refusal::Refusal;
pub use report::{Parsed, format_of, parse};
pub use structure::role::Role;
