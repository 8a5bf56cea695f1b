//! Sentences that give something its name: "known as", "called", "so-called", "referred to as".

use crate::facts::definitions::found::{Extent, Found};
use crate::facts::definitions::nouns::{is_class, is_function_word};
use crate::facts::definitions::words::Words;
use std::ops::Range;

/// The names that a sentence gives.
pub fn read_names(words: &Words) -> Vec<Found> {
    (0..words.len()).filter_map(|n| name_after(words, n)).collect()
}

/// The name that follows if the words from `n` on introduce one.
fn name_after(words: &Words, n: usize) -> Option<Found> {
    let (at, must_be_marked) = naming_end(words, n)?;
    let name = name_at(words, at)?;
    let is_marked = words.quoted_at(at).is_some() || words.is_capitalised(at);
    let is_joined = short_form_is_all(words, &(name.start..name.end + 3));
    if (must_be_marked && !is_marked) || is_joined || !says_what(words, n, &name) {
        return None;
    }
    let points_back = words.is_any(0, "this these it") && n < 12;
    let extent = if points_back { Extent::WithPrevious } else { Extent::Sentence };
    Some(Found { extent, ..Found::new(words.slice(name)) })
}

/// The place of the name after a phrase that introduces one, and whether only quotation marks or capitals make it a
/// name: "called for" does not introduce one.
fn naming_end(words: &Words, n: usize) -> Option<(usize, bool)> {
    const PHRASES: [(&str, bool); 8] = [
        ("?commonly known as ?a|an|the", false),
        ("referred to as ?a|an|the", false),
        ("refer to this|these", false),
        ("so-called", true),
        ("so called", true),
        ("termed", true),
        ("calls|call", true),
        ("called ?a|an|the", true),
    ];
    let (end, must_be_marked) =
        PHRASES.iter().find_map(|(phrase, marked)| Some((words.match_phrase(n, phrase)?, *marked)))?;
    if words.lower(n) == "refer" {
        return (end..words.len().min(end + 6))
            .find(|at| words.lower(*at) == "as")
            .map(|at| (words.match_phrase(at, "as ?a|an|the").unwrap_or(at + 1), false));
    }
    // "A procedure called safeguard, where ...": the noun before it says what it is, and the comma that it is a name.
    let is_named_class = words.lower(n) == "called" && n > 0 && is_class(words, n - 1) && !words.runs_on(end);
    Some((end, must_be_marked && !is_named_class))
}

/// The words of a name: a quotation, capitalised words, or words to the end of the clause.
fn name_at(words: &Words, at: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 7;
    if let Some(quoted) = words.quoted_at(at) {
        return Some(quoted);
    }
    let is_name = words.is_capitalised(at);
    let continues = |n: usize| {
        n < words.len()
            && n - at < LONGEST
            && words.runs_on(n - 1)
            && !is_function_word(words, n)
            && (!is_name || words.is_capitalised(n))
    };
    let is_end = |n: &usize| !continues(*n);
    (at < words.len() && !is_function_word(words, at)).then(|| at..(at + 1..).find(is_end).unwrap_or(at + 1))
}

/// Whether the name is only the short form of the words before it, which a list of short forms shows.
fn short_form_is_all(words: &Words, name: &Range<usize>) -> bool {
    let is_short = |n: usize| crate::facts::abbreviations::short_form::in_word(words.bare(n)).is_some();
    name.clone().any(is_short)
}

/// Whether the words before a name say what is named, rather than only that it is one more of a kind: "a similar group
/// called ‘Kairos’".
fn says_what(words: &Words, n: usize, name: &Range<usize>) -> bool {
    let Some(before) = n.checked_sub(1) else { return false };
    let is_in_bracket = words.signs_before(n).contains('(') || (0..n).any(|n| words.signs_before(n).contains('('));
    let has_clause = !words.runs_on(name.end - 1) && words.is_any(name.end, "where which a an");
    let is_bare_class = words.lower(n).starts_with(['c', 'k']) && words.runs_on(before) && is_class(words, before);
    let is_renamed = words.is_any(before, "also previously formerly now");
    !is_renamed && (!is_bare_class || is_in_bracket || has_clause)
}

/// What the sentence before named, if a sentence says what it is: "Under this approach, ...", "An outcome of this nature
/// indicates ...".
pub fn named_before(words: &Words, previous: &Words) -> Option<Found> {
    const APPROACHES: &str = "approach scheme system model arrangement framework initiative programme";
    if words.match_phrase(0, "an|a outcome|case|decision|assessment of this nature|kind|type").is_some() {
        let quoted = (0..previous.len()).rev().find_map(|n| previous.quoted_at(n))?;
        return Some(Found { extent: Extent::WithPrevious, ..Found::new(previous.slice(quoted)) });
    }
    words.match_phrase(0, "under this").filter(|noun| words.is_any(*noun, APPROACHES))?;
    let noun = (1..previous.len()).find(|n| previous.lower(*n) == words.lower(2))?;
    let term = crate::facts::definitions::nouns::term_before(previous, noun + 1)?;
    Some(Found::new(previous.slice(term)))
}
