//! Terms that a bracket explains, or that stand in the bracket after their explanation.

use crate::facts::definitions::found::Found;
use crate::facts::definitions::nouns::{is_class, is_function_word, term_before};
use crate::facts::definitions::words::Words;
use std::ops::Range;

/// The terms that the brackets of a sentence explain or name.
pub fn read_brackets(words: &Words) -> Vec<Found> {
    let openings = (1..words.len()).filter(|n| words.signs_before(*n).contains('('));
    let is_listed = (0..words.len()).any(|n| words.match_phrase(n, "is|are made up of").is_some());
    let term = |start: usize| {
        let end = (start..words.len()).find(|n| words.signs_after(*n).contains(')')).map_or(words.len(), |n| n + 1);
        named_inside(words, start..end).or_else(|| {
            let explains = explains(words, start..end) || (is_listed && end - start > 2);
            term_before(words, start).filter(|_| explains)
        })
    };
    openings.filter_map(term).map(|term| Found::in_passing(words.slice(term))).collect()
}

/// Whether the words in a bracket say what the words before it mean.
fn explains(words: &Words, inside: Range<usize>) -> bool {
    const SHORTEST: usize = 3;
    let at = inside.start;
    if inside.len() < SHORTEST || has_remark(words, &inside) {
        return false;
    }
    if words.match_phrase(at, "i.e").or_else(|| words.match_phrase(at, "that is")).is_some() {
        return true;
    }
    if words.match_phrase(at, "a|an").is_some() && !words.is_capitalised(at) {
        let term = words.lower(at - 1);
        let is_head = |n: usize| is_class(words, n) || words.lower(n) == term;
        let narrows = |n: usize| words.is_any(n, "which that who where to for of used designed");
        return (at + 1..inside.end.min(at + 5)).any(|n| is_head(n) && narrows(n + 1));
    }
    match words.lower(at) {
        "who" | "whose" => inside.len() > SHORTEST,
        "when" | "where" => {
            inside.len() > SHORTEST + 3 && words.is_any(at + 1, "a an the student people officers staff")
        }
        "for" => words.is_any(at - 1, "service line number helpline"),
        lower => lower.ends_with('s') && words.is_any(at + 1, "where involving which that in"),
    }
}

/// Whether a bracket speaks of this inspection, of figures or of a comparison.
fn has_remark(words: &Words, inside: &Range<usize>) -> bool {
    const REMARKS: &str = "we our was were had compared figure figures table annex page percent see below above";
    let is_number = |n: usize| words.bare(n).starts_with(|c: char| c.is_ascii_digit()) && !words.bare(n).contains('-');
    words.match_phrase(inside.start, "for example").is_some()
        || inside.clone().any(|n| words.is_any(n, REMARKS) || is_number(n))
}

/// The term in a bracket that names the words before it: a numbered category, or the name of a quantity.
fn named_inside(words: &Words, inside: Range<usize>) -> Option<Range<usize>> {
    const CATEGORIES: &str = "outcome category tier stage type level code";
    const QUANTITIES: &str = "number level rate extent proportion amount degree share";
    const FARTHEST: usize = 7;
    let at = inside.start;
    let is_number = |n: usize| words.bare(n).chars().all(|c| c.is_ascii_digit()) && !words.bare(n).is_empty();
    if inside.len() == 2 && words.is_any(at, CATEGORIES) && is_number(at + 1) {
        return Some(inside);
    }
    let before = at.saturating_sub(FARTHEST)..at;
    let is_quantity = before.into_iter().any(|n| words.is_any(n, "the") && words.is_any(n + 1, QUANTITIES));
    let is_name = |n: usize| words.bare(n).chars().all(char::is_lowercase) && !is_function_word(words, n);
    let is_noun =
        ["ity", "ion", "ment", "ness", "th", "age", "rate"].iter().any(|end| words.lower(at + 1).ends_with(end));
    (is_quantity && is_noun && inside.len() == 2 && inside.clone().all(is_name)).then_some(inside)
}
