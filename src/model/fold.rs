//! Text for comparing: what differs only in case, quotes, dashes, accents or spacing folds to the same.

/// Folds one character; `None` for one that takes no part in comparing.
///
/// One character folds to one, so that places in folded text can be counted back to the original.
pub fn fold_char(c: char) -> Option<char> {
    // Most of a text is ASCII, and whole texts are folded.
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

/// A phrase or name folded whole: single spaces, no stop, colon or question mark at its end.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars().filter_map(fold_char) {
        if c != ' ' || before != ' ' {
            out.push(c);
        }
        before = c;
    }
    out.truncate(out.trim_end_matches([' ', '.', ':', '?']).len());
    out
}

#[cfg(test)]
mod tests {
    use super::{fold, fold_char};

    #[test]
    fn what_only_looks_different_is_the_same() {
        assert_eq!(fold("HM Inspector’s\n  observations"), fold("hm inspector's observations."));
        assert_eq!(fold("anti\u{2011}social — Môn"), "anti-social - mon");
        assert_eq!(fold(" \u{ad}\t ` A\u{ad} \u{ad} B \u{a0}? : "), "' a b");
    }

    #[test]
    fn every_white_space_is_a_space_and_only_letters_change_in_ascii() {
        for c in '\0'..=char::MAX {
            assert_eq!(fold_char(c) == Some(' '), c.is_whitespace(), "{c:?}");
            assert!(!c.is_ascii() || c == '`' || c.is_whitespace() || fold_char(c) == Some(c.to_ascii_lowercase()));
        }
    }
}
