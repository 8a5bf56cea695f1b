//! Definitions without brackets: "safer neighbourhood teams or SNTs", "the LRF is the local resilience forum", "the 4Ps
//! – pursue, prevent ...".

use crate::facts::abbreviations::align::{FitRule, long_form_at_end};
use crate::facts::abbreviations::definition::{
    Definition, definition_at_start, range_of, short_form_before, words_before,
};
use crate::facts::abbreviations::short_form;
use std::ops::Range;

/// Definitions without brackets. Short forms of two letters are left out: without brackets they are too weak as
/// evidence.
pub fn find_unbracketed(text: &str) -> Vec<Definition> {
    let mut found = Vec::new();
    let (mut before_last, mut last) = ("", "");
    for word in text.split_whitespace() {
        found.extend(short_form_after_words(text, last, word));
        found.extend(short_form_before_words(text, [before_last, last, word]));
        (before_last, last) = (last, word);
    }
    found.retain(|spelled: &Definition| expected_letters_at(text, &spelled.short_form).len() > 2);
    found
}

fn expected_letters_at(text: &str, short: &Range<usize>) -> Vec<char> {
    short_form::expected_letters(&text[short.clone()])
}

/// The definition of `word` if it is a short form that `naming` ("or", "called") introduces for the words before it.
fn short_form_after_words(text: &str, naming: &str, word: &str) -> Option<Definition> {
    let is_naming = ["or", "called", "as", "abbreviated"].contains(&naming);
    let short = range_of(text, short_form::in_word(word).filter(|_| is_naming)?);
    let before = words_before(text, range_of(text, naming).start);
    let long = long_form_at_end(text, &before, &expected_letters_at(text, &short), FitRule::Strict)?;
    Some(Definition::new(text, short, long))
}

/// The definition of a short form that the last of three words ("is", "for", a dash) joins to the long form after it.
fn short_form_before_words(text: &str, [first, second, last]: [&str; 3]) -> Option<Definition> {
    let last_range = range_of(text, last);
    let (short, from) = match last {
        "is" | "are" | "was" | "were" | "means" => (range_of(text, short_form::in_word(second)?), last_range.end),
        "for" if ["stands", "stand", "stood"].contains(&second) => {
            (range_of(text, short_form::in_word(first)?), last_range.end)
        }
        "–" | "—" => (short_form_before(text, last_range.start)?, last_range.end),
        _ if second.ends_with(':') => (range_of(text, short_form::in_word(second)?), last_range.start),
        _ => return None,
    };
    definition_at_start(text, short, from..text.len())
}
