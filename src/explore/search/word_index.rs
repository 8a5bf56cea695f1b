//! Which documents have a needle, without their texts: an index of their words, in chunks, of which a search needs only those of
//! its words.
//!
//! A document is a list of fields. Beside each other stand words of one field with nothing but a space or other signs between
//! them, so phrases are found as in the texts themselves; `tests/it/word_index.rs` compares the two.

mod building;
mod lists;
mod text;

pub use building::IndexedDocument;

use crate::search::numbers::Numbers;
use fixedbitset::FixedBitSet;
use lists::{Occurrence, Posting};
use model::folded_text::{Needle, WordEnding, words_with_signs};
use std::ops::Range;
use std::sync::Arc;

/// The words of documents, with the places where they are.
#[derive(Debug, Default)]
pub struct WordIndex {
    document_count: usize,
    /// All words, sorted, each once.
    words: Arc<[String]>,
    /// What stands between two words, the most frequent first.
    separators: Vec<String>,
    chunks: Vec<Chunk>,
}

/// The lists of some words that follow each other. A list that is not here has to be fetched.
#[derive(Debug, Default)]
struct Chunk {
    /// The number of its first word.
    first_word: usize,
    documents: Option<String>,
    places: Option<String>,
}

/// A list of a chunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum ListKind {
    /// For each word, the documents that have it.
    Documents,
    /// For each of these documents, where the word is in it.
    Places,
}

/// The documents that have a needle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hits {
    /// In their first field.
    pub in_first: FixedBitSet,
    /// In any field.
    pub in_any: FixedBitSet,
}

impl WordIndex {
    /// The number of documents.
    pub fn document_count(&self) -> usize {
        self.document_count
    }

    /// All words, sorted, each once.
    pub fn words(&self) -> &Arc<[String]> {
        &self.words
    }

    /// No documents.
    pub fn no_documents(&self) -> FixedBitSet {
        FixedBitSet::with_capacity(self.document_count)
    }

    /// All documents.
    pub fn all_documents(&self) -> FixedBitSet {
        let mut all = self.no_documents();
        all.insert_range(..);
        all
    }

    /// The documents that have a needle. Lists that are missing count as empty: see [`WordIndex::missing_lists`].
    pub fn hits(&self, needle: &Needle) -> Hits {
        let mut hits = Hits { in_first: self.no_documents(), in_any: self.no_documents() };
        let mut mark = |document: usize, in_first: bool| {
            // A damaged list may have any number.
            if document < self.document_count {
                hits.in_any.insert(document);
                hits.in_first.set(document, in_first || hits.in_first.contains(document));
            }
        };
        let tokens: Vec<(&str, &str)> = words_with_signs(&needle.text).collect();
        let Some(((last, signs), before)) = tokens.split_last() else { return hits };
        if before.is_empty() && signs.is_empty() {
            for Posting { document, in_first, .. } in self.postings(&self.words_with_ending(last, needle)) {
                mark(document, in_first);
            }
            return hits;
        }
        // The places at which the words so far end, as (document, position).
        let mut ends: Option<Vec<(usize, usize)>> = None;
        for (word, between) in before {
            let separator = self.separators.iter().position(|other| other == between);
            let places = self.occurrences(&self.exact_word(word)).into_iter();
            let places = places.filter(|place| Some(place.separator) == separator);
            ends = Some(follow(ends.as_deref(), places).map(|place| (place.document, place.position)).collect());
        }
        if signs.is_empty() {
            let places = self.occurrences(&self.words_with_ending(last, needle)).into_iter();
            follow(ends.as_deref(), places).for_each(|place| mark(place.document, place.in_first));
            return hits;
        }
        // A stem may end in a sign: "force'". Then it is the next word that may go on as the needle says.
        let next: Vec<(usize, usize)> =
            self.occurrences(&self.endings_of(needle)).iter().map(|place| (place.document, place.position)).collect();
        for place in follow(ends.as_deref(), self.occurrences(&self.exact_word(last)).into_iter()) {
            let between = self.separators.get(place.separator).map_or("", String::as_str);
            let is_followed = || next.binary_search(&(place.document, place.position + 1)).is_ok();
            let ends_so = between.len() > signs.len() || needle.ending == WordEnding::Any;
            if between.starts_with(signs) && (ends_so || is_followed()) {
                mark(place.document, place.in_first);
            }
        }
        hits
    }

    /// The names of the lists that a needle needs and that are not here: "words/12", "word-places/12".
    pub fn missing_lists(&self, needle: &Needle) -> Vec<String> {
        let tokens: Vec<(&str, &str)> = words_with_signs(&needle.text).collect();
        let Some(((last, signs), before)) = tokens.split_last() else { return Vec::new() };
        let mut words: Vec<usize> = Vec::new();
        for (word, _) in before {
            match self.exact_word(word)[..] {
                [word] => words.push(word),
                // A phrase with a word that no document has is nowhere.
                _ => return Vec::new(),
            }
        }
        if signs.is_empty() {
            words.extend(self.words_with_ending(last, needle));
        } else {
            words.extend(self.exact_word(last).into_iter().chain(self.endings_of(needle)));
        }
        let mut chunks: Vec<usize> = words.into_iter().map(|word| self.chunk_of(word)).collect();
        chunks.sort_unstable();
        chunks.dedup();
        let needs_places = !before.is_empty() || !signs.is_empty();
        let kinds: &[ListKind] = if needs_places { &ListKind::ALL } else { &[ListKind::Documents] };
        let lists = chunks.iter().flat_map(|chunk| kinds.iter().map(move |kind| (*chunk, *kind)));
        let missing = lists.filter(|(chunk, kind)| self.chunks[*chunk].list(*kind).is_none());
        missing.map(|(chunk, kind)| kind.name(chunk)).collect()
    }

    /// The numbers of the words that begin with these letters.
    fn words_from(&self, letters: &str) -> Range<usize> {
        let start = self.words.partition_point(|word| word.as_str() < letters);
        let count = self.words[start..].partition_point(|word| word.starts_with(letters));
        start..start + count
    }

    /// The number of a word; none if no document has it.
    fn exact_word(&self, word: &str) -> Vec<usize> {
        self.words.binary_search_by(|other| other.as_str().cmp(word)).into_iter().collect()
    }

    /// The numbers of the words that may follow a needle that ends in a sign, where it may not go on in any way.
    fn endings_of(&self, needle: &Needle) -> Vec<usize> {
        let is_ending = |word: &usize| needle.ending != WordEnding::Any && needle.ending.allows(&self.words[*word]);
        (0..self.words.len()).filter(is_ending).collect()
    }

    /// The numbers of the words that begin with the last word of a needle and may go on as they do.
    fn words_with_ending(&self, last: &str, needle: &Needle) -> Vec<usize> {
        self.words_from(last).filter(|word| needle.ending.allows(&self.words[*word][last.len()..])).collect()
    }

    /// The number of the chunk with a word.
    fn chunk_of(&self, word: usize) -> usize {
        self.chunks.partition_point(|chunk| chunk.first_word <= word).saturating_sub(1)
    }

    /// The words of a chunk, by number.
    fn words_of_chunk(&self, chunk: usize) -> Range<usize> {
        self.chunks[chunk].first_word..self.chunks.get(chunk + 1).map_or(self.words.len(), |next| next.first_word)
    }

    /// The documents that have any of these words, which are sorted.
    fn postings(&self, words: &[usize]) -> Vec<Posting> {
        let mut all = Vec::new();
        for chunk in words.chunk_by(|one, other| self.chunk_of(*one) == self.chunk_of(*other)) {
            let number = self.chunk_of(chunk[0]);
            let Some(list) = &self.chunks[number].documents else { continue };
            let mut numbers = Numbers::new(list);
            for word in self.words_of_chunk(number) {
                let of_word = lists::read_postings(&mut numbers);
                if chunk.binary_search(&word).is_ok() {
                    all.extend(of_word);
                }
            }
        }
        all
    }

    /// Where these words are, by document and position. They are sorted.
    fn occurrences(&self, words: &[usize]) -> Vec<Occurrence> {
        let mut all = Vec::new();
        for chunk in words.chunk_by(|one, other| self.chunk_of(*one) == self.chunk_of(*other)) {
            let number = self.chunk_of(chunk[0]);
            let Chunk { documents: Some(documents), places: Some(places), .. } = &self.chunks[number] else { continue };
            let (mut documents, mut places) = (Numbers::new(documents), Numbers::new(places));
            for word in self.words_of_chunk(number) {
                let of_word = lists::read_occurrences(&lists::read_postings(&mut documents), &mut places);
                if chunk.binary_search(&word).is_ok() {
                    all.extend(of_word);
                }
            }
        }
        all.sort_unstable_by_key(|place| (place.document, place.position));
        all
    }
}

/// The places that follow one of those where the words before end; all if there were none. `ends` and `places` are sorted.
fn follow<'e>(
    ends: Option<&'e [(usize, usize)]>,
    places: impl Iterator<Item = Occurrence> + 'e,
) -> impl Iterator<Item = Occurrence> + 'e {
    places.filter(move |place| {
        let Some(ends) = ends else { return true };
        place.position > 0 && ends.binary_search(&(place.document, place.position - 1)).is_ok()
    })
}

impl Chunk {
    fn list(&self, kind: ListKind) -> &Option<String> {
        match kind {
            ListKind::Documents => &self.documents,
            ListKind::Places => &self.places,
        }
    }
}

impl ListKind {
    const ALL: [ListKind; 2] = [ListKind::Documents, ListKind::Places];

    /// The beginning of the names of its lists.
    fn folder(self) -> &'static str {
        match self {
            ListKind::Documents => "words",
            ListKind::Places => "word-places",
        }
    }

    /// The name of the list of a chunk.
    fn name(self, chunk: usize) -> String {
        format!("{}/{chunk}", self.folder())
    }
}
