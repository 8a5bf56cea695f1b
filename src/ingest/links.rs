//! Writes `links.json`: what the reports say about each other.

use crate::write::replace_file;
use anyhow::{Context, Result};
use corpus::{Corpus, EditorialTables};
use model::Report;
use std::fs;
use std::path::Path;
use threads::{LinkTables, Links, collect_links};

/// The links between the reports as JSON, made with the tables in a folder.
///
/// # Errors
/// If a table cannot be read, or does not fit the reports.
pub fn links_json(data: &Path, reports: &[Report]) -> Result<String> {
    let links = read_links(data, reports)?;
    Ok(serde_json::to_string_pretty(&links).expect("links have only text keys") + "\n")
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

/// Rewrites `links.json` in a folder with tables. A folder without them has no links.
///
/// # Errors
/// If a table cannot be read or does not fit the reports, or the file cannot be written.
pub fn write_links(data: &Path, reports: &[Report]) -> Result<()> {
    if !data.join("terms.csv").exists() {
        return Ok(());
    }
    let path = data.join("links.json");
    let json = links_json(data, reports)?;
    replace_file(&path, json.as_bytes()).with_context(|| format!("{} cannot be written", path.display()))
}
