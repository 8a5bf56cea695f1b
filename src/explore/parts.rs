//! The parts in which browsers fetch the data, so that a visit costs the same however many reports are held.
//!
//! A part is a corpus that has less: what the pages of one kind need. So all code works on a part as it does on the whole,
//! and a test compares every page made from its part with the same page made from the whole.

pub mod for_search;

use crate::pages::numbers::report_numbers;
use crate::pages::terms::terms_in;
use crate::route;
use crate::state::{State, View};
use corpus::Corpus;
use model::{Abbreviation, FindingKey, ForceId, Report, ReportId};

/// A part of the data.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The tables, and the newest grades of every force. Pages of no force have it, and those that the second program draws.
    Overview,
    /// The grades of one force, and how much its reports contain.
    Force(ForceId),
    /// One report, and the grades of its force.
    Report(ReportId),
    /// All data: for searching, and for the second program.
    Whole,
}

impl Part {
    /// The part that the pages of a view are made from.
    pub fn needed_for(view: &View) -> Part {
        match view {
            View::Force(force) => Part::Force(force.clone()),
            View::Report(report) => Part::Report(report.clone()),
            View::Finding(finding) => Part::Report(ReportId::new(finding.report_id())),
            _ => Part::Overview,
        }
    }

    /// Its name: that of its file, without the digest and the extension.
    pub fn name(&self) -> String {
        match self {
            Part::Overview => "overview".to_string(),
            Part::Force(force) => format!("force/{force}"),
            Part::Report(report) => format!("report/{report}"),
            Part::Whole => "corpus".to_string(),
        }
    }

    /// The part with a name; that of all data if no part has it.
    pub fn from_name(name: &str) -> Part {
        match name.split_once('/') {
            Some(("force", id)) => Part::Force(ForceId::new(id)),
            Some(("report", id)) => Part::Report(ReportId::new(id)),
            _ if name == "overview" => Part::Overview,
            _ => Part::Whole,
        }
    }

    /// Every part of a corpus.
    pub fn all(corpus: &Corpus) -> Vec<Part> {
        let forces = corpus.forces.iter().map(|force| Part::Force(force.id.clone()));
        let reports = corpus.reports.iter().map(|report| Part::Report(report.id.clone()));
        [Part::Overview, Part::Whole].into_iter().chain(forces).chain(reports).collect()
    }

    /// Cuts it out of all data. Of a force or report that is not there it is the overview, from which the page says so.
    pub fn cut(&self, corpus: &Corpus) -> Corpus {
        match self {
            Part::Whole => corpus.clone(),
            Part::Force(force) if corpus.force(force).is_some() => force_part(corpus, force, None),
            Part::Report(id) => match corpus.report(id) {
                Some(report) => force_part(corpus, &report.force.id, Some(report)),
                None => overview(corpus),
            },
            _ => overview(corpus),
        }
    }
}

/// The tables, and what the list of forces shows: the newest grades of each, and how much is held.
fn overview(corpus: &Corpus) -> Corpus {
    Corpus {
        contents: corpus.contents.clone(),
        newest_grades: corpus.newest_grades.clone(),
        ..tables(corpus, Vec::new())
    }
}

/// The grades of a force, without findings except those of `whole`, a report on it.
fn force_part(corpus: &Corpus, force: &ForceId, whole: Option<&Report>) -> Corpus {
    let page = route::path(&State::for_view(View::Force(force.clone())));
    let has_charts = |report: &&Report| !report_numbers(corpus, report, None).charts.is_empty();
    let charts = corpus.reports_on(force).rfind(has_charts).filter(|_| whole.is_none()).map(|report| &report.id);
    let terms: Vec<Abbreviation> =
        whole.into_iter().flat_map(|report| report.findings.iter().flat_map(|f| terms_in(corpus, report, f))).collect();
    let explanations = kept(&corpus.explanations, |known| {
        whole.is_some_and(|report| known.holds_in(report)) && terms.iter().any(|term| term.short == known.short)
    });
    let is_cited = |report: &Report| {
        let statements = corpus.cycles.iter().filter_map(|cycle| cycle.statement.as_ref());
        statements.map(|statement| &statement.report).any(|id| *id == report.id)
            || explanations.iter().any(|known| known.report == report.id)
    };
    let reports: Vec<Report> = corpus
        .reports
        .iter()
        .filter(|report| report.force.id == *force || is_cited(report))
        .map(|report| {
            if whole.is_some_and(|whole| whole.id == report.id) {
                report.clone()
            } else if report.force.id != *force {
                Report { judgments: Vec::new(), problems: Vec::new(), ..without_findings(report) }
            } else if charts == Some(&report.id) {
                Report { measures: report.measures.clone(), ..without_findings(report) }
            } else {
                without_findings(report)
            }
        })
        .collect();
    let asides = kept(&corpus.asides, |aside| match whole {
        None => aside.page == page,
        Some(report) => {
            let key = aside.page.strip_prefix("finding/").map(FindingKey::new);
            key.is_some_and(|key| key.report_id() == report.id.as_str())
        }
    });
    let is_of_force = |id: &str| corpus.reports_on(force).any(|report| report.id.as_str() == id);
    Corpus {
        themes: if whole.is_none() { without_positions(corpus) } else { Vec::new() },
        register: kept(&corpus.register, |page| page.force == *force),
        report_dates: kept(&corpus.report_dates, |date| date.force == *force),
        report_addresses: kept(&corpus.report_addresses, |known| is_of_force(known.report.as_str())),
        grade_changes: kept(&corpus.grade_changes, |change| change.force == *force),
        directions: kept(&corpus.directions, |direction| is_of_force(direction.judgment.report_id())),
        contents: kept(&corpus.contents, |contents| contents.force == *force),
        theme_examples: kept(&corpus.theme_examples, |example| whole.is_none() && example.force == *force),
        explanations,
        asides,
        ..tables(corpus, reports)
    }
}

/// The tables of every page, with these reports.
fn tables(corpus: &Corpus, reports: Vec<Report>) -> Corpus {
    let Corpus { checked, forces, cycles, subjects, publication_dates, .. } = corpus;
    let tables =
        Corpus::of_tables(*checked, forces.clone(), cycles.clone(), subjects.clone(), publication_dates.clone());
    Corpus { reports, ..tables }
}

fn kept<T: Clone>(all: &[T], is_kept: impl Fn(&T) -> bool) -> Vec<T> {
    all.iter().filter(|item| is_kept(item)).cloned().collect()
}

/// A report with its grades only. [`Corpus::contents`] says how much it contains.
fn without_findings(report: &Report) -> Report {
    Report { findings: Vec::new(), measures: Vec::new(), abbreviations: Vec::new(), ..report.clone() }
}

/// The themes without the places of their findings, which a part does not have.
fn without_positions(corpus: &Corpus) -> Vec<model::Theme> {
    let without = |theme: &model::Theme| model::Theme { findings: Vec::new(), words: Vec::new(), ..theme.clone() };
    corpus.themes.iter().map(without).collect()
}
