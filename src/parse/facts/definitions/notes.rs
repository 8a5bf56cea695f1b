//! Footnotes that say what the words they are attached to mean.

use crate::facts::abbreviations::short_form;
use crate::facts::definitions::copula::read_subject;
use crate::facts::definitions::nouns::term_before;
use crate::facts::definitions::words::Words;
use intake::text::is_superscript_digit;
use std::ops::Range;

/// A footnote that defines a term: the term, and the byte range of the note's text that says what it means.
pub struct DefiningNote {
    /// The term: the subject of the note or, if it has none, the words that carry its mark.
    pub term: String,
    /// The words that say what it means, without the mark and without a source at the end.
    pub range: Range<usize>,
}

/// Reads a note. `marked` is the text before each of its marks.
pub fn read_note(note: &str, marked: &[String]) -> Option<DefiningNote> {
    let text = note.trim_start_matches(|c: char| c.is_ascii_digit() || is_superscript_digit(c) || c == '*' || c == ' ');
    let start = note.len() - text.len();
    let sentences: Vec<_> = intake::sentence::split_sentences(text).collect();
    let first = sentences.first()?;
    let words = Words::new(first.text);
    if is_source(first.text) || is_about_data(&words) {
        return None;
    }
    let term = described_phrase(&words, marked)
        .or_else(|| marked_subject(&words, marked))
        .or_else(|| read_subject(&words, true).map(|found| found.term))?;
    let kept = sentences.iter().take_while(|sentence| !is_source(sentence.text)).last()?;
    Some(DefiningNote { term, range: start..start + kept.range.end })
}

/// Whether a sentence names a publication or says where something is found.
fn is_source(sentence: &str) -> bool {
    const SIGNS: [&str; 8] =
        ["www.", "http", "vailable ", "details", "or more information", "urther information", "ISBN", "*"];
    const WORDS: &str = "see ibid note";
    let words = Words::new(sentence);
    let ends_in_year = words.len() < 20 && {
        let last = words.bare(words.len().saturating_sub(1));
        last.len() == 4 && last.chars().all(|c| c.is_ascii_digit()) && sentence.contains(',')
    };
    SIGNS.iter().any(|sign| sentence.contains(sign)) || words.is_any(0, WORDS) || ends_in_year
}

/// Whether a note says which data are shown or missing.
fn is_about_data(words: &Words) -> bool {
    const FARTHEST: usize = 8;
    let is_number = words.bare(0).chars().all(|c| c.is_ascii_digit());
    let speaks_of_data =
        (0..FARTHEST).any(|n| words.is_any(n, "data figures figure percentages percentage graph chart"));
    let leaves_out = (0..words.len()).any(|n| words.is_any(n, "unable removed excluded"));
    is_number || speaks_of_data || leaves_out
}

/// The words that carry the mark of a note that is a noun with a clause: "A court order that is used to ...".
fn described_phrase(words: &Words, marked: &[String]) -> Option<String> {
    const CLAUSES: &str = "that which who where whose";
    const VERBS: &str = "is are was were has have can may will should does do";
    let clause = (1..words.len()).find(|n| words.is_any(*n, CLAUSES))?;
    let has_verb = (0..clause).any(|n| words.is_any(n, VERBS));
    let is_phrase = words.is_any(0, "a an any") && !has_verb;
    let before = marked.first().filter(|_| is_phrase)?;
    let carrier = Words::new(before);
    let end = carrier.len();
    let after_definition =
        (0..end).rev().find_map(|n| carrier.match_phrase(n, "definition of")).filter(|from| *from < end);
    let term = after_definition.map_or_else(|| term_before(&carrier, end), |from| Some(from..end))?;
    Some(carrier.slice(term).to_string())
}

/// The subject of a note that repeats the words that carry its mark, in full or as their short form.
fn marked_subject(words: &Words, marked: &[String]) -> Option<String> {
    const FARTHEST: usize = 14;
    const VERBS: &str = "is are may can provide provides enable enables allow allows bring brings give gives aim aims set \
        sets help helps support supports work works include includes consist consists comprise comprises describe \
        describes also now";
    let verb = (1..words.len().min(FARTHEST)).find(|n| words.is_any(*n, VERBS))?;
    let start = usize::from(words.is_any(0, "a an the"));
    let bodies = words.is_any(verb - 1, "police constabulary hmic hmicfrs we forces force");
    let is_found = words.match_phrase(verb, "can be found").is_some() || words.is_any(verb + 1, "available excluded");
    // "The unit is paid for by ...": one more thing said of what the text names, not what it is.
    let is_plain = start == 1 && verb == 2 && words.is_any(0, "the") && short_form::in_word(words.bare(1)).is_none();
    if start == verb || bodies || is_found || is_plain || words.is_any(0, "this these there it most some all") {
        return None;
    }
    let is_short = |n: &usize| short_form::in_word(words.bare(*n)).is_some();
    let key = |word: &str| word.trim_end_matches('s').to_lowercase();
    let carries = |before: &String| {
        let carrier = Words::new(before);
        let has = |n: usize| {
            words.is_any(n, "hmic hmicfrs of the")
                || (0..carrier.len()).any(|at| key(carrier.bare(at)) == key(words.bare(n)))
        };
        let initials = (start..verb).filter(is_short).any(has);
        initials || (start..verb).all(has)
    };
    marked.iter().any(carries).then(|| words.slice(start..verb).to_string())
}
