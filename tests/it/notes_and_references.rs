//! Figures, footnotes, abbreviations, definitions and references: their number, and that each is at its passages.

use model::Passage;
use tests::repository::{self, Source};

/// The number of items of each kind in a source, counted by hand.
struct HandCount {
    report: &'static str,
    figures: usize,
    footnotes: usize,
    abbreviations: usize,
    definitions: usize,
    references: usize,
}

/// The counts of all sources.
const HAND_COUNTS: [HandCount; 5] = [
    HandCount {
        report: "warwickshire-2014-core-business",
        figures: 0,
        footnotes: 0,
        abbreviations: 1,
        definitions: 1,
        references: 0,
    },
    HandCount {
        report: "warwickshire-2014-crime",
        figures: 1,
        footnotes: 2,
        abbreviations: 16,
        definitions: 8,
        references: 7,
    },
    HandCount {
        report: "warwickshire-2017-effectiveness",
        figures: 2,
        footnotes: 18,
        abbreviations: 28,
        definitions: 28,
        references: 12,
    },
    HandCount {
        report: "warwickshire-2021-22-peel",
        figures: 3,
        footnotes: 0,
        abbreviations: 18,
        definitions: 20,
        references: 11,
    },
    HandCount {
        report: "west-midlands-2016-effectiveness",
        figures: 10,
        footnotes: 27,
        abbreviations: 45,
        definitions: 54,
        references: 81,
    },
];

/// Text without white space, asterisks and the markup of links and lists.
fn without_markup(words: &str) -> String {
    let unmarked = words.lines().map(|line| line.trim_start().trim_start_matches("• ").trim_start_matches("- "));
    let words = unmarked.collect::<Vec<_>>().join("\n").replace("](#)", "").replace('\\', "");
    words.chars().filter(|c| !c.is_whitespace() && !['*', '['].contains(c)).collect()
}

/// The text at these passages, in the form of [`without_markup`].
fn printed_text(source: &Source, passages: &[Passage]) -> String {
    without_markup(&source.text_at_all(passages))
}

/// A footnote marker with plain digits instead of superscript ones.
fn plain_digits(mark: &str) -> String {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digit = |c: char| RAISED.iter().position(|raised| *raised == c).and_then(|n| char::from_digit(n as u32, 10));
    mark.chars().map(|c| digit(c).unwrap_or(c)).collect()
}

#[test]
fn each_source_has_as_many_items_of_each_kind_as_were_counted_by_hand() {
    for counted in HAND_COUNTS {
        let report = repository::fixture().source_of_report(counted.report).report();
        assert_eq!(report.figures.len(), counted.figures, "figures of {}", counted.report);
        assert_eq!(report.footnotes.len(), counted.footnotes, "footnotes of {}", counted.report);
        assert_eq!(report.abbreviations.len(), counted.abbreviations, "abbreviations of {}", counted.report);
        assert_eq!(report.definitions.len(), counted.definitions, "definitions of {}", counted.report);
        assert_eq!(report.references.len(), counted.references, "references of {}", counted.report);
    }
}

#[test]
fn captions_and_references_are_the_text_at_their_passages() {
    for source in repository::fixture().sources() {
        for figure in &source.report().figures {
            assert_eq!(printed_text(source, &figure.passages), without_markup(&figure.caption), "{}", source.file);
        }
        for reference in &source.report().references {
            assert_eq!(printed_text(source, &reference.passages), without_markup(&reference.quote), "{}", source.file);
            for words in reference.years.iter().chain(&reference.status_words) {
                assert!(reference.quote.contains(words.as_str()), "{words} is not in: {}", reference.quote);
            }
        }
    }
}

#[test]
fn footnotes_are_the_text_at_their_passages_after_the_marker() {
    for source in repository::fixture().sources() {
        for note in &source.report().footnotes {
            let printed = printed_text(source, &note.passages);
            let marker = &printed[..printed.len() - without_markup(&note.text).len()];
            assert_eq!(printed, format!("{marker}{}", without_markup(&note.text)), "{}", source.file);
            assert_eq!(plain_digits(marker), note.marker.trim_matches('*'), "{}", source.file);
        }
    }
}

#[test]
fn an_abbreviation_and_its_long_form_are_at_their_passages() {
    for source in repository::fixture().sources() {
        for found in &source.report().abbreviations {
            let printed = printed_text(source, &found.passages);
            assert!(printed.contains(&without_markup(&found.long)), "{}: {printed}", found.long);
            assert!(printed.contains(&without_markup(&found.short)), "{}: {printed}", found.short);
            for again in &found.again {
                let printed = printed_text(source, &again.passages).to_lowercase();
                let stem = without_markup(&found.short).to_lowercase();
                assert!(printed.contains(stem.trim_end_matches('s')), "{}: {printed}", found.short);
            }
        }
    }
}

#[test]
fn a_definition_is_the_text_at_its_passages_and_never_invented() {
    for source in repository::fixture().sources() {
        for found in &source.report().definitions {
            let printed = printed_text(source, &found.passages);
            assert_eq!(without_notes(&printed), without_notes(&without_markup(&found.text)), "{}", source.file);
            assert!(!found.term.is_empty() && found.term.len() < 120, "{}", found.term);
            let all = without_notes(&without_markup(&source.text));
            assert!(all.contains(&without_notes(&without_markup(&found.term))), "{} is not in the text", found.term);
        }
    }
}

/// Text without the digits of footnote marks, which may stand between the words of a definition.
fn without_notes(words: &str) -> String {
    words.chars().filter(|c| !c.is_numeric()).collect()
}

#[test]
fn every_footnote_is_linked_to_its_marker_except_one_whose_marker_the_text_has_lost() {
    let mut lost = Vec::new();
    for source in repository::fixture().sources() {
        for note in &source.report().footnotes {
            for mark in &note.marked {
                assert_eq!(plain_digits(source.text_at(mark)), note.marker, "{} {mark:?}", source.file);
            }
            lost.extend(note.marked.is_empty().then_some((source.report().id.as_str(), note.marker.as_str())));
        }
    }
    assert_eq!(lost, [("west-midlands-2016-effectiveness", "*")], "the chart with its marker is not in the text");
}

#[test]
fn the_only_figures_with_data_in_the_text_are_the_three_tables() {
    let figures = repository::fixture().sources().iter().flat_map(|source| &source.report().figures);
    let tables: Vec<_> = figures.filter(|figure| figure.data_in_text).map(|figure| figure.number.as_deref()).collect();
    assert_eq!(tables, [Some("2"), Some("4"), Some("8")]);
}
