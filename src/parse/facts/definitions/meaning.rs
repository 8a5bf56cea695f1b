//! Sentences whose verb gives a meaning: "is made up of", "should be interpreted as", "defines ... as", "together these
//! form".

use crate::facts::definitions::found::{Extent, Found};
use crate::facts::definitions::nouns::{is_actor, term_before};
use crate::facts::definitions::words::Words;
use std::ops::Range;

/// What gives a meaning to the subject before it.
const VERBS: [&str; 18] = [
    "is|are made up of",
    "is|are reported as the",
    "is|are calculated by|as",
    "is|are calculated based on",
    "is|are based on the number|average|rate|proportion",
    "should be interpreted|read|understood as",
    "shows|show the percentage|number|proportion|rate|level of",
    "includes|include all",
    "also includes|include where",
    "is|are ?usually ?normally ?generally defined as|by",
    "is|are taken to mean|be",
    "is the term|name ?used ?given for|to",
    "is the|a term|name ?used ?given for|to",
    "refers|refer to the|a|an|any|all|when|those",
    "relates|relate to the|a|an|any|all number|rate|proportion|percentage",
    "means|mean a|an|any|all|the",
    "stands|stand for",
    "is|are classed|counted|recorded|known as|if|when",
];

/// The term whose meaning a sentence gives. `heading` is that of its section.
pub fn read_meaning(words: &Words, heading: Option<&str>) -> Vec<Found> {
    let mut found: Vec<Found> = subject_of_meaning(words).into_iter().collect();
    found.extend(defined_object(words));
    found.extend(sign_in_figure(words));
    found.extend(whole_of_list(words));
    found.extend(described_section(words, heading));
    found.extend(stated_phrases(words));
    found.extend(asked_question(words));
    found
}

fn subject_of_meaning(words: &Words) -> Option<Found> {
    const FARTHEST: usize = 10;
    let start = if words.is_any(0, "in") { (1..5).find(|n| !words.runs_on(*n))? + 1 } else { 0 };
    let (verb, phrase) = (start + 1..words.len().min(start + FARTHEST))
        .find_map(|n| Some((n, *VERBS.iter().find(|phrase| words.match_phrase(n, phrase).is_some())?)))?;
    let term = subject_term(words, start..verb)?;
    let is_definite = words.is_any(start, "the");
    let is_weak = phrase.starts_with("means") || phrase.starts_with("refers");
    let is_quoted = words.quoted_at(term.start).is_some();
    if (is_definite && phrase.starts_with("is|are made up"))
        || (is_weak && !is_quoted)
        || phrase.ends_with("as|if|when")
    {
        return None;
    }
    Some(Found::new(words.slice(term)))
}

/// The words of a subject without its article; none if it is the force, the report, a pronoun or a figure.
fn subject_term(words: &Words, subject: Range<usize>) -> Option<Range<usize>> {
    let start = words.match_phrase(subject.start, "?a|an|the ?category|term|phrase|word ?of").unwrap_or(subject.start);
    let start = start.min(subject.end);
    let runs_on = (start..subject.end).all(|n| words.runs_on(n) || words.signs_after(n).contains(')'));
    let is_possible = (start..subject.end).all(|n| {
        !is_actor(words, n)
            && !words.is_any(n, "data or which")
            && (!words.is_any(n, "and") || words.is_capitalised(n + 1))
    });
    (start < subject.end && runs_on && is_possible).then_some(start..subject.end)
}

/// What "defines" or "definition" has as its object: "defines vulnerability as", "the definition of abuse:".
fn defined_object(words: &Words) -> Option<Found> {
    const FARTHEST: usize = 12;
    let ends_in_colon = words.text.trim_end().ends_with(':');
    let extent = if ends_in_colon { Extent::NextParagraph } else { Extent::Sentence };
    let defines = (0..words.len()).find(|n| words.is_any(*n, "defines define") && *n > 0);
    if let Some(verb) = defines
        && let Some(by) = (verb + 2..words.len().min(verb + FARTHEST)).find(|n| words.is_any(*n, "as"))
    {
        let is_state = words.is_any(by + 2, "if when where");
        let term = if is_state { by + 1..by + 2 } else { verb + 1..by };
        let start = words.match_phrase(term.start, "?a|an|the").unwrap_or(term.start);
        return (start < term.end && (is_state || !words.is_any(start, "a an the")))
            .then(|| Found { extent, ..Found::new(words.slice(start..term.end)) });
    }
    let noun = (0..words.len()).rev().find(|n| words.is_any(*n, "definition") && words.is_any(*n + 1, "of"))?;
    let end = (noun + 2..words.len()).find(|n| !words.runs_on(*n) || words.is_any(*n + 1, "is"))? + 1;
    let is_given = words.is_any(end, "is") && words.is_any(end + 1, "a an any that when where someone people");
    let says = (end == words.len() && ends_in_colon) || is_given;
    let denies = (0..noun).any(|n| words.is_any(n, "no not own different"));
    (says && !denies).then(|| Found { extent, ..Found::new(words.slice(noun + 2..end)) })
}

/// What a sign in a figure indicates: "A dash in this graphic".
fn sign_in_figure(words: &Words) -> Option<Found> {
    let verb = (2..words.len().min(9)).find(|n| words.match_phrase(*n, "indicates|shows|means that").is_some())?;
    let points = (1..verb).any(|n| words.match_phrase(n, "in|of this|the graphic|figure|table|chart|graph").is_some());
    (words.is_any(0, "a an") && points).then(|| Found::new(words.slice(1..verb)))
}

/// What the items of a list make up together: "Together these powers form the ... powers considered in this report".
fn whole_of_list(words: &Words) -> Option<Found> {
    let verb = words.match_phrase(0, "together these|they")?;
    let verb = (verb..words.len().min(verb + 4)).find(|n| words.is_any(*n, "form make"))?;
    let start = words.match_phrase(verb, "form|make ?up the|a|an")?;
    let ends = |n: &usize| *n == words.len() || words.is_any(*n, "considered used described covered in that which");
    let end = (start..=words.len()).find(ends)?;
    (start < end).then(|| Found { extent: Extent::WithList, ..Found::new(words.slice(start..end)) })
}

/// The state that something can be put into, if a sentence says what follows from it: "Groups can be archived. This means
/// that they are no longer ...".
pub fn state_before(words: &Words, previous: &Words) -> Option<Found> {
    words.match_phrase(0, "this means that they|it")?;
    let state = previous.len().checked_sub(1)?;
    previous.match_phrase(state.checked_sub(2)?, "can be")?;
    Some(Found { extent: Extent::WithPrevious, ..Found::new(previous.slice(state..state + 1)) })
}

/// The heading of a section that says what it is: "This section describes our assessment of".
fn described_section(words: &Words, heading: Option<&str>) -> Option<Found> {
    words.match_phrase(0, "this section|chapter|annex describes our|the assessment|approach|method of|to")?;
    heading.map(Found::new)
}

/// The phrases that the report says it uses: "we state whether the value is ‘one of the highest’, ...".
fn stated_phrases(words: &Words) -> Vec<Found> {
    let says = (0..words.len()).any(|n| words.match_phrase(n, "we ?will state|say|describe ?whether|the").is_some());
    let quoted: Vec<Range<usize>> = (0..words.len()).filter_map(|n| words.quoted_at(n)).collect();
    if !says || quoted.len() < 2 {
        return Vec::new();
    }
    quoted.into_iter().map(|range| Found { extent: Extent::WithNext, ..Found::new(words.slice(range)) }).collect()
}

/// What a question that is quoted asks about: "the victim’s whole experience, which specifically asks, ...".
fn asked_question(words: &Words) -> Option<Found> {
    let at = (1..words.len()).find(|n| words.match_phrase(*n, "which ?specifically asks").is_some())?;
    Some(Found::new(words.slice(term_before(words, at)?)))
}
