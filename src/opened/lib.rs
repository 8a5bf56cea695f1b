//! Reports that the reader opens from files in the browser.
//!
//! The `reader` program reads a file; its answer (`answer`) becomes an opened report or a file that was not read, on the
//! shelf (`shelf`). Opened reports are saved as texts (`saved`), compared with other versions of the same report
//! (`versions`), linked with those of the site (`links`), and listed on a page (`page`). The crate does not depend on a browser.

mod answer;
mod command;
mod links;
mod page;
mod problem_report;
mod saved;
mod shelf;
mod versions;

pub use answer::{FileId, OpenedReport, UnreadFile};
pub use command::{OpenCommand, ProblemTarget};
pub use links::with_links_of_opened;
pub use page::{OpenPage, open_content};
pub use problem_report::ProblemDetails;
pub use saved::{SavedText, bundle_text};
pub use shelf::Shelf;

/// The largest file that is read, in bytes: that of the `convert` crate, which is only part of the reading program.
pub const MAX_FILE_BYTES: usize = 40 << 20;
