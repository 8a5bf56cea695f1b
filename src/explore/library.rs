//! The corpus with what is made from it once, when it is first needed.

use crate::pages::catalogue::Catalogue;
use crate::parts::for_search::{THREAD_NAMES, add_findings, is_name_of_findings};
use crate::search::places::{CHUNK_FILES, PlaceIndex, words_to_find};
use corpus::{Corpus, Glossary, LoadError};
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
    lacks_thread_names: bool,
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
        Library {
            corpus,
            glossary: None,
            catalogue: OnceLock::new(),
            places: PlaceIndex::default(),
            lacks_thread_names: false,
        }
    }

    /// A library of this corpus and the glossary of its reports. Only the glossary page needs the glossary, and no program
    /// of the browser draws that.
    pub fn with_glossary(corpus: Corpus, glossary: Glossary) -> Library {
        Library { glossary: Some(Box::leak(Box::new(glossary))), ..Library::new(corpus) }
    }

    /// Takes a catalogue that was made ahead of time, in place of making it from the findings. The lists of words and the
    /// findings of reports are added when a search needs them. Returns whether it is a catalogue of this corpus.
    pub fn take_catalogue(&mut self, text: &str) -> bool {
        let catalogue = Catalogue::from_text(&self.corpus, text);
        let is_taken = catalogue.is_some();
        self.lacks_thread_names = true;
        self.catalogue = catalogue.map(OnceLock::from).unwrap_or_default();
        is_taken
    }

    /// Adds a list of words, a chunk of the index of the full texts, or the findings of a report, by its name.
    ///
    /// # Errors
    /// If the findings are damaged.
    pub fn add_part(&mut self, name: &str, part: &str) -> Result<(), LoadError> {
        if let Some(chunk) = name.strip_prefix(CHUNK_FILES) {
            self.places.add_chunk(chunk, part);
            return Ok(());
        }
        if name == THREAD_NAMES {
            self.corpus.asides = Corpus::from_json(part)?.asides;
            self.lacks_thread_names = false;
            return Ok(());
        }
        if !is_name_of_findings(name) {
            self.catalogue.get_mut().into_iter().for_each(|catalogue| catalogue.words.add_list(name, part));
            return Ok(());
        }
        for report in Corpus::from_json(part)?.reports {
            if let Some(held) = self.corpus.reports.iter_mut().find(|held| held.id == report.id) {
                add_findings(held, report);
            }
        }
        Ok(())
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

    /// The names of what is not here of that which is said beside the findings for what was typed: chunks of the index of the
    /// full texts, and the names of threads.
    pub fn missing_besides(&self, typed: &str) -> Vec<String> {
        let words = words_to_find(typed);
        let missing = self.places.missing_chunks(&words).into_iter().map(|chunk| format!("{CHUNK_FILES}{chunk}"));
        let threads = (self.lacks_thread_names && !words.is_empty()).then(|| THREAD_NAMES.to_string());
        missing.chain(threads).collect()
    }

    /// Whether the catalogue has been made.
    pub fn has_catalogue(&self) -> bool {
        self.catalogue.get().is_some()
    }
}
