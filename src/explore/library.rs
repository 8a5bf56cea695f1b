//! The corpus with what is made from it once, when it is first needed.

use crate::pages::catalogue::Catalogue;
use crate::search::places::PlaceIndex;
use corpus::{Corpus, Glossary};
use std::sync::OnceLock;

/// Everything that pages, exports and slides are made from.
///
/// Only the list of findings and the full texts need the catalogue. Preparing it folds every finding, so a program that
/// starts on any other page does not wait for it.
#[derive(Debug)]
pub struct Library {
    corpus: Corpus,
    /// Kept for as long as the process runs, so that the browser programs need no code that frees it.
    glossary: Option<&'static Glossary>,
    catalogue: OnceLock<Catalogue>,
    places: PlaceIndex,
}

/// Equality is identity: the data never changes while a program runs, and comparing all of it would be slow.
impl PartialEq for Library {
    fn eq(&self, other: &Library) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Library {
    /// A library of this corpus, without a glossary.
    pub fn new(corpus: Corpus) -> Library {
        Library { corpus, glossary: None, catalogue: OnceLock::new(), places: PlaceIndex::default() }
    }

    /// A library of this corpus and the glossary of its reports. Only the glossary page needs the glossary, and no program
    /// of the browser draws that.
    pub fn with_glossary(corpus: Corpus, glossary: Glossary) -> Library {
        Library { glossary: Some(Box::leak(Box::new(glossary))), ..Library::new(corpus) }
    }

    /// The reports and tables.
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// The short forms and terms of all reports; `None` in the browser.
    pub fn glossary(&self) -> Option<&Glossary> {
        self.glossary
    }

    /// The findings prepared for search.
    pub fn catalogue(&self) -> &Catalogue {
        self.catalogue.get_or_init(|| Catalogue::new(&self.corpus))
    }

    /// What is here of the index of the full texts. Their numbers are those of the reports that the site holds, in the order of
    /// the corpus.
    pub fn places(&self) -> &PlaceIndex {
        &self.places
    }

    /// The same, to add to it.
    pub fn places_mut(&mut self) -> &mut PlaceIndex {
        &mut self.places
    }

    /// Whether the catalogue has been made.
    pub fn has_catalogue(&self) -> bool {
        self.catalogue.get().is_some()
    }
}
