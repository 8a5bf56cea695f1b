//! Folding of text for comparison: texts that differ only in case, quotes, dashes, accents or spacing fold to the same.

/// Folds one character; `None` for one that is ignored in comparisons, such as a soft hyphen.
///
/// One character folds to at most one, so that positions in folded text can be mapped back to the original.
pub fn fold_char(c: char) -> Option<char> {
    // A fast path: whole texts are folded, and most characters are ASCII.
    if c.is_ascii() {
        return Some(match c {
            '\t'..='\r' => ' ',
            '`' => '\'',
            c => c.to_ascii_lowercase(),
        });
    }
    Some(match c {
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        '–' | '—' | '\u{2010}' | '\u{2011}' => '-',
        '\u{ad}' => return None,
        c if c.is_whitespace() => ' ',
        'à' | 'á' | 'â' | 'ä' | 'À' | 'Á' | 'Â' | 'Ä' => 'a',
        'è' | 'é' | 'ê' | 'ë' | 'È' | 'É' | 'Ê' | 'Ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'Ì' | 'Í' | 'Î' | 'Ï' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' | 'Ò' | 'Ó' | 'Ô' | 'Ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' | 'Ù' | 'Ú' | 'Û' | 'Ü' => 'u',
        'ŵ' | 'Ŵ' => 'w',
        'ŷ' | 'Ŷ' => 'y',
        'ç' | 'Ç' => 'c',
        c => c,
    })
}

/// Folds a whole phrase or name: also collapses spaces, and drops a full stop, colon or question mark at the end.
pub fn fold_phrase(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut previous = ' ';
    for c in text.chars().filter_map(fold_char) {
        if c != ' ' || previous != ' ' {
            out.push(c);
        }
        previous = c;
    }
    out.truncate(out.trim_end_matches([' ', '.', ':', '?']).len());
    out
}

#[cfg(test)]
mod tests {
    use super::{fold_char, fold_phrase};

    #[test]
    fn texts_that_only_look_different_fold_to_the_same() {
        assert_eq!(fold_phrase("HM Inspector’s\n  observations"), fold_phrase("hm inspector's observations."));
        assert_eq!(fold_phrase("anti\u{2011}social — Môn"), "anti-social - mon");
        assert_eq!(fold_phrase(" \u{ad}\t ` A\u{ad} \u{ad} B \u{a0}? : "), "' a b");
    }

    #[test]
    fn white_space_folds_to_a_space_and_in_ascii_only_letters_and_the_backtick_change() {
        for c in '\0'..=char::MAX {
            assert_eq!(fold_char(c) == Some(' '), c.is_whitespace(), "{c:?}");
            assert!(!c.is_ascii() || c == '`' || c.is_whitespace() || fold_char(c) == Some(c.to_ascii_lowercase()));
        }
    }
}
