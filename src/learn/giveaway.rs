//! Words that would give an answer away. All texts are folded.

use model::folding::{fold_phrase, is_word_char};
use model::{FindingKind, Grade};

/// Beginnings of words that point to a kind, besides the names of kinds.
const KIND_WORDS: [&str; 6] = ["recommend", "observ", "innovati", "promising", "afi", "summar"];

/// Whether a text names a kind of finding, or comes close to it.
pub fn names_a_kind(words: &str) -> bool {
    let is_named =
        |kind: FindingKind| [kind.name(), kind.plural_name()].iter().any(|name| has_phrase(words, &fold_phrase(name)));
    FindingKind::ALL.into_iter().any(is_named) || KIND_WORDS.iter().any(|start| has_word_from(words, start))
}

/// Whether a text has the name of a grade. Grades are ordinary words too, so this leaves out more than it has to.
pub fn names_a_grade(words: &str) -> bool {
    Grade::ALL.into_iter().any(|grade| has_phrase(words, &fold_phrase(grade.name())))
        || ["adequately", "inadequately", "grade"].iter().any(|start| has_word_from(words, start))
}

/// Whether a text names a year: four digits that begin with 19 or 20.
pub fn names_a_year(words: &str) -> bool {
    let numbers = words.split(|c: char| !c.is_ascii_digit());
    numbers.filter(|digits| digits.len() == 4).any(|digits| digits.starts_with("19") || digits.starts_with("20"))
}

/// Whether a text contains a phrase, at word borders.
fn has_phrase(words: &str, phrase: &str) -> bool {
    let is_border = |c: Option<char>| !c.is_some_and(is_word_char);
    words.match_indices(phrase).any(|(at, found)| {
        is_border(words[..at].chars().next_back()) && is_border(words[at + found.len()..].chars().next())
    })
}

/// Whether a word of a text begins with these letters.
fn has_word_from(words: &str, start: &str) -> bool {
    words.split(|c| !is_word_char(c)).any(|word| word.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_of_kinds_grades_and_years_are_found_at_word_borders() {
        assert!(names_a_kind("this is a cause of concern to hmic"));
        assert!(names_a_kind("hmic recommends that the force"));
        assert!(!names_a_kind("the force should ensure that"));
        assert!(names_a_grade("the force requires improvement in") && names_a_grade("a good service"));
        assert!(!names_a_grade("the force should buy goods and improve"));
        assert!(names_a_year("by january 2015, the force") && names_a_year("in 2015/16"));
        assert!(!names_a_year("the 2500 officers answered 12015 calls"));
    }
}
