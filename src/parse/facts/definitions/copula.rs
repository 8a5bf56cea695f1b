//! Sentences that say what something is: "A Local Profile is a report that ...", "‘New chance’ is a scheme which ...".

use crate::facts::abbreviations::short_form;
use crate::facts::definitions::found::Found;
use crate::facts::definitions::nouns::{head_noun, is_actor, is_class, is_remark};
use crate::facts::definitions::words::Words;
use std::ops::Range;

/// How far into a sentence its verb may be.
const LONGEST_SUBJECT: usize = 12;

/// The term that a sentence defines as its subject; also that of a sentence in brackets within it. In a note, the
/// subject may be any noun.
pub fn read_subject(words: &Words, is_note: bool) -> Option<Found> {
    let in_brackets = (1..words.len()).filter(|n| words.signs_before(*n).contains('(') && words.is_any(*n, "a an"));
    std::iter::once(0).chain(in_brackets).find_map(|start| subject_from(words, start, is_note))
}

fn subject_from(words: &Words, start: usize, is_note: bool) -> Option<Found> {
    let after_quotation = words.quoted_at(start).map(|quoted| quoted.end);
    let from = after_quotation.unwrap_or(start + 1);
    let verb = (from..words.len().min(start + LONGEST_SUBJECT)).find(|n| words.is_any(*n, "is are"))?;
    let term = subject_term(words, start..verb)?;
    let kind = SubjectKind::of(words, start, &term)?;
    let is_definition = match kind {
        SubjectKind::Marked => says_class(words, verb + 1, false) || words.is_any(verb + 1, "when where"),
        SubjectKind::Indefinite => says_class(words, verb + 1, true) || says_action(words, verb + 1),
        SubjectKind::Other if is_note => says_class(words, verb + 1, true) || is_same_noun(words, &term, verb + 1),
        SubjectKind::Other => says_purpose(words, verb + 1),
    };
    is_definition.then(|| Found::new(words.slice(term)))
}

/// The words of the subject without its article; none if a comma, a pronoun or the force makes it no term.
fn subject_term(words: &Words, subject: Range<usize>) -> Option<Range<usize>> {
    let is_quoted = words.quoted_at(subject.start).is_some_and(|quoted| quoted.end == subject.end);
    let start = subject.start + usize::from(words.is_any(subject.start, "a an the") && !is_quoted);
    let breaks = |n: usize| !words.runs_on(n) && !words.signs_after(n).contains(')');
    let has_break = (start..subject.end).any(breaks);
    let has_actor = (start..subject.end).any(|n| is_actor(words, n)) && !words.is_any(subject.start, "a an");
    let has_remark = (start..subject.end).any(|n| is_remark(words, n) || is_evaluation(words, n));
    let has_number = (start..subject.end).any(|n| words.bare(n).chars().all(|c| c.is_ascii_digit()));
    (start < subject.end && (is_quoted || !(has_break || has_actor || has_remark || has_number)))
        .then_some(start..subject.end)
}

/// Words of a subject that is judged, not defined: "A common theme is".
fn is_evaluation(words: &Words, n: usize) -> bool {
    const EVALUATIONS: &str = "another better common crucial essential first further good great greater high important \
        interesting key lack larger last latest low main major number other positive principal recent second serious \
        significant similar strong third useful vital which who that when";
    words.is_any(n, EVALUATIONS)
}

/// What makes a subject a term.
enum SubjectKind {
    /// Quotation marks, capitals or a short form.
    Marked,
    /// The indefinite article: "An abstraction".
    Indefinite,
    /// Nothing but its place.
    Other,
}

impl SubjectKind {
    fn of(words: &Words, start: usize, term: &Range<usize>) -> Option<SubjectKind> {
        const LONGEST_INDEFINITE: usize = 7;
        let is_short = |n: usize| short_form::in_word(words.bare(n)).is_some();
        let has_article = words.is_any(start, "a an");
        let is_name = |n: usize| words.is_capitalised(n) || words.is_any(n, "of and for the programme");
        let names_many = term.len() > 1 && term.clone().all(is_name);
        let is_body = words.is_capitalised(term.end - 1)
            && words.is_any(term.end - 1, "police constabulary force service council hmic hmicfrs");
        if is_body || words.lower(term.start).ends_with("'s") || words.lower(term.end - 1).ends_with("'s") {
            return None;
        }
        if words.quoted_at(term.start).is_some() || names_many || term.clone().any(is_short) {
            return Some(SubjectKind::Marked);
        }
        if has_article {
            return (term.len() <= LONGEST_INDEFINITE).then_some(SubjectKind::Indefinite);
        }
        Some(SubjectKind::Other)
    }
}

/// Whether the words after the verb name a class of things, with an article or in the plural, and say more of it.
fn says_class(words: &Words, at: usize, must_narrow: bool) -> bool {
    let from = words.match_phrase(at, "?also ?essentially ?a|an|the|any|one ?of ?the").unwrap_or(at);
    let has_article = words.is_any(from.saturating_sub(1), "a an the any one of");
    if words.is_any(from - 1, "one") && words.is_any(from, "which that who where") {
        return true;
    }
    let Some((head, is_narrowed)) = head_noun(words, from) else { return false };
    is_class(words, head) && (has_article || words.lower(head).ends_with('s')) && (is_narrowed || !must_narrow)
}

/// Whether the words say what is done: "the diversion of an officer to".
fn says_action(words: &Words, at: usize) -> bool {
    let is_action = |n: usize| words.lower(n).ends_with("ion") || words.lower(n).ends_with("ing");
    words.is_any(at, "the") && is_action(at + 1) && words.is_any(at + 2, "of")
}

/// Whether the words say what a thing with a definite article is for: "an interactive way for people to".
fn says_purpose(words: &Words, at: usize) -> bool {
    const FARTHEST: usize = 5;
    let end = words.len().min(at + FARTHEST);
    let is_way = |n: usize| words.is_any(n, "way means") && words.is_any(n + 1, "for of to");
    words.is_any(at, "a an") && (at..end).any(is_way)
}

/// Whether the words repeat the noun of the subject: "The rate of burglary is the rate for 1,000 households".
fn is_same_noun(words: &Words, term: &Range<usize>, at: usize) -> bool {
    words.is_any(at, "the") && term.clone().any(|n| words.lower(n) == words.lower(at + 1))
}
