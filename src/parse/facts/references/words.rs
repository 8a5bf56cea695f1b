//! The words of a sentence.

use intake::text::listed;
use std::ops::Range;

/// A word in small letters, without the ending of its genitive.
struct Word {
    text: String,
    is_genitive: bool,
    range: Range<usize>,
}

/// A sentence as words; places in it are counted in words.
pub struct Words<'s> {
    pub sentence: &'s str,
    /// The year of the report's own cycle.
    pub cycle: u16,
    words: Vec<Word>,
}

impl<'s> Words<'s> {
    /// Divides a sentence; hyphens part words.
    pub fn of(sentence: &'s str, cycle: u16) -> Self {
        let is_inside = |c: char| c.is_alphabetic() || c.is_ascii_digit() || c == '\'' || c == '’';
        let mut words = Vec::new();
        let mut rest = 0;
        while let Some(start) = sentence[rest..].find(is_inside).map(|at| rest + at) {
            let end = sentence[start..].find(|c| !is_inside(c)).map_or(sentence.len(), |len| start + len);
            rest = end;
            let quoted = sentence[start..end].trim_start_matches(['\'', '’']);
            let bare = quoted.trim_end_matches(['\'', '’']);
            let stem = bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s")).unwrap_or(bare);
            let is_genitive = stem.len() < quoted.len();
            if !stem.is_empty() {
                let start = end - quoted.len();
                words.push(Word { text: stem.to_lowercase(), is_genitive, range: start..start + stem.len() });
            }
        }
        Words { sentence, words, cycle }
    }

    /// Where the word stands in the sentence.
    pub fn range(&self, place: usize) -> Option<Range<usize>> {
        self.words.get(place).map(|word| word.range.clone())
    }

    /// The places of its words.
    pub fn all(&self) -> Range<usize> {
        0..self.words.len()
    }

    /// The word at a place, nothing where there is none.
    pub fn at(&self, place: usize) -> &str {
        self.words.get(place).map_or("", |word| &word.text)
    }

    /// Whether the word at a place is one of a list, which spaces part.
    pub fn is(&self, place: usize, list: &str) -> bool {
        listed(self.at(place), list)
    }

    /// Whether the word before a place is one of a list.
    pub fn is_behind(&self, place: usize, list: &str) -> bool {
        place.checked_sub(1).is_some_and(|place| self.is(place, list))
    }

    /// Whether one of a list of words is in the sentence.
    pub fn has(&self, list: &str) -> bool {
        self.has_in(self.all(), list)
    }

    /// Whether a word from `range` is one of a list.
    pub fn has_in(&self, range: Range<usize>, list: &str) -> bool {
        range.into_iter().any(|place| self.is(place, list))
    }

    /// Whether the word is "force's", "year's".
    pub fn is_genitive(&self, place: usize) -> bool {
        self.words.get(place).is_some_and(|word| word.is_genitive)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_small_and_know_their_genitives_and_years() {
        let words = Words::of("HMICFRS' 2016² re-inspection, the force’s ‘plan’ of 2018/19", 2017);
        let texts: Vec<&str> = words.all().map(|place| words.at(place)).collect();
        assert_eq!(texts, ["hmicfrs", "2016", "re", "inspection", "the", "force", "plan", "of", "2018", "19"]);
        assert!(words.is_ours(0) && words.is_genitive(5) && words.is_earlier_year(1) && !words.is_earlier_year(8));
        assert_eq!([words.printed_year(1), words.printed_year(8)], ["2016", "2018/19"]);
    }
}
