//! Measures: every number that a source gives for its force is read, none is invented, and each is at its passages.

use crate::golden;
use crate::report_text::line_citation;
use model::Measure;
use tests::repository::{self, Source};

/// The number of measures in each source, counted by hand, without the annex on data and numbers about all forces.
const HAND_COUNTS: [(&str, usize); 5] = [
    ("warwickshire-2014-core-business", 0),
    ("warwickshire-2014-crime", 14),
    ("warwickshire-2017-effectiveness", 15),
    ("warwickshire-2021-22-peel", 83),
    ("west-midlands-2016-effectiveness", 82),
];

/// Every measure of every source.
fn all_measures() -> impl Iterator<Item = (&'static Source, &'static Measure)> {
    repository::fixture()
        .sources()
        .iter()
        .flat_map(|source| source.report().measures.iter().map(move |measure| (source, measure)))
}

/// Text without white space and without the markup of glossary links: `[term](#)` becomes `term`.
fn without_markup(words: &str) -> String {
    let unlinked = words.replace("](#)", "").replace(['[', '\\'], "");
    unlinked.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The parts of a label that are printed together: all of it, or the name of a group and of a row in it.
fn printed_parts<'m>(label: &'m str, printed: &str) -> Vec<&'m str> {
    if printed.contains(&without_markup(label)) { vec![label] } else { label.splitn(2, ": ").collect() }
}

#[test]
fn the_value_and_label_of_every_measure_are_printed_at_its_passages() {
    for (source, measure) in all_measures() {
        let printed = without_markup(&source.text_at_all(&measure.passages));
        let at = format!("{} {}: {}", source.file, line_citation(&measure.passages), measure.label);
        assert!(printed.contains(&without_markup(&measure.value)), "{at}: {}", measure.value);
        for part in printed_parts(&measure.label, &printed) {
            assert!(printed.contains(&without_markup(part)), "{at}: {part}");
        }
        let other = measure.comparator_value.as_deref().unwrap_or_default();
        assert!(printed.contains(&without_markup(other)), "{at}: {other}");
        assert!(!measure.label.is_empty() && !measure.value.is_empty(), "{at}");
        assert!(measure.passages.is_sorted_by_key(|passage| passage.bytes[0]), "{at}");
    }
}

#[test]
fn unit_period_and_comparator_are_words_of_the_report() {
    let texts: Vec<(&Source, String)> =
        repository::fixture().sources().iter().map(|source| (source, without_markup(&source.text))).collect();
    for (source, measure) in all_measures() {
        let text = &texts.iter().find(|(held, _)| held.file == source.file).expect("the source is held").1;
        let is_printed = |words: &str| {
            text.contains(&without_markup(words)) || text.contains(&without_markup(words).replacen("per", "for", 1))
        };
        // The period and the one that it is compared with may be in different sentences.
        let times = measure.period.as_deref().unwrap_or_default();
        let (main, base) =
            [" compared ", " against "].iter().find_map(|cue| times.split_once(cue)).unwrap_or((times, ""));
        let unit = measure.unit.as_deref().filter(|unit| *unit != "percent").unwrap_or_default();
        for words in [unit, main, base, measure.comparator.as_deref().unwrap_or_default()] {
            assert!(is_printed(words), "{} {}: {words}", source.file, line_citation(&measure.passages));
        }
    }
}

#[test]
fn each_source_has_as_many_measures_as_were_counted_by_hand() {
    let found = repository::fixture()
        .sources()
        .iter()
        .map(|source| (source.report().id.as_str(), source.report().measures.len()));
    assert_eq!(found.collect::<Vec<_>>(), HAND_COUNTS);
}

#[test]
fn a_measure_in_a_finding_names_it() {
    for (source, measure) in all_measures() {
        let at = measure.passages[0].bytes[0];
        let inside = |f: &&model::Finding| f.passages.iter().any(|p| (p.bytes[0]..p.bytes[1]).contains(&at));
        let finding = source.report().findings.iter().find(inside);
        if let Some(finding) = finding {
            assert_eq!(measure.finding.as_ref(), Some(&finding.key), "{}", measure.label);
        }
    }
}

#[test]
fn the_measures_of_each_report_match_their_golden() {
    for source in repository::fixture().sources() {
        let lines: String = source.report().measures.iter().map(golden_line).collect();
        golden::assert_golden(&format!("measures/{}.txt", source.report().id), &lines);
    }
}

/// One line: line number, label, value, unit, period, comparator and its value.
fn golden_line(measure: &Measure) -> String {
    let part = |part: &Option<String>| part.clone().unwrap_or_else(|| "-".to_string());
    let rest = [&measure.unit, &measure.period, &measure.comparator, &measure.comparator_value].map(part).join(" | ");
    let line = measure.passages.first().map_or(0, |passage| passage.lines[0]);
    format!("{line}, {} | {} | {rest}\n", measure.label, measure.value)
}
