//! Phrases: short patterns of words that are looked for in a sentence.
//!
//! A phrase is written as its words in lower case with single spaces. `a|b` is either word, `improv*` any word that
//! begins so, `?a|b` a word that may be missing, and `..3` up to three words of any kind.

use crate::facts::references::sentence_words::SentenceWords;
use std::ops::Range;

/// The first place of a phrase within a range of places, as the places of its words.
pub fn find_phrase_in(words: &SentenceWords, within: Range<usize>, phrase: &str) -> Option<Range<usize>> {
    let parts: Vec<&str> = phrase.split(' ').collect();
    let to = within.end.min(words.places().end);
    (within.start..to).find_map(|from| Some(from..match_end(words, from, &parts).filter(|end| *end <= to)?))
}

/// The first place of a phrase in a sentence.
pub fn find_phrase(words: &SentenceWords, phrase: &str) -> Option<Range<usize>> {
    find_phrase_in(words, words.places(), phrase)
}

/// Whether a sentence contains one of these phrases.
pub fn has_phrase(words: &SentenceWords, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| find_phrase(words, phrase).is_some())
}

/// Whether a sentence begins with one of these phrases.
pub fn begins_with(words: &SentenceWords, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| match_end(words, 0, &phrase.split(' ').collect::<Vec<_>>()).is_some())
}

/// The place after the words that match the parts of a phrase from a place on; the shortest match.
fn match_end(words: &SentenceWords, at: usize, parts: &[&str]) -> Option<usize> {
    let Some((part, rest)) = parts.split_first() else { return Some(at) };
    if let Some(most) = part.strip_prefix("..") {
        let most: usize = most.parse().unwrap_or_default();
        return (at..=at + most).find_map(|next| match_end(words, next, rest));
    }
    let optional = part.strip_prefix('?');
    let is_match = is_word(words.word_at(at), optional.unwrap_or(part));
    let with = || match_end(words, at + 1, rest);
    let without = || match_end(words, at, rest);
    match (is_match, optional) {
        (true, Some(_)) => with().or_else(without),
        (true, None) => with(),
        (false, Some(_)) => without(),
        (false, None) => None,
    }
}

/// Whether a word is one of the alternatives of a part.
fn is_word(word: &str, alternatives: &str) -> bool {
    let is_one = |one: &str| one.strip_suffix('*').map_or(word == one, |start| word.starts_with(start));
    !word.is_empty() && alternatives.split('|').any(is_one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn found(sentence: &str, phrase: &str) -> Option<String> {
        let words = SentenceWords::new(sentence, 2017);
        find_phrase(&words, phrase).map(|places| words.text_at(places).to_string())
    }

    #[test]
    fn a_phrase_has_alternatives_optional_words_word_beginnings_and_gaps() {
        let sentence = "The force has now fully addressed the backlog that we found.";
        assert_eq!(found(sentence, "has|have ?now ?fully address*").as_deref(), Some("has now fully addressed"));
        assert_eq!(found(sentence, "addressed ..2 backlog").as_deref(), Some("addressed the backlog"));
        assert_eq!(found(sentence, "has ?not address*"), None);
        assert_eq!(found(sentence, "backlog ..2 found ..3 never"), None);
    }

    #[test]
    fn a_phrase_is_found_across_signs_and_both_kinds_of_apostrophe() {
        assert_eq!(
            found("But progress hasn’t, yet, been made.", "hasn't yet been").as_deref(),
            Some("hasn’t, yet, been")
        );
    }
}
