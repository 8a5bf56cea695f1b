//! What typesetting does to words: parts them at line ends, and sets some letters as one.

use super::block::Block;
use std::collections::HashSet;

/// The mark of a place where a word may be parted; invisible unless it is.
pub const SOFT_HYPHEN: char = '\u{ad}';

/// The letters that a ligature stands for.
pub fn letters_of(ligature: char) -> Option<&'static str> {
    Some(match ligature {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        _ => return None,
    })
}

/// Quickly, whether there may be a ligature: all of them begin with the same byte.
pub fn may_have_ligature(words: &str) -> bool {
    const FIRST: u8 = 0xef;
    words.as_bytes().contains(&FIRST)
}

/// Words without soft hyphens and ligatures.
pub fn plain(words: String) -> String {
    if !words.contains(SOFT_HYPHEN) && !may_have_ligature(&words) {
        return words;
    }
    let mut out = String::with_capacity(words.len());
    for c in words.chars().filter(|c| *c != SOFT_HYPHEN) {
        match letters_of(c) {
            Some(letters) => out.push_str(letters),
            None => out.push(c),
        }
    }
    out
}

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
    use super::super::division::divide;
    use super::super::text::lines;
    use super::*;

    #[test]
    fn a_parted_word_is_closed_up_only_where_the_text_knows_it_closed() {
        let text = "They attend in-\ncidents of anti-\nsocial behaviour, incidents of all kinds.";
        let lines: Vec<_> = lines(text).collect();
        let mut blocks = divide(&lines).blocks;
        close_up(&mut blocks);
        assert_eq!(blocks[0].text(), "They attend incidents of anti-social behaviour, incidents of all kinds.");
    }

    #[test]
    fn soft_hyphens_go_and_ligatures_are_spelled() {
        assert_eq!(plain("resi\u{ad}dents bene\u{fb01}t".to_string()), "residents benefit");
    }
}
