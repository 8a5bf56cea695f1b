//! Joins words that typesetting has hyphenated at line ends.

use crate::block::Block;
use std::collections::HashSet;

/// Removes the hyphen of words that were split at a line end.
///
/// Most texts split words only at hyphens that belong to them ("anti-/social"). So the hyphen is removed only if the
/// text elsewhere has the word without a hyphen and nowhere has it with one.
pub fn join_hyphenated(blocks: &mut [Block]) {
    let has_split_word =
        |block: &Block| block.pieces.windows(2).any(|pair| split_word(pair[0].text, pair[1].text).is_some());
    if !blocks.iter().any(has_split_word) {
        return;
    }
    let words: HashSet<&str> =
        blocks.iter().flat_map(|b| &b.pieces).flat_map(|p| p.text.split_whitespace()).map(bare_word).collect();
    let is_closed = |before: &str, after: &str| {
        let (whole, hyphenated) = (format!("{before}{after}"), format!("{before}-{after}"));
        words.contains(whole.as_str()) && !words.contains(hyphenated.as_str())
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
    fn a_split_word_is_joined_only_if_the_text_has_it_without_a_hyphen() {
        let text = "They attend in-\ncidents of anti-\nsocial behaviour, incidents of all kinds.";
        let lines: Vec<_> = source_lines(text).collect();
        let mut blocks = divide_lines(&lines).blocks;
        join_hyphenated(&mut blocks);
        assert_eq!(blocks[0].text(), "They attend incidents of anti-social behaviour, incidents of all kinds.");
    }
}
