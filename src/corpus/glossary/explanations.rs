//! The definitions that the pages of findings show, which are the only ones that the bundle has.

use crate::glossary::GlossaryEntry;
use crate::glossary::entries::collect_entries;
use model::folding::is_word_char;
use model::{Abbreviation, DefinitionKind, Finding, Report, ReportId, term_id};
use serde::Serialize;
use std::collections::BTreeSet;

/// What a report says that a term means which some finding contains.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// The id of the term.
    pub id: String,
    /// The words that say what it means, verbatim.
    pub text: String,
    /// The report that says so.
    pub report: ReportId,
    /// The line at which the words begin.
    pub line: u32,
}

/// One explanation for each short form in a finding and each term that a finding links, if a report defines it. They are
/// sorted by id. The reports must be sorted by date and have all that was read from them.
pub(crate) fn explanations(reports: &[Report]) -> Vec<Explanation> {
    let entries = collect_entries(&reports.iter().collect::<Vec<_>>());
    let ids: BTreeSet<String> = reports.iter().flat_map(ids_in_findings).collect();
    ids.into_iter().filter_map(|id| explanation(&entries, id)).collect()
}

/// The best explanation of a term: a footnote, whose only work it is, before a sentence, and the newest.
fn explanation(entries: &[GlossaryEntry], id: String) -> Option<Explanation> {
    let entry = entries.iter().find(|entry| entry.id == id || entry.other_ids.contains(&id))?;
    let best = entry.definitions.iter().max_by_key(|definition| definition.kind == DefinitionKind::Footnote)?;
    let (text, report) = (best.text.clone(), best.place.report.clone());
    Some(Explanation { id, text, report, line: best.place.lines[0] })
}

/// The ids of the short forms in the findings of a report, and of the terms that they link.
fn ids_in_findings(report: &Report) -> Vec<String> {
    let contains = |form: &&Abbreviation, finding: &Finding| {
        let is_sign = |c: char| !is_word_char(c) && c != '-';
        let is_form = |word: &str| word == form.short || word.strip_suffix('s') == Some(&form.short);
        finding.texts().any(|text| text.split(is_sign).any(is_form))
    };
    let is_used = |form: &&Abbreviation| report.findings.iter().any(|finding| contains(form, finding));
    let short_forms = report.abbreviations.iter().filter(is_used).map(|form| term_id(&form.short));
    let linked = report.findings.iter().flat_map(|finding| &finding.terms).map(|term| term_id(term));
    short_forms.chain(linked).collect()
}
