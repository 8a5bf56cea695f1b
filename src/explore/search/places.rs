//! In how many paragraphs of long texts all typed words are, without the texts: an index by word, in chunks, of which a search
//! needs only those of its words.

use model::folded_text::FoldedText;
use std::collections::{BTreeMap, BTreeSet};

/// The beginning of the names of the files of chunks.
pub const CHUNK_FILES: &str = "places/";

/// The fewest letters of a word that is looked up. Shorter ones are in almost every paragraph.
const MIN_LETTERS: usize = 2;

/// The chunks of an index that are here, by name.
///
/// The name of a chunk is the beginning of its words: "st". It has a line for each word: the word, then for each text that
/// has it the number of the text, a colon, and the numbers of the paragraphs. All numbers but the first of their kind are
/// written as the distance from the one before.
#[derive(Debug, Default)]
pub struct PlaceIndex {
    chunks: BTreeMap<String, String>,
}

/// The numbers of a text and of a paragraph in it.
type Place = (usize, usize);

impl PlaceIndex {
    /// Makes the index of some texts, each given as its paragraphs.
    pub fn new<'t>(texts: impl IntoIterator<Item = Vec<&'t str>>) -> PlaceIndex {
        let mut places: BTreeMap<String, Vec<Place>> = BTreeMap::new();
        for (t, paragraphs) in texts.into_iter().enumerate() {
            for (p, paragraph) in paragraphs.into_iter().enumerate() {
                let folded = FoldedText::new(paragraph);
                let words: BTreeSet<&str> = folded.words().filter(|word| chunk_name(word).is_some()).collect();
                words.into_iter().for_each(|word| places.entry(word.to_string()).or_default().push((t, p)));
            }
        }
        let mut index = PlaceIndex::default();
        for (word, places) in places {
            let chunk = index.chunks.entry(chunk_name(&word).unwrap_or_default()).or_default();
            chunk.push_str(&format!("{word}{}\n", write_places(&places)));
        }
        index
    }

    /// The chunks with their names.
    pub fn chunks(&self) -> impl Iterator<Item = (&str, &str)> {
        self.chunks.iter().map(|(name, chunk)| (name.as_str(), chunk.as_str()))
    }

    /// Adds a chunk. An empty one says that no word begins so.
    pub fn add_chunk(&mut self, name: &str, chunk: &str) {
        self.chunks.insert(name.to_string(), chunk.to_string());
    }

    /// The names of the chunks that a search for these words needs and that are not here.
    pub fn missing_chunks(&self, words: &[String]) -> Vec<String> {
        let names: BTreeSet<String> = words.iter().filter_map(|word| chunk_name(word)).collect();
        names.into_iter().filter(|name| !self.chunks.contains_key(name)).collect()
    }

    /// In how many paragraphs of each text all these words are, or words that begin with them: the number of the text with
    /// that of the paragraphs. `None` if a chunk is missing, or no word is long enough to be looked up.
    pub fn find(&self, words: &[String]) -> Option<Vec<(usize, usize)>> {
        let mut found: Option<BTreeSet<Place>> = None;
        for word in words.iter().filter(|word| chunk_name(word).is_some()) {
            let chunk = self.chunks.get(&chunk_name(word)?)?;
            let places: BTreeSet<Place> = chunk
                .lines()
                .filter_map(|line| line.split_once(' '))
                .filter(|(other, _)| other.starts_with(word.as_str()))
                .flat_map(|(_, places)| read_places(places))
                .collect();
            found = Some(match found {
                None => places,
                Some(before) => before.intersection(&places).copied().collect(),
            });
        }
        let mut counts: Vec<(usize, usize)> = Vec::new();
        for (text, _) in found? {
            match counts.last_mut().filter(|(last, _)| *last == text) {
                Some((_, count)) => *count += 1,
                None => counts.push((text, 1)),
            }
        }
        Some(counts)
    }
}

/// The words to look up for what was typed: folded, without quotation marks and other signs.
pub fn words_to_find(typed: &str) -> Vec<String> {
    let folded = FoldedText::new(typed);
    folded.words().map(str::to_string).collect()
}

/// The name of the chunk that has a word; `None` if the word is too short to be looked up, or begins with other signs than
/// plain letters and digits: the name is that of a file, which every host has to keep and send.
fn chunk_name(word: &str) -> Option<String> {
    let name = word.get(..MIN_LETTERS)?;
    name.bytes().all(|byte| byte.is_ascii_alphanumeric()).then(|| name.to_string())
}

fn write_places(places: &[Place]) -> String {
    let mut line = String::new();
    let (mut last_text, mut last_paragraph) = (None, 0);
    for (text, paragraph) in places {
        if last_text == Some(*text) {
            line.push_str(&format!(",{}", paragraph - last_paragraph));
        } else {
            line.push_str(&format!(" {}:{paragraph}", text - last_text.unwrap_or_default()));
        }
        (last_text, last_paragraph) = (Some(*text), *paragraph);
    }
    line
}

fn read_places(line: &str) -> Vec<Place> {
    let mut places = Vec::new();
    let mut text = 0;
    for of_text in line.split(' ') {
        let Some((distance, paragraphs)) = of_text.split_once(':') else { continue };
        text += distance.parse::<usize>().unwrap_or_default();
        let mut paragraph = 0;
        for distance in paragraphs.split(',') {
            paragraph += distance.parse::<usize>().unwrap_or_default();
            places.push((text, paragraph));
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index() -> PlaceIndex {
        PlaceIndex::new([
            vec!["Stalking and harassment.", "Victims of stalking; stalkers.", "Nothing."],
            vec!["None."],
            vec!["A stalker’s victim.", "Harassed victims", "Stalking victims"],
        ])
    }

    fn find(typed: &str) -> Option<Vec<(usize, usize)>> {
        index().find(&words_to_find(typed))
    }

    #[test]
    fn all_words_have_to_be_in_one_paragraph_and_may_be_incomplete() {
        assert_eq!(find("stalk"), Some(vec![(0, 2), (2, 2)]));
        assert_eq!(find("victims STALKING"), Some(vec![(0, 1), (2, 1)]));
        assert_eq!(find("\"stalker's victim\""), Some(vec![(0, 1), (2, 1)]), "signs and single letters are left out");
        assert_eq!(find("nothing victims"), Some(vec![]));
    }

    #[test]
    fn the_names_of_chunks_are_plain_names_of_files() {
        let index = PlaceIndex::new([vec!["See note ¹² on Dŵr Cymru, £5 and 24/7: “été”."]]);
        let names: Vec<&str> = index.chunks().map(|(name, _)| name).collect();
        assert_eq!(names, ["24", "an", "cy", "dw", "et", "no", "on", "se"]);
    }

    #[test]
    fn without_a_chunk_or_a_word_nothing_is_claimed() {
        assert_eq!(find("a ."), None);
        assert_eq!(PlaceIndex::default().find(&words_to_find("stalking")), None);
        let mut partial = PlaceIndex::default();
        assert_eq!(partial.missing_chunks(&words_to_find("stalking victims stabbing a")), ["st", "vi"]);
        for (name, chunk) in index().chunks() {
            partial.add_chunk(name, chunk);
        }
        assert_eq!(partial.find(&words_to_find("stalking victims")), find("stalking victims"));
        partial.add_chunk("zz", "");
        assert_eq!(partial.find(&words_to_find("zzz")), Some(vec![]));
    }
}
