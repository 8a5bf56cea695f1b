//! Parses the text of a report into a [`model::Report`] with its problems.
//!
//! Parsing opens no files and cannot fail on a text of a known format: what cannot be read becomes a problem of the
//! report. A text of an unknown format is refused as a whole, never read in part.

mod facts;
mod format;
mod formats;
mod recognition;
mod report;
mod structure;

pub use facts::deadline::deadline_after;
pub use format::ReportFormat;
pub use formats::FORMATS;
pub use recognition::refusal::Refusal;
pub use report::{ParsedReport, format_of, parse_report};
pub use structure::role::LineRole;
