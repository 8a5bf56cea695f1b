//! Compares search with a simple implementation that tries every position of every text.

use crate::properties;
use explore::facets::FindingPosition;
use explore::pages::catalogue::Catalogue;
use explore::pages::findings::findings_page;
use explore::pages::select_page;
use explore::route;
use explore::search::lexicon::Lexicon;
use explore::search::query::Query;
use explore::search::ranking::RankedDocuments;
use explore::search::stemming::stem;
use explore::state::View;
use model::folded_text::FoldedText;
use model::folding::{fold_chars, is_word_char};
use proptest::prelude::*;
use tests::repository::{self, DataSet};

fn catalogue() -> &'static Catalogue {
    repository::fixture().library().catalogue()
}

/// The fields of every finding, in the order of the catalogue.
pub fn finding_fields() -> Vec<Vec<&'static str>> {
    let finding = |position: &FindingPosition| {
        repository::fixture().corpus().reports[position.report_index].findings[position.finding_index].texts().collect()
    };
    catalogue().positions.iter().map(finding).collect()
}

/// Folded text, with hyphens and slashes as spaces, and only single spaces.
fn folded_characters(text: &str) -> Vec<char> {
    let folded: String = fold_chars(text).collect();
    let apart = folded.replace(['-', '/'], " ");
    let mut single: Vec<char> = apart.chars().collect();
    single.dedup_by(|b, a| (*a, *b) == (' ', ' '));
    single
}

/// Whether a word of `text` starts with `term`.
fn starts_a_word(text: &[char], term: &[char]) -> bool {
    let is_start = |at: usize| at == 0 || !is_word_char(text[at - 1]);
    (0..text.len()).any(|at| is_start(at) && text[at..].starts_with(term))
}

/// Whether `text` contains another inflected form of `word`.
fn has_form(text: &[char], word: &[char]) -> bool {
    let word: String = word.iter().collect();
    let Some((stem, endings)) = stem(&word).filter(|_| !word.contains(' ')) else { return false };
    let text: String = text.iter().collect();
    let forms: Vec<String> = endings.iter().map(|ending| format!("{stem}{ending}")).chain([stem.to_string()]).collect();
    text.split(|c: char| !is_word_char(c)).any(|word| forms.iter().any(|form| form == word))
}

/// The kind of a search term.
#[derive(Clone, Copy, PartialEq)]
enum TermKind {
    /// A word, which matches the start of a word.
    Word,
    /// A phrase in quotes.
    Phrase {
        /// Whether the closing quote has been typed.
        is_closed: bool,
    },
}

/// Whether `text` contains `phrase` as whole words; the last one may have a plural "s".
fn contains_phrase(text: &[char], phrase: &[char]) -> bool {
    let is_start = |at: usize| at == 0 || !is_word_char(text[at - 1]);
    let is_end = |at: usize| text.get(at).is_none_or(|c| !is_word_char(*c));
    let ends = |end: usize| is_end(end) || (text[end] == 's' && is_end(end + 1));
    (0..text.len()).any(|at| is_start(at) && text[at..].starts_with(phrase) && ends(at + phrase.len()))
}

/// The terms of a query: words and quoted phrases, without punctuation.
fn terms_of(typed: &str) -> Vec<(Vec<char>, TermKind)> {
    let typed: String = fold_chars(typed).collect();
    let parts = typed.split('"').count();
    let mut terms = Vec::new();
    for (n, part) in typed.split('"').enumerate() {
        let characters: Vec<char> = part.chars().collect();
        let separate = |n: usize| if is_part_of_word(&characters, n) { characters[n] } else { ' ' };
        let part: String = (0..characters.len()).map(separate).collect();
        let bare = part.split_whitespace().map(|word| word.trim_matches(|c: char| !is_word_char(c)));
        let words: Vec<String> =
            bare.map(|word| folded_characters(word).iter().collect::<String>().trim().to_string()).collect();
        let words: Vec<String> = words.into_iter().filter(|word| word.contains(is_word_char)).collect();
        if n % 2 == 0 {
            terms.extend(words.iter().map(|word| (word.chars().collect::<Vec<_>>(), TermKind::Word)));
        } else if !words.is_empty() {
            terms.push((words.join(" ").chars().collect(), TermKind::Phrase { is_closed: n + 1 < parts }));
        }
    }
    terms
}

/// Whether a character of a query is a letter or digit, or a sign that words may have inside.
fn is_part_of_word(query: &[char], n: usize) -> bool {
    let next = query.get(n + 1).copied().unwrap_or(' ');
    let is_after_word = n > 0 && is_word_char(query[n - 1]);
    match query[n] {
        '\'' | '-' | '/' => true,
        '.' | ',' | ':' => is_after_word && next.is_ascii_digit(),
        '&' | '@' => is_after_word && is_word_char(next),
        c => is_word_char(c),
    }
}

/// The simple implementation: whether every term is in one of the fields.
fn is_match_in_simple_search(typed: &str, fields: &[&str]) -> bool {
    let fields: Vec<Vec<char>> = fields.iter().map(|field| folded_characters(field)).collect();
    let is_in = |field: &Vec<char>, (term, kind): &(Vec<char>, TermKind)| match kind {
        TermKind::Word => starts_a_word(field, term) || has_form(field, term) || has_other_spelling(field, term),
        TermKind::Phrase { is_closed: true } => contains_phrase(field, term),
        TermKind::Phrase { is_closed: false } => starts_a_word(field, term),
    };
    terms_of(typed).iter().all(|term| fields.iter().any(|field| is_in(field, term)))
}

/// Whether the field has a hyphenated term written as one word, or a term with one of these prefixes as two words.
fn has_other_spelling(field: &[char], term: &[char]) -> bool {
    let term: String = term.iter().collect();
    let joined = term.contains(' ') && starts_a_word(field, &term.replace(' ', "").chars().collect::<Vec<_>>());
    let beginnings = ["anti", "co", "cyber", "inter", "multi", "non", "pre", "re"];
    let parted = beginnings.iter().find_map(|first| Some((first, term.strip_prefix(first)?)));
    let parted = parted.filter(|(_, rest)| rest.len() >= 4 && rest.starts_with(char::is_alphabetic));
    let parted = parted.map(|(first, rest)| format!("{first} {rest}").chars().collect::<Vec<_>>());
    joined || parted.is_some_and(|parted| starts_a_word(field, &parted))
}

/// Whether the search finds these fields.
fn is_match(typed: &str, fields: &[&str]) -> bool {
    let fields: Vec<FoldedText> = fields.iter().map(|field| FoldedText::new(field)).collect();
    Query::new(typed, &Lexicon::default()).match_rank(&fields).is_some()
}

/// Queries, one per line: partial and whole words, phrases, punctuation, any case, curly quotes, and an empty one.
pub const QUERIES: &str = r#"
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
fn every_finding_is_found_by_the_same_queries_as_in_the_simple_implementation() {
    let documents = finding_fields();
    for typed in QUERIES.lines() {
        let query = Query::new(typed, &Lexicon::default());
        let found = RankedDocuments::new(&query, &catalogue().words).matching;
        let expected = documents.iter().map(|fields| is_match_in_simple_search(typed, fields));
        let differing = expected.enumerate().position(|(n, expected)| found.contains(n) != expected);
        assert_eq!(differing.map(|n| &documents[n]), None, "for {typed:?}");
    }
}

#[test]
fn a_match_is_found_although_it_overlaps_a_false_one_inside_a_word() {
    assert!(is_match("a-a", &["ba-a-a"]), "the first a-a starts no word, the second does");
    let marks = Query::new("\"to date to\"", &Lexicon::default()).match_ranges("onto date to date to");
    assert_eq!(marks.iter().map(|mark| (mark.start, mark.end)).collect::<Vec<_>>(), [(10, 20)]);
}

#[test]
fn words_that_differ_only_in_typography_match() {
    for (typed, text) in
        [("multiagency", "multi\u{ad}agency"), ("cafe", "Café"), ("anti-social", "anti\u{2011}social"), ("mon", "Môn")]
    {
        assert!(is_match(typed, &[text]) && is_match(text, &[typed]), "{typed} and {text}");
    }
}

#[test]
fn the_catalogue_contains_every_finding_once() {
    let mut keys: Vec<(usize, usize)> =
        catalogue().positions.iter().map(|position| (position.report_index, position.finding_index)).collect();
    keys.sort_unstable();
    let all = repository::fixture()
        .corpus()
        .reports
        .iter()
        .enumerate()
        .flat_map(|(r, report)| (0..report.findings.len()).map(move |f| (r, f)));
    assert_eq!(keys, all.collect::<Vec<_>>());
}

/// A part of the text of a finding, or strings of few letters, in which near misses are frequent.
pub fn any_query() -> impl Strategy<Value = String> {
    let stretch = (any::<prop::sample::Index>(), any::<prop::sample::Index>(), 1..25_usize, any::<bool>());
    let real = stretch.prop_map(|(document, at, length, quoted)| {
        let documents = finding_fields();
        let words = *document.get(&documents).first().unwrap_or(&"");
        let from = words.floor_char_boundary(at.index(words.len()));
        let to = words.ceil_char_boundary((from + length).min(words.len()));
        if quoted { format!("\"{}\"", &words[from..to]) } else { words[from..to].to_string() }
    });
    prop_oneof![real, "[ab \"'’–-]{0,8}", "\\PC{0,12}"]
}

proptest! {
    #![proptest_config(properties::property_config(400))]

    #[test]
    fn any_query_finds_the_same_as_the_simple_implementation(
        typed in any_query(),
        document in any::<prop::sample::Index>(),
        other in "[ab '’–\u{ad}-]{0,20}",
    ) {
        let documents = finding_fields();
        let fields = document.get(&documents);
        prop_assert_eq!(is_match(&typed, fields), is_match_in_simple_search(&typed, fields));
        prop_assert_eq!(is_match(&typed, &[&other]), is_match_in_simple_search(&typed, &[&other]), "in {:?}", other);
    }

    #[test]
    fn highlights_of_phrases_are_separate_whole_characters_and_start_and_end_with_a_phrase(typed in any_query(), other in "[abé '’–\u{ad}-]{0,20}") {
        let typed = format!("\"{}\"", typed.replace(['"', '“', '”'], " "));
        let terms: Vec<String> = terms_of(&typed).iter().map(|(term, _)| term.iter().collect()).collect();
        let documents = finding_fields();
        for text in documents.iter().step_by(7).flatten().copied().chain([other.as_str()]) {
            let marks = Query::new(&typed, &Lexicon::default()).match_ranges(text);
            prop_assert!(marks.windows(2).all(|pair| pair[0].end < pair[1].start), "{marks:?} touch in {text:?}");
            for mark in marks {
                prop_assert!(text.is_char_boundary(mark.start) && text.is_char_boundary(mark.end));
                let words: String = folded_characters(&text[mark]).into_iter().collect();
                let ends_with = |t: &String| words.ends_with(t) || words.strip_suffix('s').is_some_and(|words| words.ends_with(t));
                let (starts, ends) = (terms.iter().any(|t| words.starts_with(t)), terms.iter().any(ends_with));
                prop_assert!(starts && ends, "{words:?} is none of {terms:?}");
            }
        }
    }
}

#[test]
fn every_match_has_a_highlight() {
    for typed in ["domestic", "\"the force\"", "improve victims", "don't"] {
        let query = Query::new(typed, &Lexicon::default());
        for fields in finding_fields() {
            let is_marked = fields.iter().any(|field| !query.match_ranges(field).is_empty());
            assert!(!is_match(typed, &fields) || is_marked, "{typed:?} in {fields:?}");
        }
    }
}

#[test]
fn only_the_list_of_findings_waits_for_the_catalogue() {
    let data = DataSet::new(repository::path_of("tests/fixtures/data"));
    let library = data.library();
    for state in route::all_pages(library.corpus()).into_iter().filter(|state| state.view != View::Findings) {
        select_page(library, &state, Some("Some text."));
        assert!(!library.has_catalogue(), "{}", route::address(&state));
    }
    findings_page(library, &route::parse_address("findings/"));
    assert!(library.has_catalogue());
}
