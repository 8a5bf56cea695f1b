//! The corpus with what is made from it once, shared by pointer.

use corpus::{Corpus, LoadError};
use explore::pages::catalogue::Catalogue;
use std::cell::OnceCell;
use std::rc::Rc;

/// The one copy of the data. Comparing two compares pointers: the data never changes while the program runs.
#[derive(Clone)]
pub struct Bundle(Rc<Inner>);

struct Inner {
    corpus: Corpus,
    catalogue: OnceCell<Catalogue>,
}

/// Why there is no data.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    /// It did not come.
    #[error("{0}")]
    Fetch(String),
    /// It came and is not what this program reads.
    #[error(transparent)]
    Load(#[from] LoadError),
}

impl PartialEq for Bundle {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Bundle {
    /// Fetches the data file that the page names, and loads it whole or not at all.
    ///
    /// # Errors
    /// If the file cannot be fetched or is not a bundle that this program reads.
    pub async fn fetch() -> Result<Bundle, FetchError> {
        let json = dom::fetch(&dom::data_address()).await.map_err(FetchError::Fetch)?;
        Ok(Bundle(Rc::new(Inner { corpus: Corpus::from_json(&json)?, catalogue: OnceCell::new() })))
    }

    /// The data.
    pub fn corpus(&self) -> &Corpus {
        &self.0.corpus
    }

    /// The findings made ready for search, on first use.
    pub fn catalogue(&self) -> &Catalogue {
        self.0.catalogue.get_or_init(|| Catalogue::new(&self.0.corpus))
    }
}
