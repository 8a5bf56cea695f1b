//! The parts of a sentence that could be sentences: what each of its numbers speaks of.

use crate::facts::measures::amount::Amount;
use crate::facts::measures::line::Line;
use intake::text::listed;
use std::ops::Range;

/// The clause that amount `k` stands in, as far as joints with other clauses show it.
pub fn clause(line: &Line, amounts: &[Amount], k: usize) -> Range<usize> {
    let (text, amount) = (line.text, &amounts[k]);
    let joints = joints(line);
    let start = |amount: &Amount| {
        let parts = |joint: &&Joint| joint.right <= amount.value.start && opens(text, joint, amounts);
        joints.iter().rev().find(parts)
    };
    let next = amounts.get(k + 1).and_then(start).map(|joint| joint.left).filter(|left| *left >= amount.end);
    let closing = joints.iter().filter(|joint| joint.left >= amount.end && closes(text, joint, amount.end));
    let end = closing.map(|joint| joint.left).chain(next).min().unwrap_or(text.len());
    start(amount).map_or(0, |joint| joint.right)..end
}

/// A place where one clause may end and the next begin.
struct Joint {
    left: usize,
    right: usize,
    words: &'static str,
}

fn joints(line: &Line) -> Vec<Joint> {
    const JOINTS: [&str; 8] = ["; ", ", and ", ", but ", ", with ", " and ", " but ", ": ", ", "];
    let mut found: Vec<Joint> = Vec::new();
    for words in JOINTS {
        for (left, _) in line.text.match_indices(words) {
            let right = left + words.len();
            let is_taken = found.iter().any(|joint| joint.left <= left && right <= joint.right);
            let in_period = line.periods.iter().any(|period| period.bytes.contains(&left));
            if !is_taken && !in_period && !in_quotes(line.text, left) {
                found.push(Joint { left, right, words });
            }
        }
    }
    found.sort_by_key(|joint| joint.left);
    found
}

/// Whether quotation marks have opened before `at` and not closed again.
fn in_quotes(text: &str, at: usize) -> bool {
    const OPENING: [&str; 5] = [" '", " ‘", " ’", " “", " \""];
    let opening = OPENING.iter().filter_map(|quote| Some(text[..at].rfind(quote)? + quote.len())).max();
    let closes = |rest: &str| rest.is_empty() || rest.starts_with([' ', ',', '.', ')', ';']);
    opening.is_some_and(|from| {
        let mut quotes = text[from..at].match_indices(['\'', '’', '”', '"']);
        !quotes.any(|(n, quote)| closes(&text[from + n + quote.len()..]))
    })
}

/// Whether a clause with its own subject begins behind a joint.
fn opens(text: &str, joint: &Joint, amounts: &[Amount]) -> bool {
    let (left, right) = (&text[..joint.left], &text[joint.right..]);
    let is_second = || amounts.iter().any(|amount| amount.end <= joint.left);
    let has_subject = !is_verb(first(right)) || right.starts_with("found that ");
    match joint.words {
        ", " => false,
        ", with " => is_second(),
        ": " => has_verb(right),
        "; " | ", and " | ", but " => has_verb(left) && has_verb(right) && has_subject,
        _ => {
            let is_new = is_second() || listed(first(right), "there it we they");
            is_new && has_verb(left) && right.split(' ').any(is_finite) && has_subject
        }
    }
}

/// Whether what stands behind a joint says nothing more of the number that ends at `from`.
fn closes(text: &str, joint: &Joint, from: usize) -> bool {
    const OPENING: &str = "where who whose that which when if because";
    let (between, right) = (&text[from..joint.left], &text[joint.right..]);
    let in_side_clause = between.split(' ').any(|word| listed(word, OPENING));
    match joint.words {
        ", " if right.starts_with("which ") => true,
        ", " => !in_side_clause && listed(first(text), "although while as because") && has_verb(right),
        "; " | ", and " | ", but " => !in_side_clause && !listed(first(right), OPENING) && has_verb(right),
        " and " => !in_side_clause && listed(first(right), "is are was were has have had there"),
        _ => false,
    }
}

fn first(text: &str) -> &str {
    text.split(' ').next().unwrap_or_default()
}

/// Whether the words could be a sentence: there is a verb among them, or what looks like one.
fn has_verb(text: &str) -> bool {
    text.split(' ').any(is_verb)
}

fn is_verb(word: &str) -> bool {
    let bare = word.trim_end_matches([',', '.']);
    is_finite(word) || (bare.len() > 4 && bare.ends_with("ed"))
}

fn is_finite(word: &str) -> bool {
    const VERBS: &str = "is are was were has have had been will would can could should do does did made took found rose \
                         fell showed";
    let bare = word.trim_matches([',', '.', ';', ':', '(', ')']);
    listed(bare, VERBS) || bare.ends_with("n't") || bare.ends_with("n’t")
}
