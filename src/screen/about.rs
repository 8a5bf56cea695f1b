//! About: what is held and what is not, how it was made, what the groupings group, the licence.

use super::{Link, names};
use crate::corpus::Corpus;
use crate::state::{State, View};

/// The page about the product.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    pub reports: Vec<HeldReport>,
    pub cycles: Vec<(String, String)>,
    /// Each subject with the questions and areas that it groups, as the held reports print them.
    pub subjects: Vec<(String, Vec<String>)>,
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
    let held = |report: &crate::model::Report| HeldReport {
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
    let wordings = |id: &str| {
        let judgments = corpus.reports.iter().flat_map(|r| r.judgments.iter().map(move |j| (r, j)));
        let of_subject = judgments.filter(|(_, j)| corpus.subject_of(j).is_some_and(|s| s.id == id));
        let mut wordings: Vec<String> = Vec::new();
        for wording in of_subject.map(|(report, j)| format!("{} ({})", j.area, report.cycle)) {
            if !wordings.contains(&wording) {
                wordings.push(wording);
            }
        }
        wordings
    };
    About {
        reports: corpus.reports.iter().map(held).collect(),
        cycles: cycles.collect(),
        subjects: corpus.subjects.iter().map(|s| (s.name.clone(), wordings(&s.id))).collect(),
    }
}
