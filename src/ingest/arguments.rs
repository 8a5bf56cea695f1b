//! The command line of `cargo ingest`.

use clap::Parser;
use std::path::PathBuf;

/// Turns police inspection reports into JSON
///
/// Reads inspection reports by HMIC and HMICFRS, whether as PDF, saved web page, Word document or text: the force and
/// the dates, judgments, findings, measures and more, in the words of the report, each with the lines and bytes of its
/// place in the text. Text that cannot be read is reported as a problem, with its place. A report in an unknown format
/// is refused, never partly read.
///
/// Without FILE, reads all reports in data/sources and rewrites data/reports/*.json, the links between them,
/// data/links.json, and their glossary, data/glossary.json. With FILE, prints each report as a
/// JSON object on standard output: indented for a single file, otherwise one object per line, in the order of the
/// arguments. Problems, refusals and final counts go to standard error.
#[derive(Parser)]
#[command(name = "cargo ingest", bin_name = "cargo ingest", version, verbatim_doc_comment, after_long_help = AFTER_HELP)]
pub struct Arguments {
    /// A report as PDF, web page (.html, .mhtml), Word document (.docx) or text (UTF-8), or a folder or .zip of them
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Write each report into the folder DIR, in a file named after its id, instead of printing it
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Instead of JSON, print how many lines of each text were read as what; write no files
    #[arg(long, conflicts_with = "out")]
    pub check: bool,
    /// With --check, also print every line with its number and what it was read as
    #[arg(long, requires = "check")]
    pub lines: bool,
}

/// The examples and exit statuses at the end of `--help`.
const AFTER_HELP: &str = "\
Examples:
  cargo ingest                              Read the project's own sources again
  cargo ingest report.pdf                   Print one report
  cargo ingest reports/ > reports.jsonl     Print every report of a folder, one per line
  cargo ingest reports.zip                  The same for an archive
  cargo ingest --out json/ a.txt b.txt      Write json/<report id>.json for each
  cargo ingest --check report.txt           Count its lines by what they were read as
  cargo ingest --check --lines report.txt   Show what every line was read as

Exit status:
  0  every file was read (with or without problems)
  1  a file was refused or could not be written
  2  a report was recognised, but no judgment and no finding could be read; or the command line was not valid

data/report.schema.json describes the JSON, field by field.";
