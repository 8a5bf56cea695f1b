//! Processes one file: reads it and prepares everything that is printed or written for it. Runs on several threads.

use crate::{advice, check};
use ingest::read::{ReadError, printable_path};
use ingest::{diagnostics, read, write};
use model::Report;
use parse::Refusal;
use std::path::Path;

/// How many problems of a file are displayed. Nobody reads more, and a hostile text may have a hundred thousand.
const MAX_RENDERED_PROBLEMS: usize = 100;

/// The exit status if a file was refused or could not be written.
pub const REFUSED: u8 = 1;

/// The exit status if nothing could be read in a report.
pub const NOTHING_READ: u8 = 2;

/// The form in which a report is printed or written.
#[derive(Clone, Copy)]
pub enum OutputForm {
    /// Indented JSON, for people.
    Indented,
    /// JSON on one line.
    SingleLine,
    /// What the lines of its text were read as, instead of the report.
    Ledger {
        /// Whether every line is listed, too.
        has_lines: bool,
    },
}

/// A file that was read.
pub struct ProcessedFile {
    /// Its report.
    pub report: Report,
    /// The problems as they are displayed, each at its place in the text.
    pub rendered_problems: String,
    /// A summary: "10 judgments, 25 findings, 0 problems".
    pub summary: String,
    /// How many problems it has.
    pub problem_count: usize,
    /// The report in the form that was asked for.
    pub content: String,
}

/// A file that was not read, or whose report was not written.
pub struct FileRefusal {
    /// Why, as a continuation of the file's name: "it is empty".
    pub reason: String,
    /// What the user can do about it.
    pub advice: String,
    /// The exit status of a run in which this is the worst that happened.
    pub status: u8,
}

/// Reads one file. `colour` is whether problems are displayed in colour.
///
/// # Errors
/// If it cannot be read as a report, with the reason and advice.
pub fn process_file(path: &Path, form: OutputForm, colour: bool) -> Result<ProcessedFile, FileRefusal> {
    let read::ParsedFile { text, parsed, .. } = read::read_report(path).map_err(|unread| FileRefusal {
        advice: advice::on(&unread).to_owned(),
        status: if matches!(unread, ReadError::Refused(Refusal::NothingRead(_))) { NOTHING_READ } else { REFUSED },
        reason: format!("{:#}", anyhow::Error::from(unread)),
    })?;
    let (file, report) = (printable_path(path), &parsed.report);
    let drawn = report
        .problems
        .iter()
        .take(MAX_RENDERED_PROBLEMS)
        .map(|problem| diagnostics::render_problem(problem, &file, &text, colour) + "\n\n");
    let more = report.problems.len().checked_sub(MAX_RENDERED_PROBLEMS + 1);
    let more = more.map(|more| format!("{file}: {} more problems; its JSON lists them all\n\n", more + 1));
    Ok(ProcessedFile {
        report: report.clone(),
        rendered_problems: drawn.chain(more).collect(),
        summary: format!(
            "{} judgments, {} findings, {} problems",
            report.judgments.len(),
            report.findings.len(),
            report.problems.len()
        ),
        problem_count: report.problems.len(),
        content: match form {
            OutputForm::Indented => write::report_json(report),
            OutputForm::SingleLine => serde_json::to_string(report).expect("a report has only text keys") + "\n",
            OutputForm::Ledger { has_lines: lines } => check::format_ledger(&file, &text, &parsed, lines),
        },
    })
}
