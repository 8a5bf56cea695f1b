//! Compares the index of words with the texts themselves, and the list of findings that is made from prepared files with the one
//! that is made from all data.

use crate::properties;
use crate::search::{QUERIES, any_query, finding_fields};
use explore::library::Library;
use explore::pages::findings::{findings_page, page_or_missing};
use explore::parts::for_search::{THREAD_NAMES, corpus_for_search, findings_by_kind, thread_names};
use explore::route::parse_address;
use explore::search::lexicon::Lexicon;
use explore::search::query::{MatchRank, Query};
use explore::search::ranking::{RankedDocuments, missing_lists};
use explore::search::word_index::WordIndex;
use model::folded_text::FoldedText;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use tests::repository;

fn folded(documents: &[Vec<&str>]) -> Vec<Vec<FoldedText>> {
    documents.iter().map(|fields| fields.iter().map(|field| FoldedText::new(field)).collect()).collect()
}

/// The same index, read from files, with the lists that a query needs and no others.
fn fetched_index(index: &WordIndex, query: &Query) -> WordIndex {
    let mut fetched = WordIndex::from_text(index.document_count(), &index.to_text()).expect("it was just written");
    let missing = missing_lists(query, &fetched);
    for (name, list) in index.lists().filter(|(name, _)| missing.contains(name)) {
        fetched.add_list(&name, list);
    }
    assert_eq!(missing_lists(query, &fetched), Vec::<String>::new());
    fetched
}

/// Whether an index ranks its documents as each of them is ranked by itself.
fn assert_ranked_as_by_text(typed: &str, documents: &[Vec<FoldedText>], index: &WordIndex, lexicon: &Lexicon) {
    let query = Query::new(typed, lexicon);
    let ranks: Vec<Option<MatchRank>> = documents.iter().map(|fields| query.match_rank(fields)).collect();
    let of_rank = |rank: MatchRank| -> Vec<usize> { (0..ranks.len()).filter(|n| ranks[*n] == Some(rank)).collect() };
    let expected: Vec<usize> = MatchRank::ALL.into_iter().flat_map(of_rank).collect();
    for index in [index, &fetched_index(index, &query)] {
        let ranked = RankedDocuments::new(&query, index);
        assert_eq!(ranked.in_order(&ranked.matching), expected, "for {typed:?}");
    }
}

#[test]
fn every_query_ranks_the_findings_as_their_texts_do() {
    let documents = folded(&finding_fields());
    let catalogue = repository::fixture().library().catalogue();
    let others = [
        "marac",
        "multi-agency risk assessment conference",
        "reoffending",
        "vunerable",
        "R&D",
        "\"force\"",
        "3.5",
        "t",
    ];
    for typed in QUERIES.lines().chain(others) {
        assert_ranked_as_by_text(typed, &documents, &catalogue.words, &catalogue.lexicon);
    }
}

proptest! {
    #![proptest_config(properties::property_config(300))]

    #[test]
    fn any_query_ranks_the_findings_as_their_texts_do(typed in any_query()) {
        let catalogue = repository::fixture().library().catalogue();
        assert_ranked_as_by_text(&typed, &folded(&finding_fields()), &catalogue.words, &catalogue.lexicon);
    }

    #[test]
    fn any_query_ranks_any_documents_as_their_texts_do(
        typed in "[ab12 \"'’.&,-]{0,8}",
        documents in prop::collection::vec(prop::collection::vec("[ab12s \"'’.&,;–-]{0,20}", 0..4), 0..6),
    ) {
        let documents: Vec<Vec<&str>> = documents.iter().map(|fields| fields.iter().map(String::as_str).collect()).collect();
        let documents = folded(&documents);
        let index = WordIndex::new(&documents);
        let lexicon = Lexicon::new([("abb", "a b b")], index.words().clone());
        assert_ranked_as_by_text(&typed, &documents, &index, &lexicon);
    }

    #[test]
    fn a_damaged_index_is_refused_or_finds_something_and_never_panics(damage in "\\PC{0,3}", at in any::<prop::sample::Index>(), list in "[0-o]{0,40}") {
        let catalogue = repository::fixture().library().catalogue();
        let text = catalogue.to_text();
        let at = text.floor_char_boundary(at.index(text.len()));
        let damaged = format!("{}{damage}{}", &text[..at], &text[text.ceil_char_boundary(at + 1)..]);
        let mut library = Library::new(corpus_for_search(repository::fixture().corpus()));
        if library.take_catalogue(&damaged) {
            let state = parse_address("findings/?q=%22domestic+abuse%22");
            for name in page_or_missing(&library, &state).err().unwrap_or_default() {
                _ = library.add_part(&name, &list);
            }
            findings_page(&library, &state);
        }
    }
}

/// Lists of findings: with words, phrases, choices, both, other spellings, nothing found, and further on.
const LISTS: &str = "\
findings/
findings/?q=stalking
findings/?q=domestic+abuse&force=warwickshire
findings/?q=%22problem+solving%22
findings/?q=marac
findings/?q=reoffending&cycle=2017
findings/?q=vunerable
findings/?q=stalking+helicopters
findings/?q=zzzz&kind=cause-of-concern
findings/?q=warwickshire+2017
findings/?q=the&n=3
findings/?q=problem+solving
findings/?kind=area-for-improvement&n=2
findings/?force=west-midlands&cycle=2016&subject=preventing-crime
findings/?theme=domestic-abuse&grade=requires-improvement-4
findings/?force=kent
findings/?region=unknown&force=nowhere";

#[test]
fn the_list_made_from_prepared_files_is_the_one_made_from_all_data() {
    let whole = repository::fixture().library();
    let corpus = whole.corpus();
    let lists = whole.catalogue().words.lists().map(|(name, list)| (name, list.to_string()));
    let findings = corpus.reports.iter().flat_map(|report| findings_by_kind(corpus, report));
    let findings = findings.map(|(name, part)| (name, part.to_json()));
    let threads = [(THREAD_NAMES.to_string(), thread_names(corpus).to_json())];
    let files: BTreeMap<String, String> = lists.chain(findings).chain(threads).collect();
    for address in LISTS.lines() {
        let state = parse_address(address);
        let mut prepared = Library::new(corpus_for_search(corpus));
        assert!(prepared.take_catalogue(&whole.catalogue().to_text()));
        let mut fetched = BTreeSet::new();
        loop {
            let mut missing = page_or_missing(&prepared, &state).err().unwrap_or_default();
            // The full texts are compared in `text_places.rs`.
            missing.extend(prepared.missing_besides(&state.query).into_iter().filter(|name| name == THREAD_NAMES));
            if missing.is_empty() {
                break;
            }
            for name in missing {
                let part = files
                    .get(&name)
                    .unwrap_or_else(|| panic!("{address}: {name} is missing, and there is no such file"));
                prepared.add_part(&name, part).expect("a whole part");
                assert!(fetched.insert(name.clone()), "{address}: {name} is asked for again");
            }
        }
        assert_eq!(findings_page(&prepared, &state), findings_page(whole, &state), "{address}");
    }
}
