//! `cargo ingest`: report texts to JSON, or to a ledger of their lines.

mod advice;
mod arguments;
mod check;
mod closing;
mod look;
mod tell;

use anyhow::{Context, Result};
use arguments::Arguments;
use clap::Parser;
use ingest::{queue, read};
use look::{Form, Refused};
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread;
use std::time::Instant;

fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            // A reader that has seen enough, such as `head`, is not told of it.
            let is_closed = error.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe);
            if !is_closed {
                eprintln!("error: {error:#}");
            }
            ExitCode::FAILURE
        }
    }
}

/// Reads everything that was named; whether all of it was read.
fn run(mut arguments: Arguments) -> Result<bool> {
    let began = Instant::now();
    if arguments.files.is_empty() {
        let sources = Path::new("data/sources");
        arguments.files = read::texts_in(sources)
            .context("data/sources cannot be listed; run this in the project's folder, or name the texts to read")?;
        if !arguments.check {
            arguments.out.get_or_insert_with(|| "data/reports".into());
        }
    }
    let is_single = matches!(arguments.files.as_slice(), [file] if !file.is_dir());
    let files: Vec<PathBuf> = arguments.files.into_iter().flat_map(texts_of).collect();
    let form = match (arguments.check, &arguments.out) {
        (true, _) => Form::Ledger { lines: arguments.lines },
        (false, None) if !is_single => Form::Line,
        (false, _) => Form::Indented,
    };
    let colour = io::stderr().is_terminal();
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let mut tell = tell::Tell::new(arguments.out.as_deref(), files.len());
    queue::in_order(
        &files,
        threads,
        |file| look::look(file, form, colour),
        |file, looked| tell.tell(file, looked.unwrap_or_else(|_| Err(failed()))),
    )
    .context("standard output cannot be written to")?;
    Ok(tell.close(began.elapsed()))
}

/// The texts of a folder, or the one file.
fn texts_of(named: PathBuf) -> Vec<PathBuf> {
    // A folder without texts is refused by its name when it comes to be read.
    let texts = read::texts_in(&named).unwrap_or_default();
    if texts.is_empty() { vec![named] } else { texts }
}

/// Reading cannot fail on a text of a known format; if it does, the other files are read all the same.
fn failed() -> Refused {
    Refused {
        reason: "this program failed while reading it, which is a fault of the program".to_owned(),
        advice: "report it with the text and the message above that begins with 'thread'".to_owned(),
    }
}
