//! What the reader can do on the page of opened reports.

use crate::answer::FileId;
use model::ReportId;

/// What a problem report is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemTarget {
    /// A report that was read.
    Report(ReportId),
    /// A file that was not read.
    File(FileId),
}

/// A command of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenCommand {
    /// Read the files that were chosen in the field.
    ReadChosen,
    /// Stop reading.
    Stop,
    /// Save a report in the browser until it is removed.
    Keep(ReportId),
    /// Do not save it any more; it stays until the tab is closed.
    StopKeeping(ReportId),
    /// Remove a report from the page, and from the browser.
    Remove(ReportId),
    /// Save all opened reports as one file.
    SaveFile,
    /// Remove the entry of a file that was not read.
    Dismiss(FileId),
    /// Show the problem report on something, or hide it again.
    ShowProblem(ProblemTarget),
    /// Include the name of the file in the problem report, or leave it out.
    ToggleName,
    /// Include words of the report in the problem report, or leave them out.
    ToggleWords,
    /// Copy the problem report.
    CopyProblem,
}
