//! Stemming: "investigate", "investigations" and "investigator" are forms of one stem.
//!
//! Only English suffixes that hardly change the meaning of a word are removed. A word that these rules miss is found in
//! fewer forms. Whatever is found in another form is labelled as such on the page.

use model::folded_text::Suffixes;

/// Families of suffixes, the longest first: a stem that takes one suffix of a family may take the others.
const SUFFIX_FAMILIES: [Suffixes; 2] = [
    &["ies", "y"],
    &["ments", "ings", "ions", "ment", "ing", "ion", "ers", "ors", "ive", "ed", "es", "er", "or", "e", "s"],
];

/// The length of the shortest stem, in bytes. Shorter ones would match too many words.
const MIN_STEM_LENGTH: usize = 4;

/// The stem of a folded word and the suffixes that the stem may take; `None` if the word has no known suffix.
pub fn stem(word: &str) -> Option<(&str, Suffixes)> {
    let stem_in_family = |endings: Suffixes| {
        let stem = endings.iter().find_map(|ending| word.strip_suffix(ending).filter(|s| s.len() >= MIN_STEM_LENGTH));
        stem.map(|stem| (stem, endings))
    };
    SUFFIX_FAMILIES.into_iter().find_map(stem_in_family)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_a_stem_and_short_words_have_none() {
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
