//! `cargo ingest`: turns report texts into JSON, or into a ledger of their lines.

mod advice;
mod arguments;
mod check;
mod processing;
mod reporter;
mod summary;

use anyhow::{Context, Result};
use arguments::Arguments;
use clap::Parser;
use ingest::{glossary, links, queue, read};
use processing::{FileRefusal, OutputForm};
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread;
use std::time::Instant;

fn main() -> ExitCode {
    match process_all(Arguments::parse()) {
        Ok(status) => ExitCode::from(status),
        Err(error) => {
            // A reader that stops early, such as `head`, is not an error to report.
            let is_closed = error.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe);
            if !is_closed {
                eprintln!("error: {error:#}");
            }
            ExitCode::FAILURE
        }
    }
}

/// Processes all files that were named. Returns the exit status.
///
/// # Errors
/// If `data/sources` cannot be listed, or standard output cannot be written to.
fn process_all(mut arguments: Arguments) -> Result<u8> {
    let start = Instant::now();
    let is_own_data = arguments.files.is_empty() && !arguments.check && arguments.out.is_none();
    if arguments.files.is_empty() {
        let sources = Path::new("data/sources");
        arguments.files = read::report_files_in(sources)
            .context("data/sources cannot be listed; run this in the project's folder, or name the texts to read")?;
        if !arguments.check {
            arguments.out.get_or_insert_with(|| "data/reports".into());
        }
    }
    let is_single = matches!(arguments.files.as_slice(), [file] if !read::is_collection(file));
    let files: Vec<PathBuf> = arguments.files.into_iter().flat_map(expand_folder).collect();
    let form = match (arguments.check, &arguments.out) {
        (true, _) => OutputForm::Ledger { has_lines: arguments.lines },
        (false, None) if !is_single => OutputForm::SingleLine,
        (false, _) => OutputForm::Indented,
    };
    let colour = io::stderr().is_terminal();
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let mut reports = Vec::new();
    let mut reporter = reporter::Reporter::new(arguments.out.as_deref(), files.len());
    queue::process_in_order(
        &files,
        threads,
        |file| processing::process_file(file, form, colour),
        |file, looked| {
            let looked = looked.unwrap_or_else(|_| Err(crash_refusal()));
            if is_own_data && let Ok(processed) = &looked {
                reports.push(processed.report.clone());
            }
            reporter.report_file(file, looked)
        },
    )
    .context("standard output cannot be written to")?;
    let status = reporter.finish(start.elapsed());
    // Links and a glossary of only some of the reports would look like all of them.
    if is_own_data && status == 0 {
        links::write_links(Path::new("data"), &reports).context("data/links.json is not written")?;
        glossary::write_glossary(Path::new("data"), &reports).context("data/glossary.json is not written")?;
    }
    Ok(status)
}

/// The reports of a folder or archive, or the file itself.
fn expand_folder(named: PathBuf) -> Vec<PathBuf> {
    // A folder without reports stays in the list, so that it is refused by name when it is read.
    let texts = read::report_files_in(&named).unwrap_or_default();
    if texts.is_empty() { vec![named] } else { texts }
}

/// What is reported for a file on which the parser panicked. That would be a bug; all other files are still read.
fn crash_refusal() -> FileRefusal {
    FileRefusal {
        reason: "this program crashed while reading it, which is a bug".to_owned(),
        status: processing::REFUSED,
        advice: "please report it, with the text and the message above that begins with 'thread'".to_owned(),
    }
}
