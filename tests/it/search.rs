//! Search against a version of it that is too simple to be wrong: every place of every text is tried.

use explore::pages::catalogue::Catalogue;
use explore::search::form::stem;
use explore::search::lexicon::Lexicon;
use explore::search::query::Query;
use model::fold::fold_char;
use model::folded::Folded;
use proptest::prelude::*;
use std::sync::LazyLock;
use tests::held;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::new(held::corpus()));

/// The words of every finding, field by field, in the order of the catalogue.
fn documents() -> Vec<Vec<&'static str>> {
    let finding = |entry: &explore::pages::catalogue::Entry| {
        let finding = &held::corpus().reports[entry.place.report].findings[entry.place.finding];
        std::iter::once(&finding.text).chain(&finding.items).chain(&finding.body).map(String::as_str).collect()
    };
    CATALOGUE.entries.iter().map(finding).collect()
}

/// Folded, with hyphens and slashes as spaces, and single spaces.
fn folded(text: &str) -> Vec<char> {
    let folded: String = text.chars().filter_map(fold_char).collect();
    let apart = folded.replace(['-', '/'], " ");
    let mut single: Vec<char> = apart.chars().collect();
    single.dedup_by(|b, a| (*a, *b) == (' ', ' '));
    single
}

/// Whether `term` starts a word of `text`: every place is tried.
fn starts_a_word(text: &[char], term: &[char]) -> bool {
    let is_start = |at: usize| at == 0 || !text[at - 1].is_alphanumeric();
    (0..text.len()).any(|at| is_start(at) && text[at..].starts_with(term))
}

/// Whether another form of `word` is among the words of `text`.
fn has_form(text: &[char], word: &[char]) -> bool {
    let word: String = word.iter().collect();
    let Some((stem, endings)) = stem(&word).filter(|_| !word.contains(' ')) else { return false };
    let text: String = text.iter().collect();
    let forms: Vec<String> = endings.iter().map(|ending| format!("{stem}{ending}")).chain([stem.to_string()]).collect();
    text.split(|c: char| !c.is_alphanumeric()).any(|word| forms.iter().any(|form| form == word))
}

/// What a term is.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Word,
    /// In quotes, of which the last may not be typed yet.
    Phrase {
        closed: bool,
    },
}

/// Whether `phrase` stands in `text` from the start of a word to the end of one, or to its plural.
fn stands_whole(text: &[char], phrase: &[char]) -> bool {
    let is_start = |at: usize| at == 0 || !text[at - 1].is_alphanumeric();
    let is_end = |at: usize| text.get(at).is_none_or(|c| !c.is_alphanumeric());
    let ends = |end: usize| is_end(end) || (text[end] == 's' && is_end(end + 1));
    (0..text.len()).any(|at| is_start(at) && text[at..].starts_with(phrase) && ends(at + phrase.len()))
}

/// The terms of words and quoted phrases without punctuation.
fn terms(typed: &str) -> Vec<(Vec<char>, Kind)> {
    let typed: String = typed.chars().filter_map(fold_char).collect();
    let parts = typed.split('"').count();
    let mut terms = Vec::new();
    for (n, part) in typed.split('"').enumerate() {
        let bare = part.split_whitespace().map(|word| word.trim_matches(|c| ",.;:()?!'".contains(c)));
        let words: Vec<String> = bare.map(|word| folded(word).iter().collect::<String>().trim().to_string()).collect();
        let words: Vec<String> = words.into_iter().filter(|word| word.contains(char::is_alphanumeric)).collect();
        if n % 2 == 0 {
            terms.extend(words.iter().map(|word| (word.chars().collect::<Vec<_>>(), Kind::Word)));
        } else if !words.is_empty() {
            terms.push((words.join(" ").chars().collect(), Kind::Phrase { closed: n + 1 < parts }));
        }
    }
    terms
}

fn matches_simply(typed: &str, fields: &[&str]) -> bool {
    let fields: Vec<Vec<char>> = fields.iter().map(|field| folded(field)).collect();
    let is_in = |field: &Vec<char>, (term, kind): &(Vec<char>, Kind)| match kind {
        Kind::Word => starts_a_word(field, term) || has_form(field, term) || is_parted_in(field, term),
        Kind::Phrase { closed: true } => stands_whole(field, term),
        Kind::Phrase { closed: false } => starts_a_word(field, term),
    };
    terms(typed).iter().all(|term| fields.iter().any(|field| is_in(field, term)))
}

/// Whether a word is written apart, or a hyphened one together.
fn is_parted_in(field: &[char], term: &[char]) -> bool {
    let term: String = term.iter().collect();
    let joined = term.contains(' ') && starts_a_word(field, &term.replace(' ', "").chars().collect::<Vec<_>>());
    let beginnings = ["anti", "co", "cyber", "inter", "multi", "non", "pre", "re"];
    let parted = beginnings.iter().find_map(|first| Some((first, term.strip_prefix(first)?)));
    let parted = parted.filter(|(_, rest)| rest.len() >= 4 && rest.starts_with(char::is_alphabetic));
    let parted = parted.map(|(first, rest)| format!("{first} {rest}").chars().collect::<Vec<_>>());
    joined || parted.is_some_and(|parted| starts_a_word(field, &parted))
}

fn matches(typed: &str, fields: &[&str]) -> bool {
    let fields: Vec<Folded> = fields.iter().map(|field| Folded::new(field)).collect();
    Query::new(typed, &Lexicon::default()).find(&fields).is_some()
}

/// Words begun and whole, phrases, punctuation, any case, curled quotes, nothing at all.
const QUERIES: &str = r#"
domestic abuse
DOMESTIC abu
"domestic abuse"
"abuse domestic"
outstanding
out standing
anti-social
force’s force's
“problem-solving”
e 2021
(dvpo) %
"the force should" improve
victim; -
nothing-has-this-word"#;

#[test]
fn every_finding_is_found_by_the_same_queries_as_by_trying_every_place() {
    let documents = documents();
    for typed in QUERIES.lines() {
        let query = Query::new(typed, &Lexicon::default());
        let found = CATALOGUE.entries.iter().map(|entry| query.find(&entry.fields).is_some());
        let simply = documents.iter().map(|fields| matches_simply(typed, fields));
        let differing = found.zip(simply).position(|(found, simply)| found != simply);
        assert_eq!(differing.map(|n| &documents[n]), None, "for {typed:?}");
    }
}

#[test]
fn a_word_is_found_where_it_overlaps_its_own_letters_in_the_middle_of_another() {
    assert!(matches("a-a", &["ba-a-a"]), "the first a-a starts no word, the second does");
    let marks = Query::new("\"to date to\"", &Lexicon::default()).marks("onto date to date to");
    assert_eq!(marks.iter().map(|mark| (mark.start, mark.end)).collect::<Vec<_>>(), [(10, 20)]);
}

#[test]
fn what_only_looks_different_is_found() {
    for (typed, text) in
        [("multiagency", "multi\u{ad}agency"), ("cafe", "Café"), ("anti-social", "anti\u{2011}social"), ("mon", "Môn")]
    {
        assert!(matches(typed, &[text]) && matches(text, &[typed]), "{typed} and {text}");
    }
}

#[test]
fn the_catalogue_has_every_finding_once() {
    let mut keys: Vec<(usize, usize)> =
        CATALOGUE.entries.iter().map(|entry| (entry.place.report, entry.place.finding)).collect();
    keys.sort_unstable();
    let all = held::corpus()
        .reports
        .iter()
        .enumerate()
        .flat_map(|(r, report)| (0..report.findings.len()).map(move |f| (r, f)));
    assert_eq!(keys, all.collect::<Vec<_>>());
}

/// A stretch of the words of some finding, or made-up words of few letters, in which near misses are frequent.
fn typed() -> impl Strategy<Value = String> {
    let stretch = (any::<prop::sample::Index>(), any::<prop::sample::Index>(), 1..25_usize, any::<bool>());
    let real = stretch.prop_map(|(document, at, length, quoted)| {
        let documents = documents();
        let words = *document.get(&documents).first().unwrap_or(&"");
        let from = words.floor_char_boundary(at.index(words.len()));
        let to = words.ceil_char_boundary((from + length).min(words.len()));
        if quoted { format!("\"{}\"", &words[from..to]) } else { words[from..to].to_string() }
    });
    prop_oneof![real, "[ab \"'’–-]{0,8}", "\\PC{0,12}"]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_query_finds_the_same_as_by_trying_every_place(
        typed in typed(),
        document in any::<prop::sample::Index>(),
        other in "[ab '’–\u{ad}-]{0,20}",
    ) {
        let documents = documents();
        let fields = document.get(&documents);
        prop_assert_eq!(matches(&typed, fields), matches_simply(&typed, fields));
        prop_assert_eq!(matches(&typed, &[&other]), matches_simply(&typed, &[&other]), "in {:?}", other);
    }

    #[test]
    fn marks_of_phrases_stand_apart_on_whole_characters_and_start_and_end_with_a_phrase(typed in typed(), other in "[abé '’–\u{ad}-]{0,20}") {
        let typed = format!("\"{}\"", typed.replace(['"', '“', '”'], " "));
        let terms: Vec<String> = terms(&typed).iter().map(|(term, _)| term.iter().collect()).collect();
        let documents = documents();
        for text in documents.iter().step_by(7).flatten().copied().chain([other.as_str()]) {
            let marks = Query::new(&typed, &Lexicon::default()).marks(text);
            prop_assert!(marks.windows(2).all(|pair| pair[0].end < pair[1].start), "{marks:?} touch in {text:?}");
            for mark in marks {
                prop_assert!(text.is_char_boundary(mark.start) && text.is_char_boundary(mark.end));
                let words: String = folded(&text[mark]).into_iter().collect();
                let ends_with = |t: &String| words.ends_with(t) || words.strip_suffix('s').is_some_and(|words| words.ends_with(t));
                let (starts, ends) = (terms.iter().any(|t| words.starts_with(t)), terms.iter().any(ends_with));
                prop_assert!(starts && ends, "{words:?} is none of {terms:?}");
            }
        }
    }
}

#[test]
fn what_matches_is_marked_somewhere() {
    for typed in ["domestic", "\"the force\"", "improve victims", "don't"] {
        let query = Query::new(typed, &Lexicon::default());
        for fields in documents() {
            let is_marked = fields.iter().any(|field| !query.marks(field).is_empty());
            assert!(!matches(typed, &fields) || is_marked, "{typed:?} in {fields:?}");
        }
    }
}
