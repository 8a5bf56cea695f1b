//! The definitions that the pages of findings show, which are the only ones that the bundle has.

use crate::glossary::GlossaryEntry;
use crate::glossary::entries::collect_entries;
use model::folding::is_word_char;
use model::{Abbreviation, DefinitionKind, Finding, Report, ReportId, term_id};
use serde::Serialize;
use std::collections::BTreeSet;

/// What a report says that a short form means which some finding contains.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// The short form, as the report of the finding spells it out.
    pub short: String,
    /// The words that say what it means, verbatim.
    pub text: String,
    /// The report that says so.
    pub report: ReportId,
    /// The line at which the words begin.
    pub line: u32,
}

/// One explanation for each short form in a finding that a report held defines, sorted. The reports must be sorted by date
/// and have all that was read from them.
pub(crate) fn explanations(reports: &[Report]) -> Vec<Explanation> {
    let entries = collect_entries(&reports.iter().collect::<Vec<_>>());
    let short_forms: BTreeSet<&str> = reports.iter().flat_map(short_forms_in_findings).collect();
    short_forms.into_iter().filter_map(|short| explanation(&entries, short)).collect()
}

/// The best explanation of a short form: a footnote, whose only work it is, before a sentence, and the newest.
fn explanation(entries: &[GlossaryEntry], short: &str) -> Option<Explanation> {
    let id = term_id(short);
    let entry = entries.iter().find(|entry| entry.id == id)?;
    let best = entry.definitions.iter().max_by_key(|definition| definition.kind == DefinitionKind::Footnote)?;
    let (text, report) = (best.text.clone(), best.place.report.clone());
    Some(Explanation { short: short.to_string(), text, report, line: best.place.lines[0] })
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
