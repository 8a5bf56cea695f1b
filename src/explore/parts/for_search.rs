//! What the list of findings is made from, where the catalogue was made ahead of time: the tables, and the findings of a report
//! when one of them is shown.

use super::{kept, tables, without_findings, without_positions};
use crate::pages::THREADS;
use crate::pages::abbreviations::all_abbreviations;
use crate::pages::report::line_href;
use corpus::Corpus;
use model::{Aside, RegisterPage, Report, ReportId};

/// The beginning of the names of the findings of reports.
const REPORT_FINDINGS: &str = "findings/";

/// The name of the findings of a report.
pub fn name_of_findings(report: &ReportId) -> String {
    format!("{REPORT_FINDINGS}{report}")
}

/// Whether a name is that of the findings of a report, and not of a list of words.
pub fn is_name_of_findings(name: &str) -> bool {
    name.starts_with(REPORT_FINDINGS)
}

/// The corpus without findings and grades, with all that the list says besides: how much is held, the threads of each force by
/// name, and in which cycles each was inspected.
pub fn corpus_for_search(corpus: &Corpus) -> Corpus {
    let spelled_out = all_abbreviations(corpus);
    let reports = corpus.reports.iter().map(|report| {
        let is_source = |line: u32| spelled_out.iter().any(|entry| entry.source.href == line_href(report, line));
        let abbreviations =
            kept(&report.abbreviations, |form| is_source(form.passages.first().map_or(1, |p| p.lines[0])));
        Report { abbreviations, judgments: Vec::new(), problems: Vec::new(), ..without_findings(report) }
    });
    let inspected = corpus.register.iter().map(|page| RegisterPage {
        url: String::new(),
        grades: Vec::new(),
        count: None,
        ..page.clone()
    });
    let mut register: Vec<RegisterPage> = inspected.collect();
    register.dedup_by(|one, other| one.force == other.force && one.cycle == other.cycle);
    let is_of_force = |aside: &Aside| aside.id == THREADS && aside.page.starts_with("force/");
    Corpus {
        register,
        themes: without_positions(corpus),
        contents: corpus.contents.clone(),
        report_dates: corpus.report_dates.clone(),
        asides: kept(&corpus.asides, is_of_force),
        ..tables(corpus, reports.collect())
    }
}

/// A report with what its findings are shown with, and nothing besides.
pub fn findings_of(corpus: &Corpus, report: &Report) -> Corpus {
    let report = Report { measures: Vec::new(), abbreviations: Vec::new(), ..report.clone() };
    let empty = Corpus::of_tables(corpus.checked, Vec::new(), Vec::new(), Vec::new(), Vec::new());
    Corpus { reports: vec![report], ..empty }
}
