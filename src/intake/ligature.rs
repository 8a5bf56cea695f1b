//! Letters that are set as one, and hyphens that are only seen at line ends.

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

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn soft_hyphens_go_and_ligatures_are_spelled() {
        assert_eq!(plain("resi\u{ad}dents bene\u{fb01}t".to_string()), "residents benefit");
    }
}
