//! The index as files: one with its words, and two for each chunk.

use super::{Chunk, ListKind, WordIndex};

/// The sign before the first word of a chunk.
const CHUNK: char = '!';

impl WordIndex {
    /// The lists of all chunks with their names.
    pub fn lists(&self) -> impl Iterator<Item = (String, &str)> {
        let of_chunk = |(n, chunk)| ListKind::ALL.into_iter().filter_map(move |kind| list_with_name(chunk, kind, n));
        self.chunks.iter().enumerate().flat_map(of_chunk)
    }

    /// Adds a list. Another name than that of a list adds nothing.
    pub fn add_list(&mut self, name: &str, list: &str) {
        let Some((folder, number)) = name.split_once('/') else { return };
        let Some(kind) = ListKind::ALL.into_iter().find(|kind| kind.folder() == folder) else { return };
        let Some(chunk) = number.parse().ok().and_then(|number: usize| self.chunks.get_mut(number)) else { return };
        match kind {
            ListKind::Documents => chunk.documents = Some(list.to_string()),
            ListKind::Places => chunk.places = Some(list.to_string()),
        }
    }

    /// Its words, separators and chunks, without the lists: a line for each separator, an empty line, and a line for each
    /// word: how many letters it shares with the one before, and the others.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for separator in &self.separators {
            text.push_str(separator);
            text.push('\n');
        }
        text.push('\n');
        let mut before = "";
        for (n, word) in self.words.iter().enumerate() {
            if self.chunks.iter().any(|chunk| chunk.first_word == n) {
                text.push(CHUNK);
            }
            let shared = word.chars().zip(before.chars()).take_while(|(one, other)| one == other);
            let length: usize = shared.map(|(c, _)| c.len_utf8()).sum();
            text.push_str(&format!("{length} {}\n", &word[length..]));
            before = word;
        }
        text
    }

    /// Reads what [`WordIndex::to_text`] has written. `None` if it is damaged.
    pub fn from_text(document_count: usize, text: &str) -> Option<WordIndex> {
        let (separators, words) = text.split_once("\n\n").or_else(|| Some(("", text.strip_prefix('\n')?)))?;
        let mut all: Vec<String> = Vec::new();
        let mut chunks = Vec::new();
        for line in words.lines() {
            let word = match line.strip_prefix(CHUNK) {
                Some(word) => {
                    chunks.push(Chunk { first_word: all.len(), ..Chunk::default() });
                    word
                }
                None => line,
            };
            let (length, rest) = word.split_once(' ')?;
            let shared = match length.parse().ok()? {
                0 => "",
                length => all.last()?.get(..length)?,
            };
            all.push(format!("{shared}{rest}"));
        }
        let separators = separators.lines().map(str::to_string).collect();
        (all.is_empty() || chunks.first().is_some_and(|chunk| chunk.first_word == 0)).then(|| WordIndex {
            document_count,
            words: all.into(),
            separators,
            chunks,
        })
    }
}

fn list_with_name(chunk: &Chunk, kind: ListKind, number: usize) -> Option<(String, &str)> {
    Some((kind.name(number), chunk.list(kind).as_deref()?))
}
