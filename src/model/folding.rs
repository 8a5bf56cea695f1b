//! Folding of text for comparison: texts that differ only in case, quotes, dashes, accents, spacing or look-alike signs
//! fold to the same.
//!
//! This is the only definition of what counts as equal, in reports and in the browser. Unicode's own tables (NFKC) would
//! add about 40 kB to the program, and they leave apostrophes, dashes and invisible signs apart, which matter most here.
//! `tests/it/look_alikes.rs` compares the small tables with Unicode's.

use crate::look_alikes::plain_form;

/// The letters without their accents from U+00C0 to U+024F, by position; `*` where there is none.
const LATIN: &str = "\
    aaaaaa*ceeeeiiiidnooooo*ouuuuy**aaaaaa*ceeeeiiiidnooooo*ouuuuy*yaaaaaaccccccccddddeeeeeeeeeegggggggg\
    hhhhiiiiiiiiii**jjkk*llllll**llnnnnnn*nnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz*********\
    ************************oo*************uu****************************aaiioouuuuuuuuuu*aaaa****ggkkoo\
    oo**j***gg**nnaa**ooaaaaeeeeiiiioooorrrruuuusstt**hh******aaeeooooooooyy****************************";

/// The same from U+1E00 to U+1EFF.
const LATIN_ADDITIONAL: &str = "\
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss\
    ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy*s****aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee\
    iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy******";

/// Folds one character: to nothing if it cannot be seen, such as a soft hyphen, and to several letters if it stands for
/// several, such as a ligature.
pub fn fold_char(c: char) -> impl Iterator<Item = char> {
    let (one, several) = if c.is_ascii() { (Some(c), "") } else { fold_beyond_ascii(c) };
    one.into_iter().chain(several.chars()).map(fold_ascii)
}

/// Joins words. The method of slices is large, and is compiled once for each type of string.
pub fn join_words<W: AsRef<str>>(words: &[W], between: &str) -> String {
    let mut joined = String::new();
    for (n, word) in words.iter().enumerate() {
        if n > 0 {
            joined.push_str(between);
        }
        joined.push_str(word.as_ref());
    }
    joined
}

/// Folds a whole text, character by character.
pub fn fold_chars(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(fold_char)
}

fn fold_ascii(c: char) -> char {
    match c {
        '\t'..='\r' => ' ',
        '`' => '\'',
        c => c.to_ascii_lowercase(),
    }
}

/// One character, or any number of ASCII characters.
fn fold_beyond_ascii(c: char) -> (Option<char>, &'static str) {
    let letters = match c {
        // Accents that are characters of their own.
        '\u{300}'..='\u{36f}' => "",
        '‘'..='‛' | '´' | '\u{2b9}' | '\u{2bb}'..='\u{2bd}' | '\u{2c8}' | '′' | '‵' | '❛' | '❜' | 'ꞌ' => {
            "'"
        }
        '“'..='‟' | '″' | '‶' | '❝' | '❞' | '〝'..='〟' => "\"",
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '﹘' | '﹣' => "-",
        '…' => "...",
        'Æ' | 'æ' | 'Ǣ' | 'ǣ' | 'Ǽ' | 'ǽ' => "ae",
        'Œ' | 'œ' => "oe",
        'ß' | 'ẞ' => "ss",
        'Þ' | 'þ' => "th",
        c if c.is_whitespace() => " ",
        c => match plain_form(c).or_else(|| base_letter(c)) {
            Some(letters) => letters,
            None => return (Some(c), ""),
        },
    };
    (None, letters)
}

/// The letter of an accented one, in lower case.
fn base_letter(c: char) -> Option<&'static str> {
    let (table, first) = if c < '\u{1e00}' { (LATIN, 0xc0) } else { (LATIN_ADDITIONAL, 0x1e00) };
    let at = (c as usize).checked_sub(first)?;
    table.get(at..=at).filter(|letter| *letter != "*")
}

/// Folds a whole phrase or name: also collapses spaces, and drops a full stop, colon or question mark at the end.
pub fn fold_phrase(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut previous = ' ';
    for c in fold_chars(text) {
        if c != ' ' || previous != ' ' {
            out.push(c);
        }
        previous = c;
    }
    out.truncate(out.trim_end_matches([' ', '.', ':', '?']).len());
    out
}

/// Whether a character belongs to a word: a letter or a digit, of any language.
///
/// Blocks of characters stand for Unicode's own tables, which would add more than a kilobyte to the program.
pub fn is_word_char(c: char) -> bool {
    match c {
        '\0'..'\u{80}' => c.is_ascii_alphanumeric(),
        'ª' | '²' | '³' | 'µ' | '¹' | 'º' | '¼'..='¾' => true,
        '\u{80}'..='¿' | '×' | '÷' => false,
        // Punctuation, symbols, arrows, marks of lists, and the private signs that PDFs use for them.
        '\u{2000}'..='\u{2bff}' | '\u{2e00}'..='\u{2e7f}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' => false,
        '\u{e000}'..='\u{f8ff}' | '\u{fe10}'..='\u{fe6f}' | '\u{fff0}'..='\u{ffff}' | '\u{1f000}'..='\u{1faff}' => {
            false
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::{fold_chars, fold_phrase, is_word_char};

    #[test]
    fn texts_that_only_look_different_fold_to_the_same() {
        assert_eq!(fold_phrase("HM Inspector’s\n  observations"), fold_phrase("hm inspector's observations."));
        assert_eq!(fold_phrase("anti\u{2011}social — Môn"), "anti-social - mon");
        assert_eq!(fold_phrase(" \u{ad}\t ` A\u{ad} \u{ad} B \u{a0}? : "), "' a b");
    }

    #[test]
    fn white_space_folds_to_a_space_and_in_ascii_only_letters_and_the_backtick_change() {
        for c in '\0'..=char::MAX {
            let folded: String = fold_chars(c.encode_utf8(&mut [0; 4])).collect();
            assert_eq!(folded == " ", c.is_whitespace(), "{c:?}");
            let is_plain = c.is_ascii() && c != '`' && !c.is_whitespace();
            assert!(!is_plain || folded == c.to_ascii_lowercase().to_string(), "{c:?}");
            assert_eq!(fold_chars(&folded).collect::<String>(), folded, "{c:?} folds again");
        }
    }

    #[test]
    fn letters_fold_to_the_same_with_their_accents_joined_or_apart() {
        assert_eq!(fold_phrase("Ŵŷ Môn Ñandú"), fold_phrase("w\u{302}Y\u{302} mo\u{302}n n\u{303}andu\u{301}"));
        assert_eq!(fold_phrase("Straße Æther"), "strasse aether");
    }

    #[test]
    fn what_unicode_counts_as_a_letter_or_digit_belongs_to_a_word() {
        // Superscripts, Roman numerals and letters in circles stand apart, as signs of notes and lists do.
        let is_apart = |c| matches!(c, '\u{2070}'..='\u{24ff}' | '\u{2776}'..='\u{2793}');
        for c in ('\0'..='\u{2fff}').filter(|c| c.is_alphanumeric()) {
            assert!(is_word_char(c) || is_apart(c) || c >= '\u{2e00}', "{c:?}");
        }
        let signs = ('\0'..'\u{100}').chain('\u{2000}'..'\u{2070}').chain('\u{2500}'..'\u{2760}');
        for c in signs.filter(|c| !c.is_alphanumeric()) {
            assert!(!is_word_char(c), "{c:?}");
        }
    }
}
