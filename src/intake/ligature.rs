//! Ligatures, and soft hyphens, which are visible only at line ends.

/// A soft hyphen marks where a word may be split; it is invisible unless the word is split there.
pub const SOFT_HYPHEN: char = '\u{ad}';

/// The letters that a ligature stands for; `None` for any other character.
pub fn ligature_letters(ligature: char) -> Option<&'static str> {
    Some(match ligature {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        _ => return None,
    })
}

/// A quick check whether a text may contain ligatures: in UTF-8 they all begin with the same byte.
pub fn may_have_ligature(words: &str) -> bool {
    const FIRST: u8 = 0xef;
    words.as_bytes().contains(&FIRST)
}

/// Removes soft hyphens and replaces ligatures with their letters.
pub fn expand_ligatures(words: String) -> String {
    if !words.contains(SOFT_HYPHEN) && !may_have_ligature(&words) {
        return words;
    }
    let mut out = String::with_capacity(words.len());
    for c in words.chars().filter(|c| *c != SOFT_HYPHEN) {
        match ligature_letters(c) {
            Some(letters) => out.push_str(letters),
            None => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::expand_ligatures;

    #[test]
    fn soft_hyphens_are_removed_and_ligatures_spelled_out() {
        assert_eq!(expand_ligatures("resi\u{ad}dents bene\u{fb01}t".to_string()), "residents benefit");
    }
}
