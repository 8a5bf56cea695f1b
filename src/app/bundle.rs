//! The corpus, and the search catalogue that is built from it once, shared by pointer.

use corpus::{Corpus, LoadError};
use explore::pages::catalogue::Catalogue;
use std::cell::OnceCell;
use std::rc::Rc;

/// A shared pointer to the data. Equality compares pointers, because the data never changes while the program runs.
#[derive(Clone)]
pub struct Bundle(Rc<BundleData>);

struct BundleData {
    corpus: Corpus,
    catalogue: OnceCell<Catalogue>,
}

/// Why the data could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    /// The file could not be fetched; the message says why.
    #[error("{0}")]
    Fetch(String),
    /// The file is not a bundle that this program can read.
    #[error(transparent)]
    Load(#[from] LoadError),
}

impl PartialEq for Bundle {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Bundle {
    /// Fetches and loads the data file that the page names.
    ///
    /// # Errors
    /// If the file cannot be fetched, or is not a bundle that this program can read.
    pub async fn fetch() -> Result<Bundle, BundleError> {
        let json = dom::fetch_text(&dom::data_address()).await.map_err(BundleError::Fetch)?;
        Ok(Bundle(Rc::new(BundleData { corpus: Corpus::from_json(&json)?, catalogue: OnceCell::new() })))
    }

    /// The corpus.
    pub fn corpus(&self) -> &Corpus {
        &self.0.corpus
    }

    /// The findings prepared for search, built on first use.
    pub fn catalogue(&self) -> &Catalogue {
        self.0.catalogue.get_or_init(|| Catalogue::new(&self.0.corpus))
    }
}
