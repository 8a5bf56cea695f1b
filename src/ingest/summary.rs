//! The final counts of a run over several files.

use ingest::read::printable_path;
use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The outcome of every file, in the order in which they were named.
#[derive(Default)]
pub struct RunSummary {
    /// How many files were read.
    read_count: usize,
    /// The files that were refused, with the first line of the reason.
    refused_files: Vec<(PathBuf, String)>,
    /// The highest exit status that a refused file calls for.
    status: u8,
    /// The files with problems, with how many.
    files_with_problems: Vec<(PathBuf, usize)>,
}

impl RunSummary {
    /// Records a file that was read, with its number of problems.
    pub fn add_read(&mut self, file: &Path, problems: usize) {
        self.read_count += 1;
        if problems > 0 {
            self.files_with_problems.push((file.to_owned(), problems));
        }
    }

    /// Records a file that was refused, with the first line of the reason and the exit status that it calls for.
    pub fn add_refused(&mut self, file: &Path, reason: &str, status: u8) {
        self.status = self.status.max(status);
        let short = reason.lines().next().unwrap_or_default().trim_end_matches([':', ';']);
        self.refused_files.push((file.to_owned(), short.to_owned()));
    }

    /// How many files have been recorded.
    pub fn file_count(&self) -> usize {
        self.read_count + self.refused_files.len()
    }

    /// The exit status: 0 if every file was read.
    pub fn status(&self) -> u8 {
        self.status
    }

    /// The counts, and a line for each file that was refused or has problems.
    pub fn to_table(&self, elapsed: Duration) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            let problems: usize = self.files_with_problems.iter().map(|(_, number)| number).sum();
            writeln!(f, "{:>7} files in {:.1} s", self.file_count(), elapsed.as_secs_f64())?;
            writeln!(f, "{:>7} read", self.read_count)?;
            writeln!(f, "{:>7} refused", self.refused_files.len())?;
            self.refused_files
                .iter()
                .try_for_each(|(file, reason)| writeln!(f, "          {}: {reason}", printable_path(file)))?;
            writeln!(f, "{problems:>7} problems, in {} of the files read", self.files_with_problems.len())?;
            self.files_with_problems
                .iter()
                .try_for_each(|(file, n)| writeln!(f, "          {}: {n}", printable_path(file)))
        })
    }
}
