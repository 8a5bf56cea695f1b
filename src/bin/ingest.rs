//! `cargo ingest`: report texts to JSON.

#[path = "shared/draw.rs"]
mod draw;
#[path = "shared/read.rs"]
mod read;
#[path = "shared/write.rs"]
mod write;

use anyhow::Context;
use clap::Parser;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Turns the text of inspection reports into JSON (data/report.schema.json).
///
/// Without files it reads data/sources/*.txt again and rewrites data/reports/*.json. With files it prints
/// the report's JSON object on standard output, one to a line when there are several, and nothing else;
/// problems found in the texts go to standard error.
#[derive(Parser)]
#[command(name = "cargo ingest", version, after_help = "Exit status: 0 only if every file was read.")]
struct Arguments {
    /// Text files (UTF-8) of inspection reports
    files: Vec<PathBuf>,
    /// Write a JSON file for each report, named by its id, into this folder instead of printing
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

fn main() -> ExitCode {
    let mut arguments = Arguments::parse();
    if arguments.files.is_empty() {
        match read::texts_in(Path::new("data/sources")) {
            Ok(files) => arguments.files = files,
            Err(error) => {
                return fail(&format!("data/sources: cannot be listed: {error}. Run this in the project's folder."));
            }
        }
        arguments.out.get_or_insert_with(|| "data/reports".into());
    }
    let one_a_line = arguments.files.len() > 1;
    let mut all_read = true;
    for path in &arguments.files {
        let outcome = read::read(path).context("not read").and_then(|read| {
            let colour = std::io::stderr().is_terminal();
            for problem in &read.parsed.report.problems {
                eprintln!("{}\n", draw::draw(problem, &read.file, &read.text, colour));
            }
            emit(&read.parsed.report, arguments.out.as_deref(), one_a_line)
        });
        if let Err(error) = outcome {
            eprintln!("error: {}: {error:#}", path.display());
            all_read = false;
        }
    }
    if all_read { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn emit(report: &force_findings::model::Report, out: Option<&Path>, one_a_line: bool) -> anyhow::Result<()> {
    match out {
        Some(folder) => {
            let path = folder.join(format!("{}.json", report.id));
            write::replace(&path, write::report_json(report).as_bytes())
                .with_context(|| format!("its JSON cannot be written to {}", path.display()))?;
            eprintln!(
                "{}: {} judgments, {} findings, {} problems",
                path.display(),
                report.judgments.len(),
                report.findings.len(),
                report.problems.len()
            );
        }
        None => {
            let json = if one_a_line { serde_json::to_string(report)? + "\n" } else { write::report_json(report) };
            std::io::stdout().write_all(json.as_bytes())?;
        }
    }
    Ok(())
}

fn fail(message: &str) -> ExitCode {
    eprintln!("error: {message}");
    ExitCode::FAILURE
}
