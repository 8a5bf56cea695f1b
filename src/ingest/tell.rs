//! What is printed and written, file after file in the order of the arguments.

use crate::closing::Closing;
use crate::look::{Look, Refused};
use indicatif::{ProgressBar, ProgressFinish, ProgressStyle};
use ingest::write;
use model::ReportId;
use std::collections::HashMap;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// So many files are read before a bar would be seen.
const FEW: usize = 8;

/// Where reports go, and what was told so far.
pub struct Tell<'a> {
    out: Option<&'a Path>,
    bar: ProgressBar,
    /// Which file gave the report of each id.
    given: HashMap<ReportId, PathBuf>,
    closing: Closing,
}

impl<'a> Tell<'a> {
    /// Nothing told yet, of `files` files; reports go into the folder `out`, or are printed.
    pub fn new(out: Option<&'a Path>, files: usize) -> Self {
        // Drawn on standard error, and only if that is a terminal.
        let bar = if files > FEW { ProgressBar::new(files as u64) } else { ProgressBar::hidden() };
        if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos} of {len} files, {eta} left") {
            bar.set_style(style);
        }
        let bar = bar.with_finish(ProgressFinish::AndClear);
        Tell { out, bar, given: HashMap::new(), closing: Closing::default() }
    }

    /// Tells of one file.
    ///
    /// # Errors
    /// If standard output takes no more.
    pub fn tell(&mut self, file: &Path, looked: Result<Look, Refused>) -> io::Result<()> {
        if let Ok(look) = &looked {
            self.say(&look.drawn);
        }
        let outcome = match (looked, self.out) {
            (Ok(look), None) => self.print(&look.content).map(|()| Ok(look.problems))?,
            (Ok(look), Some(folder)) => self.write(folder, file, look),
            (Err(refused), _) => Err(refused),
        };
        match outcome {
            Ok(problems) => self.closing.read(file, problems),
            Err(Refused { reason, advice }) => {
                self.say(&format!("error: {}: not read: {reason}\n  help: {advice}\n", file.display()));
                self.closing.refused(file, &reason);
            }
        }
        self.bar.inc(1);
        Ok(())
    }

    fn print(&self, content: &str) -> io::Result<()> {
        let print = || io::stdout().write_all(content.as_bytes());
        if io::stdout().is_terminal() { self.bar.suspend(print) } else { print() }
    }

    /// Writes a report and returns the number of its problems.
    fn write(&mut self, folder: &Path, file: &Path, look: Look) -> Result<usize, Refused> {
        if let Some(other) = self.given.get(&look.id) {
            return Err(Refused {
                reason: format!("it gives the report {}, as {} did, and would replace it", look.id, other.display()),
                advice: "leave one of the two out, or write them into different folders".to_owned(),
            });
        }
        let path = folder.join(format!("{}.json", look.id));
        write::replace(&path, look.content.as_bytes()).map_err(|error| Refused {
            reason: format!("its JSON cannot be written to {}: {error}", path.display()),
            advice: "see that the folder may be written to and that there is room".to_owned(),
        })?;
        self.say(&format!("{}: {}\n", path.display(), look.counts));
        self.given.insert(look.id, file.to_owned());
        Ok(look.problems)
    }

    /// Ends with the closing count; whether every file was read.
    pub fn close(self, elapsed: Duration) -> bool {
        self.bar.finish_and_clear();
        if self.closing.files() > 1 {
            self.say(&self.closing.table(elapsed).to_string());
        }
        self.closing.all_read()
    }

    /// On standard error, above the bar. That nobody listens is no reason to stop.
    fn say(&self, words: &str) {
        if !words.is_empty() {
            self.bar.suspend(|| _ = io::stderr().write_all(words.as_bytes()));
        }
    }
}
