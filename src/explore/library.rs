//! The corpus with what is made from it once, when it is first needed.

use crate::pages::catalogue::Catalogue;
use corpus::Corpus;
use std::sync::OnceLock;

/// Everything that pages, exports and slides are made from.
///
/// Only the list of findings and the full texts need the catalogue. Preparing it folds every finding, so a program that
/// starts on any other page does not wait for it.
#[derive(Debug)]
pub struct Library {
    corpus: Corpus,
    catalogue: OnceLock<Catalogue>,
}

/// Equality is identity: the data never changes while a program runs, and comparing all of it would be slow.
impl PartialEq for Library {
    fn eq(&self, other: &Library) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Library {
    /// A library of this corpus.
    pub fn new(corpus: Corpus) -> Library {
        Library { corpus, catalogue: OnceLock::new() }
    }

    /// The reports and tables.
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// The findings prepared for search.
    pub fn catalogue(&self) -> &Catalogue {
        self.catalogue.get_or_init(|| Catalogue::new(&self.corpus))
    }

    /// Whether the catalogue has been made.
    pub fn has_catalogue(&self) -> bool {
        self.catalogue.get().is_some()
    }
}
