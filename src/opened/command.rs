//! What the reader can do on the page of opened reports.

use model::ReportId;

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
    /// Remove the entry of a file that was not read, by its index.
    Dismiss(usize),
    /// Show the problem report on a report, by its id, or on a file that was not read, by its name.
    ShowProblem(String),
    /// Include the name of the file in the problem report, or leave it out.
    ToggleName,
    /// Include words of the report in the problem report, or leave them out.
    ToggleWords,
    /// Copy the problem report.
    CopyProblem,
}
