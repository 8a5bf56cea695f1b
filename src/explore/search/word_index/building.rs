//! Makes the index of some documents.

use super::lists::{self, Occurrence};
use super::{Chunk, WordIndex};
use model::folded_text::FoldedText;
use std::collections::HashMap;

/// The longest list of documents of a chunk in bytes, if it has more than one word.
const MAX_LIST: usize = 8_000;

/// What stands after the last word of a field. No folded text has this sign.
const END_OF_FIELD: &str = "\u{b}";

/// The folded fields of a document, the most important first.
pub type IndexedDocument = Vec<FoldedText>;

impl WordIndex {
    /// Makes the index of some documents.
    pub fn new(documents: &[IndexedDocument]) -> WordIndex {
        let mut separators: HashMap<String, usize> = HashMap::new();
        for (_, signs) in documents.iter().flatten().flat_map(words_with_separators) {
            *separators.entry(signs).or_default() += 1;
        }
        let mut separators: Vec<(String, usize)> = separators.into_iter().collect();
        // Frequent ones get short numbers. The order of equal ones must not depend on the map.
        separators.sort_unstable_by(|(one, n), (other, m)| m.cmp(n).then_with(|| one.cmp(other)));
        let separators: Vec<String> = separators.into_iter().map(|(signs, _)| signs).collect();
        let numbers: HashMap<&str, usize> =
            separators.iter().enumerate().map(|(n, signs)| (signs.as_str(), n)).collect();

        let mut places: HashMap<&str, Vec<Occurrence>> = HashMap::new();
        for (document, fields) in documents.iter().enumerate() {
            let mut position = 0;
            for (f, field) in fields.iter().enumerate() {
                for (word, signs) in words_with_separators(field) {
                    let separator = numbers.get(signs.as_str()).copied().unwrap_or_default();
                    places.entry(word).or_default().push(Occurrence {
                        document,
                        position,
                        separator,
                        in_first: f == 0,
                    });
                    position += 1;
                }
            }
        }
        let mut places: Vec<(&str, Vec<Occurrence>)> = places.into_iter().collect();
        places.sort_unstable_by_key(|(word, _)| *word);
        WordIndex {
            document_count: documents.len(),
            chunks: chunks_of(&places),
            words: places.into_iter().map(|(word, _)| word.to_string()).collect(),
            separators,
        }
    }
}

/// The words of a field, each with what stands between it and the next one: after the last word, the end of the field too.
fn words_with_separators(field: &FoldedText) -> impl Iterator<Item = (&str, String)> {
    let mut words = field.words_with_signs().peekable();
    std::iter::from_fn(move || {
        let (word, signs) = words.next()?;
        let end = if words.peek().is_none() { END_OF_FIELD } else { "" };
        Some((word, format!("{signs}{end}")))
    })
}

fn chunks_of(places: &[(&str, Vec<Occurrence>)]) -> Vec<Chunk> {
    let mut chunks: Vec<Chunk> = Vec::new();
    for (n, (_, occurrences)) in places.iter().enumerate() {
        let (mut documents, mut places) = (String::new(), String::new());
        lists::write(occurrences, &mut documents, &mut places);
        let open = chunks.last_mut().and_then(|chunk| Some((chunk.documents.as_mut()?, chunk.places.as_mut()?)));
        match open.filter(|(list, _)| list.len() + documents.len() <= MAX_LIST) {
            Some((of_chunk, places_of_chunk)) => {
                of_chunk.push_str(&documents);
                places_of_chunk.push_str(&places);
            }
            None => chunks.push(Chunk { first_word: n, documents: Some(documents), places: Some(places) }),
        }
    }
    chunks
}
