//! Lists shown instead of interactive features if the browser runs no scripts.

use crate::export::OPEN_DATA;
use crate::pages::finding::text_for_lists;
use crate::pages::{Link, phrasing};
use crate::state::{State, View};
use corpus::Corpus;
use model::{Cycle, Finding, Force, Report, Theme};

/// What a page shows if the browser runs no scripts.
#[derive(Clone, Debug, PartialEq)]
pub struct NoScriptContent {
    /// A sentence that explains the lists.
    pub explanation: &'static str,
    /// The lists.
    pub lists: Vec<NoScriptList>,
}

/// A list that the reader opens by its name.
#[derive(Clone, Debug, PartialEq)]
pub struct NoScriptList {
    /// The name of the list, with the number of its entries.
    pub name: String,
    /// The entries: each a link with a short text before it, such as the kind of finding or the report.
    pub entries: Vec<(String, Link)>,
}

/// What a page shows if the browser runs no scripts; `None` if the page needs nothing.
pub fn no_script_content(corpus: &Corpus, state: &State) -> Option<NoScriptContent> {
    let (words, lists) = match &state.view {
        View::Force(id) => {
            let force = corpus.force(id)?;
            let lists: Vec<NoScriptList> =
                corpus.themes.iter().filter_map(|theme| theme_list(corpus, theme, force)).collect();
            ("Findings by theme. Themes are our own labels, based on the words used in the findings.", lists)
        }
        View::Findings => {
            let lists = corpus.forces.iter().filter_map(|force| report_list(corpus, force)).collect();
            ("Searching and filtering need JavaScript. The page of each report has all its findings.", lists)
        }
        View::Compare => {
            let words = "Comparing forces of your choice needs JavaScript. Each force has a page with its grades, and \
                         each round has a page with those of all forces.";
            (words, vec![force_list(corpus), rounds(corpus)])
        }
        View::National => (
            "Choosing a subject, a region or a grade needs JavaScript. Each round has a page; every grade is also in a \
             file.",
            vec![rounds(corpus), files()],
        ),
        View::NotFound(_) => ("Each force has its own page.", vec![force_list(corpus)]),
        _ => return None,
    };
    (!lists.is_empty()).then_some(NoScriptContent { explanation: words, lists })
}

fn rounds(corpus: &Corpus) -> NoScriptList {
    let round = |cycle: &Cycle| {
        let dates = phrasing::cycle_publication_dates(corpus, &cycle.id).unwrap_or_default();
        (dates, Link::to(&State::national(&cycle.id), &cycle.id))
    };
    NoScriptList { name: "Rounds of inspections".to_string(), entries: corpus.cycles.iter().rev().map(round).collect() }
}

fn files() -> NoScriptList {
    let file =
        |(path, words): (&str, &str)| ("CSV".to_string(), Link { href: path.to_string(), text: words.to_string() });
    NoScriptList { name: "Files for spreadsheets".to_string(), entries: OPEN_DATA.into_iter().map(file).collect() }
}

fn theme_list(corpus: &Corpus, theme: &Theme, force: &Force) -> Option<NoScriptList> {
    let found = theme.findings.iter().filter_map(|[report, finding]| {
        let report = corpus.reports.get(*report).filter(|report| report.force.id == force.id)?;
        Some((phrasing::report_name(report), finding_link(report.findings.get(*finding)?)))
    });
    let mut entries: Vec<(String, Link)> = found.collect();
    entries.reverse();
    let name = format!("{} ({})", theme.name, entries.len());
    (!entries.is_empty()).then_some(NoScriptList { name, entries })
}

/// The reports on a force, newest first, each with the number of its findings: together, all findings.
fn report_list(corpus: &Corpus, force: &Force) -> Option<NoScriptList> {
    let entry = |report: &Report| {
        let findings = phrasing::count_with_noun(report.findings.len(), "finding", "findings");
        (findings, Link::to(&State::for_view(View::Report(report.id.clone())), phrasing::report_name(report)))
    };
    let entries: Vec<(String, Link)> = corpus.reports_on(&force.id).rev().map(entry).collect();
    let name = format!("{} ({})", force.name, phrasing::count_with_noun(entries.len(), "report", "reports"));
    (!entries.is_empty()).then_some(NoScriptList { name, entries })
}

fn force_list(corpus: &Corpus) -> NoScriptList {
    let force =
        |force: &Force| (force.region.clone(), Link::to(&State::for_view(View::Force(force.id.clone())), &force.name));
    NoScriptList { name: "All forces".to_string(), entries: corpus.forces.iter().map(force).collect() }
}

fn finding_link(finding: &Finding) -> Link {
    Link::to(&State::for_view(View::Finding(finding.key.clone())), text_for_lists(finding))
}
