//! What is done for one file, by whichever core is free: reading it and writing out what is to be said of it.

use crate::{advice, check};
use ingest::{draw, read, write};
use model::ReportId;
use std::path::Path;

/// Nobody reads more problems than these, and a text can be made to have a hundred thousand.
const MOST_DRAWN: usize = 100;

/// In what form a report is to be given.
#[derive(Clone, Copy)]
pub enum Form {
    /// JSON to be read by people.
    Indented,
    /// JSON on one line.
    Line,
    /// What became of the lines of its text, instead of the report.
    Ledger { lines: bool },
}

/// A file that was read.
pub struct Look {
    pub id: ReportId,
    /// The problems, drawn at their places.
    pub drawn: String,
    /// "10 judgments, 25 findings, 0 problems".
    pub counts: String,
    pub problems: usize,
    /// The report in its form.
    pub content: String,
}

/// A file that was not.
pub struct Refused {
    pub reason: String,
    pub advice: String,
}

/// Reads one file.
///
/// # Errors
/// If it cannot be read as a report: why, and what to do.
pub fn look(path: &Path, form: Form, colour: bool) -> Result<Look, Refused> {
    let read::Read { text, parsed, .. } = read::read(path).map_err(|unread| Refused {
        advice: advice::on(&unread).to_owned(),
        reason: format!("{:#}", anyhow::Error::from(unread)),
    })?;
    let (file, report) = (path.display().to_string(), &parsed.report);
    let drawn =
        report.problems.iter().take(MOST_DRAWN).map(|problem| draw::draw(problem, &file, &text, colour) + "\n\n");
    let more = report.problems.len().checked_sub(MOST_DRAWN + 1);
    let more = more.map(|more| format!("{file}: {} more problems, which are in its JSON\n\n", more + 1));
    Ok(Look {
        id: report.id.clone(),
        drawn: drawn.chain(more).collect(),
        counts: format!(
            "{} judgments, {} findings, {} problems",
            report.judgments.len(),
            report.findings.len(),
            report.problems.len()
        ),
        problems: report.problems.len(),
        content: match form {
            Form::Indented => write::report_json(report),
            Form::Line => serde_json::to_string(report).expect("a report has only text keys") + "\n",
            Form::Ledger { lines } => check::ledger(&file, &text, &parsed, lines),
        },
    })
}
