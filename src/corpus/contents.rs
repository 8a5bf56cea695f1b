//! How much each report contains, for pages that load nothing of it.

use crate::Corpus;
use model::{FindingKind, ForceId, Report, ReportId};
use serde::Serialize;

/// How many findings and numbers a report has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReportContents {
    /// The report.
    pub report: ReportId,
    /// Its force.
    pub force: ForceId,
    /// Its cycle.
    pub cycle: String,
    /// The number of its findings of each kind, in the order of [`FindingKind::ALL`].
    pub findings: Vec<usize>,
    /// The number of its measures.
    pub numbers: usize,
}

impl ReportContents {
    /// Counts what is in a report.
    pub fn of(report: &Report) -> ReportContents {
        let of_kind = |kind| report.findings.iter().filter(|finding| finding.kind == kind).count();
        ReportContents {
            report: report.id.clone(),
            force: report.force.id.clone(),
            cycle: report.cycle.clone(),
            findings: FindingKind::ALL.into_iter().map(of_kind).collect(),
            numbers: report.measures.len(),
        }
    }

    /// The number of its findings of a kind.
    pub fn findings_of_kind(&self, kind: FindingKind) -> usize {
        let at = FindingKind::ALL.into_iter().position(|other| other == kind);
        at.and_then(|at| self.findings.get(at)).copied().unwrap_or_default()
    }

    /// The number of its findings.
    pub fn all_findings(&self) -> usize {
        self.findings.iter().sum()
    }
}

impl Corpus {
    /// What the reports on a force contain, oldest first.
    pub fn contents_on<'c>(&'c self, force: &'c ForceId) -> impl DoubleEndedIterator<Item = &'c ReportContents> + 'c {
        self.contents.iter().filter(move |contents| contents.force == *force)
    }

    /// What a report contains.
    pub fn contents_of(&self, report: &ReportId) -> Option<&ReportContents> {
        self.contents.iter().find(|contents| contents.report == *report)
    }
}
