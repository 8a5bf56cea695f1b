//! Joins words that typesetting has hyphenated at line ends.

use crate::block::Block;
use std::collections::HashSet;

/// What stands before a hyphen that belongs to the word, even if the text has the other part nowhere else.
const COMPOUND_STARTS: [&str; 20] = [
    "anti", "co", "cross", "ex", "full", "high", "inter", "long", "low", "mid", "multi", "non", "part", "post", "pre",
    "re", "self", "short", "sub", "well",
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

/// Removes the hyphen of words that were split at a line end.
///
/// Many texts split words only at hyphens that belong to them ("anti-/social"). So the hyphen is removed only if the text
/// nowhere has the word with it, and elsewhere has the word without it or has neither of the two parts alone.
pub fn join_hyphenated(blocks: &mut [Block]) {
    let has_split_word =
        |block: &Block| block.pieces.windows(2).any(|pair| split_word(pair[0].text, pair[1].text).is_some());
    if !blocks.iter().any(has_split_word) {
        return;
    }
    let words: HashSet<&str> = blocks.iter().flat_map(whole_words).map(bare_word).collect();
    let is_closed = |before: &str, after: &str| {
        let (whole, hyphenated) = (format!("{before}{after}"), format!("{before}-{after}"));
        let is_known = COMPOUND_STARTS.contains(&before) || COMPOUND_ENDS.contains(&after);
        let is_compound = is_known || words.contains(before) || words.contains(after);
        !words.contains(hyphenated.as_str()) && (words.contains(whole.as_str()) || !is_compound)
    };
    let mut cuts: Vec<(usize, usize)> = Vec::new();
    for (b, block) in blocks.iter().enumerate() {
        for (p, pair) in block.pieces.windows(2).enumerate() {
            let closed = split_word(pair[0].text, pair[1].text).filter(|(before, after)| is_closed(before, after));
            cuts.extend(closed.map(|_| (b, p)));
        }
    }
    for (b, p) in cuts {
        let piece = blocks[b].pieces[p];
        blocks[b].pieces[p] = piece.slice(0..piece.text.len() - 1);
        blocks[b].pieces[p + 1].is_glued = true;
    }
}

/// The words of a block, except the parts of those that are split at a line end.
fn whole_words<'a>(block: &Block<'a>) -> impl Iterator<Item = &'a str> {
    let mut is_after_hyphen = false;
    let mut words = Vec::new();
    for piece in &block.pieces {
        let first = usize::from(is_after_hyphen);
        is_after_hyphen = piece.text.ends_with('-');
        let count = piece.text.split_whitespace().count().saturating_sub(usize::from(is_after_hyphen));
        words.extend(piece.text.split_whitespace().take(count).skip(first));
    }
    words.into_iter()
}

/// The two parts of a word that is split by a hyphen between a line and the next.
fn split_word<'t>(line: &'t str, next: &'t str) -> Option<(&'t str, &'t str)> {
    let before = line.strip_suffix('-')?.rsplit([' ', '-', '–', '(', '‘', '’', '\'', '“', '/']).next()?;
    let after = bare_word(next.split(char::is_whitespace).next()?);
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
