//! What a short form looks like, and which letters its long form must supply.

use intake::text::is_superscript_digit;

/// The short form in a word, without the quotes, stops, footnote markers and possessive ending around it.
pub fn in_word(word: &str) -> Option<&str> {
    const AROUND: [char; 15] = ['\'', '"', '‘', '’', '“', '”', ',', '.', ';', ':', '*', '(', ')', '[', ']'];
    let bare = word.trim_matches(AROUND).trim_end_matches(is_superscript_digit).trim_end_matches(AROUND);
    let stem = bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s")).unwrap_or(bare);
    is_short_form(stem).then_some(stem)
}

/// Whether a word has two to twelve characters, at least half of them not lower-case letters, with two capitals or a
/// digit and a capital: "MARAC", "OCGs", "ViSOR", "E-CINS", "4Ps".
fn is_short_form(word: &str) -> bool {
    let stem = without_plural_s(word);
    let (mut length, mut not_lowercase, mut capitals) = (0, 0, 0);
    for c in stem.chars() {
        if !(c.is_ascii_alphanumeric() || ['-', '&', '/'].contains(&c)) {
            return false;
        }
        length += 1;
        capitals += usize::from(c.is_ascii_uppercase());
        not_lowercase += usize::from(!c.is_ascii_lowercase());
    }
    let has_count = stem.starts_with(|c: char| c.is_ascii_digit()) && capitals == 1;
    (2..=12).contains(&length)
        && (capitals >= 2 || has_count)
        && not_lowercase * 2 >= length
        && !stem.starts_with(['-', '&', '/'])
}

/// A short form without a plural "s".
fn without_plural_s(word: &str) -> &str {
    let stem = word.strip_suffix('s').unwrap_or(word);
    if stem.ends_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit()) { stem } else { word }
}

/// The same for all spellings of one short form: lower-case, without a plural "s".
pub fn comparison_key(short: &str) -> String {
    without_plural_s(short).to_ascii_lowercase()
}

/// The letters that the long form must supply, in lower case: four times "p" for "4Ps".
pub fn expected_letters(short: &str) -> Vec<char> {
    let letters: Vec<char> =
        without_plural_s(short).chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    match letters[..] {
        [count @ '2'..='9', letter] => vec![letter; count as usize - '0' as usize],
        _ => letters,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_have_capitals_and_may_be_plural_mixed_hyphenated_or_begin_with_a_count() {
        for word in ["MARAC", "‘OCGs’", "ViSOR", "MoRiLE", "E-CINS", "4Ps", "SNT's", "PoP,", "ROCU⁹", "L&D"] {
            assert!(in_word(word).is_some(), "{word}");
        }
        for word in ["force", "The", "A", "2016", "Kairos", "outcome", "SafeLives", "-AB", "101", ""] {
            assert_eq!(in_word(word), None, "{word}");
        }
        assert_eq!(in_word("(OCGs").or(in_word("OCGs’")), Some("OCGs"));
    }

    #[test]
    fn a_plural_is_the_same_short_form_and_a_leading_digit_repeats_the_letter() {
        assert_eq!(comparison_key("OCGs"), comparison_key("OCG"));
        assert_ne!(comparison_key("GPS"), comparison_key("GP"));
        assert_eq!(expected_letters("4Ps"), ['p'; 4]);
        assert_eq!(expected_letters("E-CINS"), ['e', 'c', 'i', 'n', 's']);
    }
}
