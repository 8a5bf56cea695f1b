//! What a short form looks like, and which letters its long form has to give.

use intake::text::is_superscript;

/// The short form that a word is, without the quotes, stops and footnote marks around it.
pub fn in_word(word: &str) -> Option<&str> {
    const AROUND: [char; 15] = ['\'', '"', '‘', '’', '“', '”', ',', '.', ';', ':', '*', '(', ')', '[', ']'];
    let bare = word.trim_matches(AROUND).trim_end_matches(is_superscript).trim_end_matches(AROUND);
    let possessor = bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s")).unwrap_or(bare);
    is_short(possessor).then_some(possessor)
}

/// Two to twelve characters, at least half of them capitals or digits: "MARAC", "OCGs", "ViSOR", "E-CINS", "4Ps".
fn is_short(word: &str) -> bool {
    let letters = singular(word);
    let (mut all, mut raised, mut capitals) = (0, 0, 0);
    for c in letters.chars() {
        if !(c.is_ascii_alphanumeric() || ['-', '&', '/'].contains(&c)) {
            return false;
        }
        all += 1;
        capitals += usize::from(c.is_ascii_uppercase());
        raised += usize::from(!c.is_ascii_lowercase());
    }
    let counted = letters.starts_with(|c: char| c.is_ascii_digit()) && capitals == 1;
    (2..=12).contains(&all) && (capitals >= 2 || counted) && raised * 2 >= all && !letters.starts_with(['-', '&', '/'])
}

/// A short form without the "s" of its plural.
fn singular(word: &str) -> &str {
    let stem = word.strip_suffix('s').unwrap_or(word);
    if stem.ends_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit()) { stem } else { word }
}

/// What tells whether two short forms are the same.
pub fn key(short: &str) -> String {
    singular(short).to_ascii_lowercase()
}

/// The letters of the words that it stands for, in small: four times "p" for "4Ps".
pub fn letters(short: &str) -> Vec<char> {
    let letters: Vec<char> =
        singular(short).chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    match letters[..] {
        [count @ '2'..='9', letter] => vec![letter; count as usize - '0' as usize],
        _ => letters,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_have_capitals_and_may_be_plural_mixed_hyphened_or_counted() {
        for word in ["MARAC", "‘OCGs’", "ViSOR", "MoRiLE", "E-CINS", "4Ps", "SNT's", "PoP,", "ROCU⁹", "L&D"] {
            assert!(in_word(word).is_some(), "{word}");
        }
        for word in ["force", "The", "A", "2016", "Kairos", "outcome", "SafeLives", "-AB", "101", ""] {
            assert_eq!(in_word(word), None, "{word}");
        }
        assert_eq!(in_word("(OCGs").or(in_word("OCGs’")), Some("OCGs"));
    }

    #[test]
    fn the_plural_is_no_other_form_and_a_number_counts_words() {
        assert_eq!(key("OCGs"), key("OCG"));
        assert_ne!(key("GPS"), key("GP"));
        assert_eq!(letters("4Ps"), ['p'; 4]);
        assert_eq!(letters("E-CINS"), ['e', 'c', 'i', 'n', 's']);
    }
}
