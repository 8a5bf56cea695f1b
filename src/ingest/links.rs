//! Writes `links.json`: what the reports say about each other.

use crate::write::replace_file;
use anyhow::{Context, Result};
use corpus::{Corpus, EditorialTables};
use model::Report;
use serde::Serialize;
use std::fs;
use std::path::Path;
use threads::{LinkTables, Links, collect_links};

/// Links or threads as the JSON of their file.
pub fn to_json(content: &impl Serialize) -> String {
    serde_json::to_string_pretty(content).expect("links have only text keys") + "\n"
}

/// The links between the reports, made with the tables in a folder.
///
/// # Errors
/// If a table cannot be read, or does not fit the reports.
pub fn read_links(data: &Path, reports: &[Report]) -> Result<Links> {
    let read = |table: &str| {
        let path = data.join(table);
        fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))
    };
    let corpus = Corpus::collect(&EditorialTables::read(read)?, reports.to_vec())?;
    Ok(collect_links(&corpus, reports, &LinkTables::read(read)?)?)
}

/// Rewrites `links.json` and `threads.json` in a folder with tables. A folder without them has no links.
///
/// # Errors
/// If a table cannot be read or does not fit the reports, or the file cannot be written.
pub fn write_links(data: &Path, reports: &[Report]) -> Result<()> {
    if !data.join("terms.csv").exists() {
        return Ok(());
    }
    let links = read_links(data, reports)?;
    write_json(&data.join("links.json"), &links)?;
    write_json(&data.join("threads.json"), &links.threads_file())
}

fn write_json(path: &Path, content: &impl Serialize) -> Result<()> {
    replace_file(path, to_json(content).as_bytes()).with_context(|| format!("{} cannot be written", path.display()))
}
