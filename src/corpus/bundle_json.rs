//! Writes the corpus as JSON, the bundle that the programs fetch, and reads it back.

use crate::json::{Json, JsonError};
use crate::{Corpus, decode};
use model::SCHEMA_VERSION;

/// Why a bundle could not be loaded. The messages are shown to visitors.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LoadError {
    /// The JSON is incomplete.
    #[error("the data file was only partly downloaded")]
    CutShort,
    /// The text is not JSON: a server's error page, for example.
    #[error("something else was received in place of the data file")]
    NotJson,
    /// The schema is newer than the one that this program reads.
    #[error("the data file has a newer format ({found}) than this page can read ({SCHEMA_VERSION})")]
    NewerSchema {
        /// The version of the schema found.
        found: u64,
    },
    /// The JSON is not a bundle; the text describes the first error.
    #[error("the data file is damaged ({0})")]
    UnexpectedContent(String),
}

impl Corpus {
    /// The corpus as a bundle. The same content always gives the same bytes.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("a bundle has only text keys")
    }

    /// Reads a bundle. There are no partial results.
    ///
    /// # Errors
    /// If the text is cut short, not JSON, has a newer schema, or is not a bundle.
    pub fn from_json(json: &str) -> Result<Corpus, LoadError> {
        let json = Json::parse(json).map_err(to_load_error)?;
        // The schema is checked before anything else, because a newer one may differ in every other field.
        match json.field("schema") {
            Some(&Json::Number(found)) if found > u64::from(SCHEMA_VERSION) => Err(LoadError::NewerSchema { found }),
            Some(&Json::Number(found)) if found == u64::from(SCHEMA_VERSION) => decode::decode_corpus(&json),
            _ => Err(LoadError::UnexpectedContent("its schema number is missing or unknown".to_string())),
        }
    }
}

/// A text as a JSON string, with quotes and escapes.
pub fn to_json_string(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

pub(crate) fn to_load_error(error: JsonError) -> LoadError {
    match error {
        JsonError::CutShort => LoadError::CutShort,
        JsonError::NotJson => LoadError::NotJson,
    }
}
