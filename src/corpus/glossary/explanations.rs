//! The definitions that the pages of findings show, which are the only ones that the bundle has.

use crate::glossary::GlossaryEntry;
use crate::glossary::entries::collect_entries;
use model::folding::is_word_char;
use model::{Abbreviation, Definition, DefinitionKind, Finding, Grade, Report, ReportId, term_id};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What a report says that a short form or term means which some finding contains.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// The short form, as the report of the finding spells it out, or the term, as a finding prints it.
    pub short: String,
    /// Whether it holds in every report. What a sentence says of a term holds in its own report only: the same words may
    /// be ordinary ones elsewhere.
    pub is_general: bool,
    /// The words that say what it means, verbatim.
    pub text: String,
    /// The report that says so.
    pub report: ReportId,
    /// The line at which the words begin.
    pub line: u32,
}

impl Explanation {
    /// Whether it holds for the words of a report.
    pub fn holds_in(&self, report: &Report) -> bool {
        self.is_general || self.report == report.id
    }
}

/// One explanation for each short form in a finding that a report held defines, sorted, and then those of other terms. The
/// reports must be sorted by date and have all that was read from them.
pub(crate) fn explanations(reports: &[Report]) -> Vec<Explanation> {
    let entries = collect_entries(&reports.iter().collect::<Vec<_>>());
    let short_forms: BTreeSet<&str> = reports.iter().flat_map(short_forms_in_findings).collect();
    let of_short_forms = short_forms.into_iter().filter_map(|short| explanation(&entries, short));
    of_short_forms.chain(explanations_of_terms(reports)).collect()
}

/// The explanations of terms that are no short forms, in each spelling that a finding has for which it holds.
fn explanations_of_terms(reports: &[Report]) -> Vec<Explanation> {
    let short_ids: BTreeSet<String> =
        reports.iter().flat_map(|report| &report.abbreviations).map(|form| term_id(&form.short)).collect();
    let mut found = BTreeMap::new();
    for report in reports {
        // A footnote, whose only work it is, replaces a sentence.
        let mut definitions: Vec<&Definition> = report.definitions.iter().collect();
        definitions.sort_by_key(|definition| definition.kind == DefinitionKind::Footnote);
        for definition in definitions.into_iter().filter(|definition| !short_ids.contains(&term_id(&definition.term))) {
            if may_be_ordinary(definition) {
                continue;
            }
            let is_general = is_general(definition);
            let line = definition.passages.first().map_or(1, |passage| passage.lines[0]);
            for short in spellings(&definition.term) {
                // Of those for one spelling, the ones of a single report come first.
                let scope = (is_general, (!is_general).then(|| report.id.clone()));
                let (text, report) = (definition.text.clone(), report.id.clone());
                // Of several reports the newest says what holds everywhere.
                found.insert((short.clone(), scope), Explanation { short, is_general, text, report, line });
            }
        }
    }
    // Asked once for each spelling: many reports define the same terms.
    let is_used = |found: &Explanation| {
        let findings = reports.iter().filter(|report| found.holds_in(report)).flat_map(|report| &report.findings);
        findings.flat_map(Finding::texts).any(|text| has_words(text, &found.short))
    };
    found.into_values().filter(is_used).collect()
}

/// Whether the same letters may be meant in their ordinary sense: a grade, or a single word that is no name, unless the report
/// says that it is defined. A force has "a procedure called safeguard", and safeguards children too.
fn may_be_ordinary(Definition { term, text, .. }: &Definition) -> bool {
    let is_grade = Grade::ALL.iter().any(|grade| grade.name().eq_ignore_ascii_case(term));
    let is_plain_word = term.chars().all(char::is_lowercase);
    is_grade || (is_plain_word && !text.contains("defin"))
}

/// Whether what a definition says holds in every report: a footnote on several words. A single word may be meant in a sense
/// of the report.
fn is_general(definition: &Definition) -> bool {
    definition.kind == DefinitionKind::Footnote && definition.term.contains(' ')
}

/// A term as printed, and with the other case of its first letter.
fn spellings(term: &str) -> impl Iterator<Item = String> {
    let mut rest = term.chars();
    let first = rest.next();
    let other: String = first
        .into_iter()
        .flat_map(|c| if c.is_lowercase() { c.to_uppercase().collect::<Vec<_>>() } else { c.to_lowercase().collect() })
        .chain(rest)
        .collect();
    [term.to_string(), other].into_iter()
}

/// Whether a text contains a term as whole words, in the singular or plural.
fn has_words(text: &str, term: &str) -> bool {
    let is_sign = |c: char| !is_word_char(c) && c != '-';
    text.match_indices(term).any(|(at, _)| {
        let rest = &text[at + term.len()..];
        text[..at].chars().next_back().is_none_or(is_sign)
            && rest.strip_prefix('s').unwrap_or(rest).chars().next().is_none_or(is_sign)
    })
}

/// The best explanation of a short form: a footnote, whose only work it is, before a sentence, and the newest.
fn explanation(entries: &[GlossaryEntry], short: &str) -> Option<Explanation> {
    let id = term_id(short);
    let entry = entries.iter().find(|entry| entry.id == id)?;
    let best = entry.definitions.iter().max_by_key(|definition| definition.kind == DefinitionKind::Footnote)?;
    let (text, report) = (best.text.clone(), best.place.report.clone());
    Some(Explanation { short: short.to_string(), is_general: true, text, report, line: best.place.lines[0] })
}

/// The short forms of a report that its findings contain.
fn short_forms_in_findings(report: &Report) -> impl Iterator<Item = &str> {
    let contains = |form: &Abbreviation, finding: &Finding| {
        let is_sign = |c: char| !is_word_char(c) && c != '-';
        let is_form = |word: &str| word == form.short || word.strip_suffix('s') == Some(&form.short);
        finding.texts().any(|text| text.split(is_sign).any(is_form))
    };
    let is_used = move |form: &&Abbreviation| report.findings.iter().any(|finding| contains(form, finding));
    report.abbreviations.iter().filter(is_used).map(|form| form.short.as_str())
}
