//! Prints and writes the results, file by file in the order of the arguments.

use crate::processing::{FileRefusal, ProcessedFile, REFUSED};
use crate::summary::RunSummary;
use indicatif::{ProgressBar, ProgressFinish, ProgressStyle};
use ingest::read::printable_path;
use ingest::write;
use model::ReportId;
use std::collections::HashMap;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The number of files up to which no progress bar is shown: they are read too fast for one to be seen.
const MAX_FILES_WITHOUT_BAR: usize = 8;

/// Prints and writes results, and keeps the counts.
pub struct Reporter<'a> {
    /// The folder to write reports into; `None` to print them.
    out_folder: Option<&'a Path>,
    bar: ProgressBar,
    /// The file from which the report of each id was written.
    files_by_report: HashMap<ReportId, PathBuf>,
    summary: RunSummary,
}

impl<'a> Reporter<'a> {
    /// Starts with no results, of `files` files. Reports are written into `out_folder`, or printed if it is `None`.
    pub fn new(out_folder: Option<&'a Path>, files: usize) -> Self {
        // The bar is drawn on standard error, and only if that is a terminal.
        let bar = if files > MAX_FILES_WITHOUT_BAR { ProgressBar::new(files as u64) } else { ProgressBar::hidden() };
        if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos} of {len} files, {eta} left") {
            bar.set_style(style);
        }
        let bar = bar.with_finish(ProgressFinish::AndClear);
        Reporter { out_folder, bar, files_by_report: HashMap::new(), summary: RunSummary::default() }
    }

    /// Prints the problems of one file, and prints or writes its report. If there is none, prints why.
    ///
    /// # Errors
    /// If standard output cannot be written to.
    pub fn report_file(&mut self, file: &Path, looked: Result<ProcessedFile, FileRefusal>) -> io::Result<()> {
        if let Ok(look) = &looked {
            self.print_message(&look.rendered_problems);
        }
        let outcome = match (looked, self.out_folder) {
            (Ok(look), None) => self.print_report(&look.content).map(|()| Ok(look.problem_count))?,
            (Ok(look), Some(folder)) => self.write_report(folder, file, look),
            (Err(refused), _) => Err(refused),
        };
        match outcome {
            Ok(problems) => self.summary.add_read(file, problems),
            Err(FileRefusal { reason, advice, status }) => {
                self.print_message(&format!(
                    "error: {} was not read: {reason}\n  help: {advice}\n",
                    printable_path(file)
                ));
                self.summary.add_refused(file, &reason, status);
            }
        }
        self.bar.inc(1);
        Ok(())
    }

    /// Prints a report on standard output, above the bar.
    fn print_report(&self, content: &str) -> io::Result<()> {
        let print = || io::stdout().write_all(content.as_bytes());
        if io::stdout().is_terminal() { self.bar.suspend(print) } else { print() }
    }

    /// Writes a report and returns the number of its problems.
    ///
    /// # Errors
    /// If another file gave a report with the same id, or the report cannot be written.
    fn write_report(&mut self, folder: &Path, file: &Path, processed: ProcessedFile) -> Result<usize, FileRefusal> {
        if let Some(other) = self.files_by_report.get(&processed.report.id) {
            return Err(FileRefusal {
                reason: format!(
                    "it gives the report {}, as {} does, and would overwrite its JSON",
                    processed.report.id,
                    printable_path(other)
                ),
                status: REFUSED,
                advice: "leave out one of the two, or write them to different folders".to_owned(),
            });
        }
        let path = folder.join(format!("{}.json", processed.report.id));
        write::replace_file(&path, processed.content.as_bytes()).map_err(|error| FileRefusal {
            status: REFUSED,
            reason: format!("its JSON cannot be written to {}: {error}", printable_path(&path)),
            advice: "check that you may write to the folder and that the disk is not full".to_owned(),
        })?;
        self.print_message(&format!("{}: {}\n", printable_path(&path), processed.summary));
        self.files_by_report.insert(processed.report.id, file.to_owned());
        Ok(processed.problem_count)
    }

    /// Prints the final counts if there were several files. Returns the exit status.
    pub fn finish(self, elapsed: Duration) -> u8 {
        self.bar.finish_and_clear();
        if self.summary.file_count() > 1 {
            self.print_message(&self.summary.to_table(elapsed).to_string());
        }
        self.summary.status()
    }

    /// Prints a message on standard error, above the bar. A failure is ignored: it means that nobody is reading.
    fn print_message(&self, words: &str) {
        if !words.is_empty() {
            self.bar.suspend(|| _ = io::stderr().write_all(words.as_bytes()));
        }
    }
}
