//! The bundle to and from JSON, and what can be wrong with a bundle that was fetched.

use crate::json::Json;
use crate::{Corpus, decode};
use model::SCHEMA;
use serde_json::error::Category;

/// Why a bundle was not loaded. The wording is for a visitor.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LoadError {
    #[error("the data file ends too early, at line {line}; it may not have been fetched whole")]
    CutShort { line: usize },
    #[error("the data file is not the data of this site: line {line} is not JSON")]
    NotJson { line: usize },
    #[error(
        "the data file is of a newer form ({found}) than this program reads ({SCHEMA}); the page may be out of date"
    )]
    Newer { found: u64 },
    #[error("the data file does not have the expected content: {0}")]
    Shape(String),
}

impl Corpus {
    /// The bundle as JSON, the same bytes for the same content.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("a bundle has only text keys")
    }

    /// Reads a bundle, whole or not at all.
    ///
    /// # Errors
    /// If the text is cut short, not JSON, of a newer schema, or not a bundle.
    pub fn from_json(json: &str) -> Result<Corpus, LoadError> {
        let json = Json::read(json).map_err(explain)?;
        // The number comes first: what is newer may differ in everything else.
        match json.field("schema") {
            Some(&Json::Number(found)) if found > u64::from(SCHEMA) => Err(LoadError::Newer { found }),
            Some(&Json::Number(found)) if found == u64::from(SCHEMA) => decode::corpus(&json),
            _ => Err(LoadError::Shape("it has no schema number that is known".to_string())),
        }
    }
}

/// Words as JSON writes them.
pub fn quoted(words: &str) -> String {
    serde_json::to_string(words).unwrap_or_default()
}

fn explain(error: serde_json::Error) -> LoadError {
    match error.classify() {
        Category::Eof => LoadError::CutShort { line: error.line() },
        Category::Syntax | Category::Data | Category::Io => LoadError::NotJson { line: error.line() },
    }
}
