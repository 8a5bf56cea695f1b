//! About: what is held and what is not, how it was made, what the groupings group, the licence.

use crate::facets::Facet;
use crate::pages::short_forms;
use crate::pages::short_forms::ShortForm;
use crate::pages::{Link, names};
use crate::state::{State, View};
use corpus::Corpus;
use model::Theme;

/// The page about the product.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    pub reports: Vec<HeldReport>,
    pub cycles: Vec<(String, String)>,
    pub crosswalk: Link,
    /// Each theme, leading to its findings, with the words that give it.
    pub themes: Vec<(Link, String)>,
    /// Every short form that a report spells out, with the report and the place.
    pub short_forms: Vec<ShortForm>,
}

/// A line of the coverage ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct HeldReport {
    pub link: Link,
    pub published: String,
    pub judgments: usize,
    pub findings: usize,
    pub problems: usize,
}

/// Selects the page.
pub fn about(corpus: &Corpus) -> About {
    let held = |report: &model::Report| HeldReport {
        link: Link::to(
            &State::at(View::Report(report.id.clone())),
            format!("{}: {}", report.force.name, names::report(report)),
        ),
        published: names::published(corpus, report),
        judgments: report.judgments.len(),
        findings: report.findings.len(),
        problems: report.problems.len(),
    };
    let cycles = corpus.cycles.iter().map(|cycle| {
        let n = corpus.reports.iter().filter(|r| r.cycle == cycle.id).count();
        (
            cycle.id.clone(),
            if n == 0 {
                "no report held".to_string()
            } else {
                format!("{} held", names::count(n, "report", "reports"))
            },
        )
    });
    let theme = |theme: &Theme| {
        let to = State::findings([(Facet::Theme, theme.id.as_str())]);
        (Link::to(&to, &theme.name), theme.words.join(", "))
    };
    About {
        reports: corpus.reports.iter().map(held).collect(),
        cycles: cycles.collect(),
        crosswalk: Link::to(&State::at(View::Crosswalk), "How the questions changed, cycle by cycle"),
        themes: corpus.themes.iter().map(theme).collect(),
        short_forms: short_forms::all(corpus),
    }
}
