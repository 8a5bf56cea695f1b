//! Abbreviations, as the reports themselves spell them out.

use crate::pages::report::line_href;
use crate::pages::{Link, phrasing};
use crate::search::lexicon::comparison_key;
use corpus::Corpus;
use model::folding::is_word_char;
use model::{Abbreviation, Report, slugify};

/// An abbreviation and what it stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct AbbreviationEntry {
    /// The abbreviation as printed.
    pub short: String,
    /// What it stands for, as printed.
    pub long: String,
    /// The report and line that spell it out, as a link.
    pub source: Link,
    /// The address of its entry in the glossary.
    pub glossary: String,
}

/// The address of the entry of a term in the glossary, which has one for each short form that a report spells out and each
/// term that a finding links.
pub fn glossary_href(term: &str) -> String {
    format!("glossary/#{}", entry_anchor(&slugify(term)))
}

/// A line of a report, as a link with the names of the force and of the report.
pub fn line_link(report: &Report, line: u32) -> Link {
    let text = format!("{}, {}, line {line}", report.force.name, phrasing::report_name(report));
    Link { href: line_href(report, line), text }
}

/// The id on the glossary page of the entry with this id.
pub fn entry_anchor(id: &str) -> String {
    format!("term-{id}")
}

/// Every abbreviation with each of its meanings, in alphabetical order. Singular and plural count as one.
pub fn all_abbreviations(corpus: &Corpus) -> Vec<AbbreviationEntry> {
    let mut entries: Vec<([String; 2], AbbreviationEntry)> = Vec::new();
    for report in &corpus.reports {
        for Abbreviation { short, long, passages, .. } in &report.abbreviations {
            let keys = [comparison_key(short), comparison_key(long)];
            let at = entries.partition_point(|(other, _)| *other < keys);
            if entries.get(at).is_none_or(|(other, _)| *other != keys) {
                let source = line_link(report, passages.first().map_or(1, |passage| passage.lines[0]));
                let (short, long, glossary) = (short.clone(), long.clone(), glossary_href(short));
                entries.insert(at, (keys, AbbreviationEntry { short, long, source, glossary }));
            }
        }
    }
    entries.into_iter().map(|(_, entry)| entry).collect()
}

/// The abbreviations among typed words, in the singular or plural. Those of two letters may also be ordinary words, so
/// they count only if typed with the same capitals as printed.
pub fn abbreviations_among(entries: &[AbbreviationEntry], typed: &str) -> Vec<AbbreviationEntry> {
    let punctuation = |c: char| !is_word_char(c);
    let words = typed.split_whitespace().map(|word| word.trim_matches(punctuation));
    let words: Vec<(&str, String)> = words.map(|word| (word, comparison_key(word))).collect();
    let is_typed = |entry: &&AbbreviationEntry| {
        let key = comparison_key(&entry.short);
        let mut same = words.iter().filter(|(_, typed_key)| *typed_key == key);
        same.any(|(word, _)| entry.short.len() > 2 || word.starts_with(&entry.short))
    };
    entries.iter().filter(is_typed).cloned().collect()
}
