//! Terms that are explained after a comma or colon: "the ‘golden hour’, the critical early stage of an enquiry".

use crate::facts::abbreviations::short_form;
use crate::facts::definitions::found::Found;
use crate::facts::definitions::nouns::{head_noun, is_class, term_before};
use crate::facts::definitions::words::Words;
use std::ops::Range;

/// The terms that a sentence explains where they stand.
pub fn read_appositions(words: &Words) -> Vec<Found> {
    let at_sign = (0..words.len()).filter_map(|n| explained_before(words, n));
    at_sign.map(|term| Found::in_passing(words.slice(term))).collect()
}

/// The term that ends with word `n`, if what follows explains it.
fn explained_before(words: &Words, n: usize) -> Option<Range<usize>> {
    let after = words.signs_after(n);
    if after.contains(':') {
        let explains =
            words.match_phrase(n + 1, "these prevent|allow|enable|give|let|help|require|mean|stop").is_some();
        return term_before(words, n + 1).filter(|_| explains && !words.closes_quotation(n));
    }
    if !after.contains(',') || n + 1 == words.len() {
        return None;
    }
    let term = marked_term(words, n)?;
    let is_quoted = words.closes_quotation(n);
    let (at, is_clause) = match words.match_phrase(n + 1, "which is a|an|the") {
        Some(at) => (at, true),
        None if is_quoted && words.lower(n + 1) == "namely" => return Some(term),
        // After a short form, "the" usually begins another item or the main clause: "ROCUs, the National Crime Agency".
        None => (words.match_phrase(n + 1, if is_quoted { "a|an|the" } else { "a|an" })?, false),
    };
    let (head, is_narrowed) = head_noun(words, at)?;
    (is_class(words, head) && (is_narrowed || is_clause)).then_some(term)
}

/// The term that ends with word `n`: a quotation, a short form with or without the words before its bracket, or, before
/// "which is", a name.
fn marked_term(words: &Words, n: usize) -> Option<Range<usize>> {
    let is_short = |n: usize| short_form::in_word(words.bare(n).trim_end_matches("(+)")).is_some();
    if words.closes_quotation(n) {
        return term_before(words, n + 1).filter(|term| words.quoted_at(term.start).is_some());
    }
    if is_short(n) {
        return Some(n..n + 1);
    }
    let is_clause = words.match_phrase(n + 1, "which is a|an|the").is_some();
    let is_name = words.is_capitalised(n) && (is_clause || words.is_any(n.saturating_sub(1), "operation project"));
    is_name.then(|| term_before(words, n + 1)).flatten()
}
