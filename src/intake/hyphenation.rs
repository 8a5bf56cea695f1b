//! Joins words that typesetting has hyphenated at line ends.

use crate::block::Block;
use std::collections::HashSet;

/// What stands before a hyphen that belongs to the word, even if the text has the other part nowhere else.
const COMPOUND_STARTS: [&str; 26] = [
    "anti", "co", "cross", "ex", "first", "four", "full", "high", "inter", "long", "low", "mid", "multi", "non",
    "part", "post", "pre", "re", "second", "self", "short", "sub", "third", "three", "two", "well",
];

/// What stands after such a hyphen.
const COMPOUND_ENDS: [&str; 40] = [
    "based",
    "being",
    "building",
    "class",
    "date",
    "day",
    "driven",
    "effective",
    "focused",
    "free",
    "handed",
    "harm",
    "hour",
    "keeping",
    "known",
    "led",
    "level",
    "like",
    "line",
    "making",
    "month",
    "old",
    "operation",
    "quality",
    "related",
    "risk",
    "scale",
    "sensitive",
    "setting",
    "sharing",
    "solving",
    "specific",
    "style",
    "taking",
    "term",
    "time",
    "week",
    "wide",
    "working",
    "year",
];

/// The words of a text, by which words that are split at a line end are known.
pub struct KnownWords {
    words: HashSet<String>,
    /// Whether the text is hyphenated: several words are certainly split at line ends.
    is_hyphenated: bool,
}

impl KnownWords {
    /// The words of lines, except the parts of those that are split at their ends.
    pub fn from_lines<'a>(lines: impl Iterator<Item = &'a str>) -> KnownWords {
        const ENOUGH: usize = 4;
        let mut words = HashSet::new();
        let mut splits = Vec::new();
        let mut hyphenated_line = None;
        for line in lines {
            let first = usize::from(hyphenated_line.is_some());
            splits.extend(hyphenated_line.and_then(|above| split_word(above, line)));
            hyphenated_line = line.ends_with('-').then_some(line);
            let count = line.split_whitespace().count().saturating_sub(usize::from(hyphenated_line.is_some()));
            for word in line.split_whitespace().take(count).skip(first).map(bare_word).filter(|word| !word.is_empty()) {
                words.insert(word.to_string());
                words.extend(word.split('-').filter(|_| word.contains('-')).map(str::to_string));
            }
        }
        let mut known = KnownWords { words, is_hyphenated: false };
        let certain = splits.iter().filter(|(before, after)| known.has(&format!("{before}{after}")));
        known.is_hyphenated = certain.take(ENOUGH).count() == ENOUGH;
        known
    }

    fn has(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// Whether the hyphen at the end of a line only splits a word, which goes on in the next line.
    ///
    /// Many texts split words only at hyphens that belong to them ("anti-/social"). So the text must nowhere have the word
    /// with its hyphen, and elsewhere have it without, or not have the two parts. In a text that is hyphenated, a hyphen
    /// stays only between two words that are known.
    pub fn is_split(&self, line: &str, next: &str) -> bool {
        let Some((before, after)) = split_word(line, next) else { return false };
        if self.has(&format!("{before}-{after}")) {
            return false;
        }
        let (starts, ends) = (COMPOUND_STARTS.contains(&before), COMPOUND_ENDS.contains(&after));
        let is_compound = if self.is_hyphenated {
            (starts || self.has(before)) && (ends || self.has(after)) && before.len() > 2
        } else {
            starts || ends || self.has(before) || self.has(after)
        };
        self.has(&format!("{before}{after}")) || !is_compound
    }
}

/// Removes the hyphens of words that were split at line ends.
pub fn join_hyphenated(blocks: &mut [Block]) {
    let has_split_word =
        |block: &Block| block.pieces.windows(2).any(|pair| split_word(pair[0].text, pair[1].text).is_some());
    if !blocks.iter().any(has_split_word) {
        return;
    }
    let words = KnownWords::from_lines(blocks.iter().flat_map(|block| &block.pieces).map(|piece| piece.text));
    for block in blocks {
        for p in 1..block.pieces.len() {
            let before = block.pieces[p - 1];
            if words.is_split(before.text, block.pieces[p].text) {
                block.pieces[p - 1] = before.slice(0..before.text.len() - 1);
                block.pieces[p].is_glued = true;
            }
        }
    }
}

/// The two parts of a word that is split by a hyphen between a line and the next.
fn split_word<'t>(line: &'t str, next: &'t str) -> Option<(&'t str, &'t str)> {
    let before = line.strip_suffix('-')?.rsplit([' ', '-', '–', '(', '‘', '’', '\'', '“', '/']).next()?;
    let after = next.split(|c: char| !c.is_alphabetic()).next()?;
    let are_letters = before.len() > 1 && before.bytes().chain(after.bytes()).all(|b| b.is_ascii_alphabetic());
    (are_letters && after.starts_with(char::is_lowercase)).then_some((before, after))
}

/// A word without punctuation around it or a possessive "'s".
fn bare_word(word: &str) -> &str {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.strip_suffix("'s").or(word.strip_suffix("’s")).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::division::divide_lines;
    use model::line::source_lines;

    #[test]
    fn a_hyphen_at_a_line_end_stays_if_it_belongs_to_the_word() {
        for (text, joined) in [
            (
                "They attend in-\ncidents of anti-\nsocial behaviour, incidents of all kinds.",
                "They attend incidents of anti-social behaviour, incidents of all kinds.",
            ),
            ("at the first oppor-\ntunity and no later", "at the first opportunity and no later"),
            ("they know of problem-\nsolving in time", "they know of problem-solving in time"),
            ("they have a multi-\nagency group in place", "they have a multi-agency group in place"),
        ] {
            let lines: Vec<_> = source_lines(text).collect();
            let mut blocks = divide_lines(&lines).blocks;
            join_hyphenated(&mut blocks);
            assert_eq!(blocks[0].text(), joined);
        }
    }
}
