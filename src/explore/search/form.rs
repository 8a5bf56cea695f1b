//! Forms of a word: "investigate", "investigations" and "investigator" have one stem.
//!
//! English endings that leave the word about the same thing. Where they fail a word is found in fewer forms; what is
//! found by another form is always said to be so.

use model::folded::Endings;

/// Each family of endings, the longer before the shorter: what has one of a family can have the others.
const FAMILIES: [Endings; 2] = [
    &["ies", "y"],
    &["ments", "ings", "ions", "ment", "ing", "ion", "ers", "ors", "ive", "ed", "es", "er", "or", "e", "s"],
];

/// A shorter stem would be that of too many words.
const SHORTEST: usize = 4;

/// The stem of a folded word, with the endings that it can have; `None` for a word without any.
pub fn stem(word: &str) -> Option<(&str, Endings)> {
    let of = |endings: Endings| {
        let stem = endings.iter().find_map(|ending| word.strip_suffix(ending).filter(|s| s.len() >= SHORTEST));
        stem.map(|stem| (stem, endings))
    };
    FAMILIES.into_iter().find_map(of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_have_one_stem_and_short_words_have_none() {
        for words in [
            vec!["investigate", "investigations", "investigators", "investigating"],
            vec!["supervise", "supervision", "supervisors", "supervised"],
            vec!["vulnerability", "vulnerabilities"],
        ] {
            assert!(words.iter().all(|word| stem(word) == stem(words[0])), "{words:?}");
        }
        assert_ne!(stem("policing").map(|(_, endings)| endings), stem("policies").map(|(_, endings)| endings));
        assert_eq!([stem("bed"), stem("and"), stem("fee")], [None; 3]);
    }
}
