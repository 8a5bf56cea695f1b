//! Fetches the data file that the page names.

use corpus::{Corpus, LoadError};
use explore::library::Library;

/// Why the data could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum DataError {
    /// The file could not be fetched; the message says why.
    #[error("{0}")]
    Fetch(String),
    /// The file is not data that this program can read.
    #[error(transparent)]
    Load(#[from] LoadError),
}

/// Fetches and loads the data file that the page names.
///
/// # Errors
/// If the file cannot be fetched, or does not contain data that this program can read.
pub async fn fetch_library() -> Result<Library, DataError> {
    let json = dom::fetch_text(&dom::data_address()).await.map_err(DataError::Fetch)?;
    Ok(Library::new(Corpus::from_json(&json)?))
}
