//! The index of the full texts gives the same paragraphs as a search in the texts themselves.

use explore::pages::passage::{find_in_paragraphs, paragraphs};
use explore::search::lexicon::Lexicon;
use explore::search::places::{PlaceIndex, words_to_find};
use explore::search::query::Query;
use proptest::prelude::*;
use std::sync::OnceLock;
use tests::repository::fixture;

/// The index as the browser has it: made of all its chunks.
fn index() -> &'static PlaceIndex {
    static INDEX: OnceLock<PlaceIndex> = OnceLock::new();
    INDEX.get_or_init(|| {
        let texts = texts().into_iter().map(|text| paragraphs(text).into_iter().map(|range| &text[range]).collect());
        let made = PlaceIndex::new(texts);
        let mut read = PlaceIndex::default();
        made.chunks().for_each(|(name, chunk)| read.add_chunk(name, chunk));
        read
    })
}

/// What the program finds: a chunk that no word begins with has no file, and is taken as empty.
fn find(typed: &str) -> Option<Vec<(usize, usize)>> {
    let words = words_to_find(typed);
    if index().missing_chunks(&words).is_empty() { index().find(&words) } else { Some(Vec::new()) }
}

/// The texts in the order of the corpus.
fn texts() -> Vec<&'static str> {
    let reports = fixture().corpus().reports.iter();
    reports.map(|report| fixture().source_of_report(report.id.as_str()).text.as_str()).collect()
}

/// In how many paragraphs of each text all typed words are, found in the texts.
fn found_in_texts(typed: &str) -> Vec<(usize, usize)> {
    let query = Query::new(typed, &Lexicon::default());
    let count = |(n, text): (usize, &&str)| (n, found_as_typed(text, &query));
    texts().iter().enumerate().map(count).filter(|(_, count)| *count > 0).collect()
}

/// The number of paragraphs that have all words of a query as typed.
fn found_as_typed(text: &str, query: &Query) -> usize {
    let is_whole = |paragraph: &Vec<std::ops::Range<usize>>| {
        let terms: Vec<String> = query.typed_terms().collect();
        let marked: Vec<String> =
            paragraph.iter().map(|mark| model::folded_text::fold_words(&text[mark.clone()])).collect();
        terms.iter().all(|term| marked.iter().any(|words| words.split(' ').any(|word| word.starts_with(term.as_str()))))
    };
    find_in_paragraphs(text, query).iter().filter(|paragraph| is_whole(paragraph)).count()
}

#[test]
fn words_are_found_in_the_same_paragraphs_as_in_the_texts() {
    for typed in ["stalking", "domestic abuse", "MARAC", "vict", "risk assessment calls", "the force", "zzzz", "2016"] {
        assert_eq!(find(typed), Some(found_in_texts(typed)), "{typed}");
    }
}

proptest! {
    #![proptest_config(crate::properties::property_config(60))]

    #[test]
    fn any_words_of_the_texts_are_found_as_in_the_texts(
        places in prop::collection::vec((any::<prop::sample::Index>(), 2..9_usize), 1..4),
    ) {
        static WORDS: OnceLock<Vec<String>> = OnceLock::new();
        let words = WORDS.get_or_init(|| {
            let is_plain = |word: &&str| word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_alphanumeric());
            let words = texts().into_iter().flat_map(|text| text.split_whitespace().filter(is_plain));
            words.map(str::to_string).collect()
        });
        let typed = places.iter().map(|(at, letters)| at.get(words).chars().take(*letters).collect::<String>());
        let typed = typed.collect::<Vec<_>>().join(" ");
        prop_assert_eq!(find(&typed), Some(found_in_texts(&typed)), "{}", typed);
    }
}
