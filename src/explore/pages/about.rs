//! The About page: what the site holds and what it does not, and its themes.

use crate::facets::Facet;
use crate::pages::{Link, phrasing};
use crate::state::{State, View};
use corpus::Corpus;
use model::Theme;

/// The About page.
#[derive(Clone, Debug, PartialEq)]
pub struct AboutPage {
    /// The reports held, oldest first.
    pub reports: Vec<HeldReportRow>,
    /// Each cycle with the number of reports held: "2 reports held".
    pub cycles: Vec<(String, String)>,
    /// A link to the crosswalk.
    pub crosswalk: Link,
    /// Each theme as a link to its findings, with the words that give a finding the theme.
    pub themes: Vec<(Link, String)>,
    /// A link to the glossary.
    pub glossary: Link,
}

/// A row of the table of reports held.
#[derive(Clone, Debug, PartialEq)]
pub struct HeldReportRow {
    /// A link to the report, with its force and name.
    pub link: Link,
    /// When it was published, and where the date is from.
    pub published: String,
    /// The number of its judgments.
    pub judgments: usize,
    /// The number of its findings.
    pub findings: usize,
    /// The number of problems in its text.
    pub problems: usize,
}

/// Makes the About page.
pub fn about_page(corpus: &Corpus) -> AboutPage {
    let held = |report: &model::Report| HeldReportRow {
        link: Link::to(
            &State::for_view(View::Report(report.id.clone())),
            format!("{}: {}", report.force.name, phrasing::report_name(report)),
        ),
        published: phrasing::publication_date(corpus, report),
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
                format!("{} held", phrasing::count_with_noun(n, "report", "reports"))
            },
        )
    });
    let theme = |theme: &Theme| {
        let to = State::filtered_findings([(Facet::Theme, theme.id.as_str())]);
        (Link::to(&to, &theme.name), theme.words.join(", "))
    };
    AboutPage {
        reports: corpus.reports.iter().map(held).collect(),
        cycles: cycles.collect(),
        crosswalk: Link::to(&State::for_view(View::Crosswalk), "How the questions changed, cycle by cycle"),
        themes: corpus.themes.iter().map(theme).collect(),
        glossary: Link::to(&State::for_view(View::Glossary), "Glossary"),
    }
}
