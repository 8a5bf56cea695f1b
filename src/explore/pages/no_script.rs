//! What a page says to those whose browser runs no scripts, where the page itself would need them to answer: all in lists.

use crate::pages::finding::statement;
use crate::pages::{Link, names};
use crate::state::{State, View};
use corpus::Corpus;
use model::{Finding, Force, Report, Theme};

/// Lists under headings, with a sentence before them.
#[derive(Clone, Debug, PartialEq)]
pub struct NoScript {
    pub words: &'static str,
    pub lists: Vec<List>,
}

/// A list that is opened by its name.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    pub name: String,
    /// Each with its kind or its report.
    pub entries: Vec<(String, Link)>,
}

/// Selects what to say, if anything is needed.
pub fn no_script(corpus: &Corpus, state: &State) -> Option<NoScript> {
    let (words, lists) = match &state.view {
        View::Force(id) => {
            let force = corpus.force(id)?;
            let lists: Vec<List> = corpus.themes.iter().filter_map(|theme| of_theme(corpus, theme, force)).collect();
            (
                "What they said about, finding by finding. The themes are our own labels, by the words that findings use.",
                lists,
            )
        }
        View::Findings => {
            let lists = corpus.reports.iter().rev().map(of_report).collect();
            ("Searching and narrowing down need scripts. These are all findings, report by report.", lists)
        }
        View::Compare => (
            "Setting forces side by side needs scripts. Each force has a page with all its grades.",
            vec![forces(corpus)],
        ),
        View::NotFound(_) => ("Each force has a page.", vec![forces(corpus)]),
        _ => return None,
    };
    (!lists.is_empty()).then_some(NoScript { words, lists })
}

fn of_theme(corpus: &Corpus, theme: &Theme, force: &Force) -> Option<List> {
    let found = theme.findings.iter().filter_map(|[report, finding]| {
        let report = corpus.reports.get(*report).filter(|report| report.force.id == force.id)?;
        Some((names::report(report), link(report.findings.get(*finding)?)))
    });
    let mut entries: Vec<(String, Link)> = found.collect();
    entries.reverse();
    let name = format!("{} ({})", theme.name, entries.len());
    (!entries.is_empty()).then_some(List { name, entries })
}

fn of_report(report: &Report) -> List {
    let entries: Vec<(String, Link)> =
        report.findings.iter().map(|finding| (finding.kind.name().to_string(), link(finding))).collect();
    List { name: format!("{}: {} ({})", report.force.name, names::report(report), entries.len()), entries }
}

fn forces(corpus: &Corpus) -> List {
    let force =
        |force: &Force| (force.region.clone(), Link::to(&State::at(View::Force(force.id.clone())), &force.name));
    List { name: "All forces".to_string(), entries: corpus.forces.iter().map(force).collect() }
}

fn link(finding: &Finding) -> Link {
    Link::to(&State::at(View::Finding(finding.key.clone())), statement(finding))
}
