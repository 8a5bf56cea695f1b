//! The clauses of a sentence: which words belong to each of its numbers.

use crate::facts::measures::amount::Amount;
use crate::facts::measures::sentence_line::SentenceLine;
use intake::text::is_in_word_list;
use std::ops::Range;

/// The byte range of the clause that contains amount `k`, as far as the boundaries of clauses can be recognised.
pub fn clause_of(line: &SentenceLine, amounts: &[Amount], k: usize) -> Range<usize> {
    let (text, amount) = (line.text, &amounts[k]);
    let joints = find_boundaries(line);
    let start = |amount: &Amount| {
        let is_start = |joint: &&ClauseBoundary| joint.end <= amount.value.start && opens_clause(text, joint, amounts);
        joints.iter().rev().find(is_start)
    };
    let next = amounts.get(k + 1).and_then(start).map(|joint| joint.start).filter(|left| *left >= amount.end);
    let closing = joints.iter().filter(|joint| joint.start >= amount.end && closes_clause(text, joint, amount.end));
    let end = closing.map(|joint| joint.start).chain(next).min().unwrap_or(text.len());
    start(amount).map_or(0, |joint| joint.end)..end
}

/// A place where one clause may end and the next begin.
struct ClauseBoundary {
    /// The byte at which its words begin.
    start: usize,
    /// The byte after them.
    end: usize,
    /// The words that join the clauses: ", and ".
    separator: &'static str,
}

/// Every possible clause boundary of a sentence in order, except within periods and quotations.
fn find_boundaries(line: &SentenceLine) -> Vec<ClauseBoundary> {
    const JOINTS: [&str; 8] = ["; ", ", and ", ", but ", ", with ", " and ", " but ", ": ", ", "];
    let mut found: Vec<ClauseBoundary> = Vec::new();
    for words in JOINTS {
        for (left, _) in line.text.match_indices(words) {
            let right = left + words.len();
            let is_taken = found.iter().any(|joint| joint.start <= left && right <= joint.end);
            let in_period = line.periods.iter().any(|period| period.bytes.contains(&left));
            if !is_taken && !in_period && !is_in_quotes(line.text, left) {
                found.push(ClauseBoundary { start: left, end: right, separator: words });
            }
        }
    }
    found.sort_by_key(|joint| joint.start);
    found
}

/// Whether a quotation mark has opened before byte `at` and not closed again.
fn is_in_quotes(text: &str, at: usize) -> bool {
    const OPENING: [&str; 5] = [" '", " ‘", " ’", " “", " \""];
    let opening = OPENING.iter().filter_map(|quote| Some(text[..at].rfind(quote)? + quote.len())).max();
    let closes = |rest: &str| rest.is_empty() || rest.starts_with([' ', ',', '.', ')', ';']);
    opening.is_some_and(|from| {
        let mut quotes = text[from..at].match_indices(['\'', '’', '”', '"']);
        !quotes.any(|(n, quote)| closes(&text[from + n + quote.len()..]))
    })
}

/// Whether a clause with its own subject begins after a boundary.
fn opens_clause(text: &str, joint: &ClauseBoundary, amounts: &[Amount]) -> bool {
    let (left, right) = (&text[..joint.start], &text[joint.end..]);
    let is_after_amount = || amounts.iter().any(|amount| amount.end <= joint.start);
    let has_subject = !is_verb(first_word(right)) || right.starts_with("found that ");
    match joint.separator {
        ", " => false,
        ", with " => is_after_amount(),
        ": " => has_verb(right),
        "; " | ", and " | ", but " => has_verb(left) && has_verb(right) && has_subject,
        _ => {
            let is_new = is_after_amount() || is_in_word_list(first_word(right), "there it we they");
            is_new && has_verb(left) && right.split(' ').any(is_finite_verb) && has_subject
        }
    }
}

/// Whether the text after a boundary says nothing more about the number that ends at byte `from`.
fn closes_clause(text: &str, joint: &ClauseBoundary, from: usize) -> bool {
    const SUBORDINATING: &str = "where who whose that which when if because";
    let (between, right) = (&text[from..joint.start], &text[joint.end..]);
    let in_subclause = between.split(' ').any(|word| is_in_word_list(word, SUBORDINATING));
    match joint.separator {
        ", " if right.starts_with("which ") => true,
        ", " => !in_subclause && is_in_word_list(first_word(text), "although while as because") && has_verb(right),
        "; " | ", and " | ", but " => {
            !in_subclause && !is_in_word_list(first_word(right), SUBORDINATING) && has_verb(right)
        }
        " and " => !in_subclause && is_in_word_list(first_word(right), "is are was were has have had there"),
        _ => false,
    }
}

fn first_word(text: &str) -> &str {
    text.split(' ').next().unwrap_or_default()
}

/// Whether the words could be a clause: one of them is a verb or looks like one.
fn has_verb(text: &str) -> bool {
    text.split(' ').any(is_verb)
}

/// Whether the word is a finite verb or ends in "ed".
fn is_verb(word: &str) -> bool {
    let bare = word.trim_end_matches([',', '.']);
    is_finite_verb(word) || (bare.len() > 4 && bare.ends_with("ed"))
}

fn is_finite_verb(word: &str) -> bool {
    const VERBS: &str = "is are was were has have had been will would can could should do does did made took found rose \
                         fell showed";
    let bare = word.trim_matches([',', '.', ';', ':', '(', ')']);
    is_in_word_list(bare, VERBS) || bare.ends_with("n't") || bare.ends_with("n’t")
}
