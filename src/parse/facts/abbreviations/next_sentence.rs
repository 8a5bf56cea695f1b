//! Short forms that are first used in the sentence after their words: "... risk assessment conferences in each area. A
//! MARAC is a meeting ...".

use crate::facts::abbreviations::align::{FitRule, long_form_at_end, word_parts};
use crate::facts::abbreviations::definition::{Definition, range_of};
use crate::facts::abbreviations::short_form;
use std::ops::Range;

/// The definition of the short form that is the subject of the sentence `next`, by words of the sentence before it. Both
/// are byte ranges of the text. Fewer than four letters are too weak as evidence.
pub fn definition_across(text: &str, before: Range<usize>, next: Range<usize>) -> Option<Definition> {
    const FEWEST_LETTERS: usize = 4;
    let mut words = text[next].split_whitespace();
    let (article, word, verb) = (words.next()?, words.next()?, words.next()?);
    let is_subject = ["A", "An", "The"].contains(&article) && ["is", "are"].contains(&verb);
    let short = short_form::in_word(word).filter(|_| is_subject)?;
    let letters = short_form::expected_letters(short);
    let parts = word_parts(text, before);
    let long = (1..=parts.len()).rev().find_map(|end| long_form_at_end(text, &parts[..end], &letters, FitRule::Strict));
    (letters.len() >= FEWEST_LETTERS).then_some(())?;
    Some(Definition::new(text, range_of(text, short), long?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn long_form(before: &str, next: &str) -> Option<String> {
        let text = format!("{before} {next}");
        let found = definition_across(&text, 0..before.len(), before.len() + 1..text.len())?;
        Some(text[found.long_form].to_string())
    }

    #[test]
    fn the_subject_of_a_sentence_may_stand_for_words_of_the_one_before() {
        let before = "It holds local hubs for young people in each town.";
        assert_eq!(long_form(before, "A LHFYP is a place to meet.").as_deref(), Some("local hubs for young people"));
        assert_eq!(long_form(before, "A MARAC is a meeting."), None);
        assert_eq!(long_form(before, "An LH is a place."), None);
        assert_eq!(long_form(before, "Each LHFYP helps many."), None);
    }
}
