//! Writes `glossary.json`: the short forms and terms of all reports.

use crate::write::replace_file;
use anyhow::{Context, Result};
use corpus::{Corpus, EditorialTables, Glossary};
use model::Report;
use std::fs;
use std::path::Path;

/// The glossary of the reports as JSON, made with the tables in a folder.
///
/// # Errors
/// If a table cannot be read, or does not fit the reports.
pub fn glossary_json(data: &Path, reports: &[Report]) -> Result<String> {
    let tables = EditorialTables::read(|table: &str| {
        let path = data.join(table);
        fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))
    })?;
    let corpus = Corpus::collect(&tables, reports.to_vec())?;
    let glossary = Glossary::collect(&corpus, reports, &tables.glossary_pages_csv)?;
    Ok(serde_json::to_string_pretty(&glossary).expect("a glossary has only text keys") + "\n")
}

/// Rewrites `glossary.json` in a folder with tables. A folder without them has no glossary.
///
/// # Errors
/// If a table cannot be read or does not fit the reports, or the file cannot be written.
pub fn write_glossary(data: &Path, reports: &[Report]) -> Result<()> {
    if !data.join("glossary-pages.csv").exists() {
        return Ok(());
    }
    let path = data.join("glossary.json");
    let json = glossary_json(data, reports)?;
    replace_file(&path, json.as_bytes()).with_context(|| format!("{} cannot be written", path.display()))
}
