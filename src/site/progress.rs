//! Shows that a long command is at work, and what it printed only if it failed.

use anyhow::{Result, bail};
use duct::Expression;
use indicatif::{ProgressBar, ProgressStyle};
use std::io::{BufRead, BufReader};
use std::time::Duration;

/// As much of a failed command's output as helps.
const TAIL: usize = 40;

/// Runs a command under a spinner with its latest line. `what` is words such as "Installing wasm-pack".
pub fn run(what: &str, command: &Expression) -> Result<()> {
    let spinner = ProgressBar::new_spinner().with_prefix(what.to_owned());
    spinner.set_style(ProgressStyle::with_template("{spinner} {prefix} ({elapsed}) {wide_msg:.dim}")?);
    spinner.enable_steady_tick(Duration::from_millis(120));
    // A spinner is not drawn where there is no terminal, and hours of silence look like a fault.
    if spinner.is_hidden() {
        eprintln!("{what} ...");
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
        let tail = lines.len().saturating_sub(TAIL);
        bail!("{what} did not succeed. The command was {command:?}; its last words:\n{}", lines[tail..].join("\n"));
    }
    eprintln!("{what}: done in {seconds} s");
    Ok(())
}
