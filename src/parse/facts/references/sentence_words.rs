//! The words of a sentence in lower case.

use intake::text::is_in_word_list;
use std::ops::Range;

/// A word in lower case and with straight apostrophes, without a possessive ending.
struct LowercaseWord {
    /// The word itself.
    text: String,
    /// Whether it had a possessive ending: "force's".
    is_possessive: bool,
    /// Its bytes in the sentence, without the ending.
    range: Range<usize>,
}

/// A sentence as words; a place in it is the index of a word.
pub struct SentenceWords<'s> {
    /// The whole sentence.
    pub sentence: &'s str,
    /// The year of the report's own cycle.
    pub cycle_year: u16,
    /// The words in order.
    words: Vec<LowercaseWord>,
}

impl<'s> SentenceWords<'s> {
    /// Splits a sentence into words, also at hyphens.
    pub fn new(sentence: &'s str, cycle_year: u16) -> Self {
        let is_inside = |c: char| c.is_alphabetic() || c.is_ascii_digit() || c == '\'' || c == '’';
        let mut words = Vec::new();
        let mut from = 0;
        while let Some(start) = sentence[from..].find(is_inside).map(|at| from + at) {
            let end = sentence[start..].find(|c| !is_inside(c)).map_or(sentence.len(), |len| start + len);
            from = end;
            let quoted = sentence[start..end].trim_start_matches(['\'', '’']);
            let bare = quoted.trim_end_matches(['\'', '’']);
            let stem = bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s")).unwrap_or(bare);
            let is_genitive = stem.len() < quoted.len();
            if !stem.is_empty() {
                let start = end - quoted.len();
                words.push(LowercaseWord {
                    text: stem.to_lowercase().replace('’', "'"),
                    is_possessive: is_genitive,
                    range: start..start + stem.len(),
                });
            }
        }
        SentenceWords { sentence, words, cycle_year }
    }

    /// The bytes of a word in the sentence.
    pub fn byte_range(&self, index: usize) -> Option<Range<usize>> {
        self.words.get(index).map(|word| word.range.clone())
    }

    /// The text from the first to the last word of some places, as printed; empty if there are none.
    pub fn text_at(&self, places: Range<usize>) -> &'s str {
        let range = |place: usize| self.byte_range(place);
        let (Some(first), Some(last)) = (range(places.start), places.end.checked_sub(1).and_then(range)) else {
            return "";
        };
        self.sentence.get(first.start..last.end).unwrap_or_default()
    }

    /// The places of all words.
    pub fn places(&self) -> Range<usize> {
        0..self.words.len()
    }

    /// The word at a place in lower case; empty past the end of the sentence.
    pub fn word_at(&self, index: usize) -> &str {
        self.words.get(index).map_or("", |word| &word.text)
    }

    /// Whether the word at a place is in a space-separated list.
    pub fn is_one_of(&self, index: usize, list: &str) -> bool {
        is_in_word_list(self.word_at(index), list)
    }

    /// Whether the word before a place is in a space-separated list.
    pub fn is_preceded_by(&self, index: usize, list: &str) -> bool {
        index.checked_sub(1).is_some_and(|place| self.is_one_of(place, list))
    }

    /// Whether any word of the sentence is in a space-separated list.
    pub fn contains_any(&self, list: &str) -> bool {
        self.contains_any_in(self.places(), list)
    }

    /// Whether any word in a range of places is in a space-separated list.
    pub fn contains_any_in(&self, range: Range<usize>, list: &str) -> bool {
        range.into_iter().any(|place| self.is_one_of(place, list))
    }

    /// Whether the word at a place can begin a clause: it is the first, or follows a comma, a dash or a word such as
    /// "when" or "however". One that follows a noun begins a relative clause: "the backlog we found".
    pub fn begins_clause(&self, index: usize) -> bool {
        const BEFORE: &str = "however but although as when where while then because and inspection inspections report \
            reports review assessment year time also again first";
        let Some(before) = index.checked_sub(1) else { return true };
        let gap = || Some(&self.sentence[self.byte_range(before)?.end..self.byte_range(index)?.start]);
        let is_apart = || gap().is_some_and(|gap| gap.contains([',', ';', ':', '–', '—', '(']));
        self.is_one_of(before, BEFORE) || self.word_at(before).starts_with("20") || is_apart()
    }

    /// Whether the word had a possessive ending: "force's", "year's".
    pub fn is_possessive(&self, index: usize) -> bool {
        self.words.get(index).is_some_and(|word| word.is_possessive)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_in_lower_case_and_possessives_and_years_are_recognised() {
        let words = SentenceWords::new("HMICFRS' 2016² re-inspection, the force’s ‘plan’ of 2018/19", 2017);
        let texts: Vec<&str> = words.places().map(|place| words.word_at(place)).collect();
        assert_eq!(texts, ["hmicfrs", "2016", "re", "inspection", "the", "force", "plan", "of", "2018", "19"]);
        assert!(words.is_ours(0) && words.is_possessive(5) && words.is_earlier_year(1) && !words.is_earlier_year(8));
        assert_eq!([words.printed_year(1), words.printed_year(8)], ["2016", "2018/19"]);
    }
}
