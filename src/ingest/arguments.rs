//! What can be said on the command line.

use clap::Parser;
use std::path::PathBuf;

/// Turns the texts of police inspection reports into JSON
///
/// Reads the text of inspection reports of HMIC and HMICFRS: who was inspected and when, judgments, findings,
/// measures and more, in the report's own words and each with the lines and bytes where it stands. What cannot be
/// read is told as a problem, with its place. A text of a format that is not known is refused, never half-read.
///
/// Without FILE it reads data/sources/*.txt and rewrites data/reports/*.json. With FILE it prints each report as a
/// JSON object on standard output: indented for a single file, else one to a line, in the order of the arguments.
/// Problems, refusals and a closing count go to standard error.
#[derive(Parser)]
#[command(name = "cargo ingest", bin_name = "cargo ingest", version, verbatim_doc_comment, after_long_help = AFTER)]
pub struct Arguments {
    /// Text of a report (UTF-8), or a folder: all of its .txt files
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Write each report into the folder DIR, as a file named by its id, instead of printing it
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Print what became of the lines of each text instead of JSON, and write nothing
    #[arg(long, conflicts_with = "out")]
    pub check: bool,
    /// With --check, print every line with its number and what it became
    #[arg(long, requires = "check")]
    pub lines: bool,
}

const AFTER: &str = "\
Examples:
  cargo ingest                              Read the project's own sources again
  cargo ingest report.txt                   Print one report
  cargo ingest texts/ > reports.jsonl       Print every report of a folder, one to a line
  cargo ingest --out json/ a.txt b.txt      Write json/<report id>.json for each
  cargo ingest --check report.txt           Count what its lines became and what was read from them
  cargo ingest --check --lines report.txt   Show it line by line

Exit status:
  0  every file was read (with or without problems)
  1  a file was refused or could not be written
  2  the command itself was wrong

The JSON is described by data/report.schema.json, the words in it by src/README.md.";
