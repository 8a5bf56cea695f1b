//! Words that typesetting has parted at line ends.

use crate::block::Block;
use std::collections::HashSet;

/// Closes up words that were parted at a line end by a hyphen which is not theirs.
///
/// Most texts part words only at hyphens that belong to them ("anti-/social"). The hyphen goes only where the
/// text has the closed word elsewhere and never the one with the hyphen.
pub fn close_up(blocks: &mut [Block]) {
    let parted = |block: &Block| block.pieces.windows(2).any(|pair| parted_word(pair[0].text, pair[1].text).is_some());
    if !blocks.iter().any(parted) {
        return;
    }
    let words: HashSet<&str> =
        blocks.iter().flat_map(|b| &b.pieces).flat_map(|p| p.text.split_whitespace()).map(bare).collect();
    let is_closed = |before: &str, after: &str| {
        let (whole, hyphened) = (format!("{before}{after}"), format!("{before}-{after}"));
        words.contains(whole.as_str()) && !words.contains(hyphened.as_str())
    };
    let mut cuts: Vec<(usize, usize)> = Vec::new();
    for (b, block) in blocks.iter().enumerate() {
        for (p, pair) in block.pieces.windows(2).enumerate() {
            let closed = parted_word(pair[0].text, pair[1].text).filter(|(before, after)| is_closed(before, after));
            cuts.extend(closed.map(|_| (b, p)));
        }
    }
    for (b, p) in cuts {
        let piece = blocks[b].pieces[p];
        blocks[b].pieces[p] = piece.part(0..piece.text.len() - 1);
        blocks[b].pieces[p + 1].glued = true;
    }
}

/// The two parts of a word that a line end and a hyphen part.
fn parted_word<'t>(line: &'t str, next: &'t str) -> Option<(&'t str, &'t str)> {
    let before = line.strip_suffix('-')?.rsplit([' ', '-', '–', '(', '‘', '’', '\'', '“', '/']).next()?;
    let after = bare(next.split(char::is_whitespace).next()?);
    let are_letters = before.len() > 1 && before.bytes().chain(after.bytes()).all(|b| b.is_ascii_alphabetic());
    (are_letters && after.starts_with(char::is_lowercase)).then_some((before, after))
}

fn bare(word: &str) -> &str {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.strip_suffix("'s").or(word.strip_suffix("’s")).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::division::divide;
    use model::line::source_lines;

    #[test]
    fn a_parted_word_is_closed_up_only_where_the_text_knows_it_closed() {
        let text = "They attend in-\ncidents of anti-\nsocial behaviour, incidents of all kinds.";
        let lines: Vec<_> = source_lines(text).collect();
        let mut blocks = divide(&lines).blocks;
        close_up(&mut blocks);
        assert_eq!(blocks[0].text(), "They attend incidents of anti-social behaviour, incidents of all kinds.");
    }
}
