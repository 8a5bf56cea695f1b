//! Abbreviations, as the reports themselves spell them out.

use crate::pages::report::line_href;
use crate::pages::{Link, phrasing};
use corpus::Corpus;
use model::folding::fold_phrase;

/// An abbreviation and what it stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct AbbreviationEntry {
    /// The abbreviation as printed.
    pub short: String,
    /// What it stands for, as printed.
    pub long: String,
    /// The report and line that spell it out, as a link.
    pub source: Link,
}

/// Every abbreviation with each of its meanings, in alphabetical order.
pub fn all_abbreviations(corpus: &Corpus) -> Vec<AbbreviationEntry> {
    let mut forms: Vec<AbbreviationEntry> = Vec::new();
    for report in &corpus.reports {
        for form in &report.abbreviations {
            let is_same = |other: &AbbreviationEntry| {
                fold_phrase(&other.short) == fold_phrase(&form.short)
                    && fold_phrase(&other.long) == fold_phrase(&form.long)
            };
            if !forms.iter().any(is_same) {
                let line = form.passages.first().map_or(1, |passage| passage.lines[0]);
                let text = format!("{}, {}, line {line}", report.force.name, phrasing::report_name(report));
                let place = Link { href: line_href(report, line), text };
                let at = forms.partition_point(|other| fold_phrase(&other.short) <= fold_phrase(&form.short));
                forms.insert(
                    at,
                    AbbreviationEntry { short: form.short.clone(), long: form.long.clone(), source: place },
                );
            }
        }
    }
    forms
}

/// The abbreviations among typed words, in the singular or plural. Those of two letters may also be ordinary words, so
/// they count only if typed with the same capitals as printed.
pub fn abbreviations_among(forms: &[AbbreviationEntry], typed: &str) -> Vec<AbbreviationEntry> {
    let words: Vec<&str> = typed.split_whitespace().collect();
    let is_typed = |form: &&AbbreviationEntry| {
        let is_form = |word: &&&str| folded_singular(word) == folded_singular(&form.short);
        words.iter().filter(is_form).any(|word| form.short.len() > 2 || word.starts_with(&form.short))
    };
    forms.iter().filter(is_typed).cloned().collect()
}

fn folded_singular(word: &str) -> String {
    let word = fold_phrase(word.trim_matches(|c: char| !c.is_alphanumeric()));
    word.strip_suffix('s').map_or(word.clone(), str::to_string)
}
