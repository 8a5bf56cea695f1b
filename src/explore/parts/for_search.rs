//! What the list of findings is made from, where the catalogue was made ahead of time: the tables, and the findings of a report
//! when one of them is shown.

use super::{kept, tables, without_findings, without_positions};
use crate::pages::THREADS;
use crate::pages::abbreviations::all_abbreviations;
use crate::pages::report::line_href;
use corpus::Corpus;
use model::{Aside, Finding, FindingKind, RegisterPage, Report, ReportId, SourceFile};
use std::collections::BTreeSet;

/// The beginning of the names of the findings of reports.
const FINDINGS: &str = "findings/";

/// The name of the threads of all forces.
pub const THREAD_NAMES: &str = "thread-names";

/// The name of the findings of a report that are of one kind.
pub fn name_of_findings(report: &ReportId, kind: FindingKind) -> String {
    format!("{FINDINGS}{report}/{}", kind.slug())
}

/// Whether a name is that of findings.
pub fn is_name_of_findings(name: &str) -> bool {
    name.starts_with(FINDINGS)
}

/// The corpus without findings and grades, with what the list says besides: how much is held, and in which cycles each force
/// was inspected.
pub fn corpus_for_search(corpus: &Corpus) -> Corpus {
    let sources: BTreeSet<String> = all_abbreviations(corpus).into_iter().map(|entry| entry.source.href).collect();
    let reports = corpus.reports.iter().map(|report| {
        let is_source = |line: u32| sources.contains(&line_href(report, line));
        let abbreviations =
            kept(&report.abbreviations, |form| is_source(form.passages.first().map_or(1, |p| p.lines[0])));
        // Of the source, only that there is one.
        let source = SourceFile { sha256: String::new(), ..report.source.clone() };
        Report { abbreviations, source, judgments: Vec::new(), problems: Vec::new(), ..without_findings(report) }
    });
    let inspected = corpus.register.iter().map(|page| RegisterPage {
        url: String::new(),
        grades: Vec::new(),
        count: None,
        ..page.clone()
    });
    let mut register: Vec<RegisterPage> = inspected.collect();
    register.dedup_by(|one, other| one.force == other.force && one.cycle == other.cycle);
    Corpus {
        register,
        themes: without_positions(corpus),
        contents: corpus.contents.clone(),
        report_dates: corpus.report_dates.clone(),
        ..tables(corpus, reports.collect())
    }
}

/// The threads of each force by name, and nothing besides.
pub fn thread_names(corpus: &Corpus) -> Corpus {
    let is_of_force = |aside: &Aside| aside.id == THREADS && aside.page.starts_with("force/");
    Corpus { asides: kept(&corpus.asides, is_of_force), ..empty(corpus) }
}

/// The findings of each kind of a report, each with its name. The findings of other kinds keep their places, without words.
pub fn findings_by_kind(corpus: &Corpus, report: &Report) -> Vec<(String, Corpus)> {
    let has_kind = |kind: &FindingKind| report.findings.iter().any(|finding| finding.kind == *kind);
    let of_kind = |kind: FindingKind| {
        let findings = report.findings.iter().map(|finding| match finding.kind == kind {
            true => finding.clone(),
            false => without_words(finding),
        });
        let part =
            Report { findings: findings.collect(), measures: Vec::new(), abbreviations: Vec::new(), ..report.clone() };
        (name_of_findings(&report.id, kind), Corpus { reports: vec![part], ..empty(corpus) })
    };
    FindingKind::ALL.into_iter().filter(has_kind).map(of_kind).collect()
}

/// Whether the words of a finding are not there yet.
pub fn lacks_words(finding: &Finding) -> bool {
    finding.passages.is_empty()
}

/// Adds the findings of a part to those of the report.
pub fn add_findings(held: &mut Report, part: Report) {
    if held.findings.is_empty() {
        *held = part;
        return;
    }
    for (finding, other) in held.findings.iter_mut().zip(part.findings) {
        if lacks_words(finding) {
            *finding = other;
        }
    }
}

fn without_words(finding: &Finding) -> Finding {
    Finding {
        text: String::new(),
        items: Vec::new(),
        body: Vec::new(),
        section: Vec::new(),
        passages: Vec::new(),
        judgment: None,
        parent: None,
        deadline: None,
        deadlines: Vec::new(),
        items_after: Vec::new(),
        terms: Vec::new(),
        ..finding.clone()
    }
}

fn empty(corpus: &Corpus) -> Corpus {
    Corpus::of_tables(corpus.checked, Vec::new(), Vec::new(), Vec::new(), Vec::new())
}
