//! Runs long commands with a progress display. Their output is shown only if they fail.

use anyhow::{Result, bail};
use duct::Expression;
use indicatif::{ProgressBar, ProgressStyle};
use std::io::{BufRead, BufReader};
use std::time::Duration;

/// How many of the last lines of a failed command's output are shown.
const MAX_TAIL_LINES: usize = 40;

/// Runs a command with a spinner that shows its latest line of output. `description` says what it does: "Installing
/// wasm-pack".
///
/// # Errors
/// If the command cannot be run or fails, with the end of its output.
pub fn run_with_spinner(description: &str, command: &Expression) -> Result<()> {
    let spinner = ProgressBar::new_spinner().with_prefix(description.to_owned());
    spinner.set_style(ProgressStyle::with_template("{spinner} {prefix} ({elapsed}) {wide_msg:.dim}")?);
    spinner.enable_steady_tick(Duration::from_millis(120));
    // Without a terminal no spinner is drawn, and a long silence would look like a hang.
    if spinner.is_hidden() {
        eprintln!("{description} ...");
    }
    let mut lines = Vec::new();
    let handle = command.stdin_null().stderr_to_stdout().unchecked().reader()?;
    for line in BufReader::new(&handle).lines() {
        let line = line?;
        spinner.set_message(line.trim().to_owned());
        lines.push(line);
    }
    let succeeded = handle.try_wait()?.is_some_and(|output| output.status.success());
    let seconds = spinner.elapsed().as_secs();
    spinner.finish_and_clear();
    if !succeeded {
        let tail = lines.len().saturating_sub(MAX_TAIL_LINES);
        bail!(
            "{description} failed. The command was {command:?}; the end of its output:\n{}",
            lines[tail..].join("\n")
        );
    }
    eprintln!("{description}: done in {seconds} s");
    Ok(())
}
