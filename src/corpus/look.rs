//! Looking things up in the bundle.

use crate::Corpus;
use model::fold::fold;
use model::{Cycle, Finding, FindingKey, Force, ForceId, Judgment, Report, ReportId, Subject, When};

/// When a report came out, and whether the report itself says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Published<'c> {
    pub when: When,
    /// The page that the date is from, where the report prints none.
    pub from_website: Option<&'c str>,
}

impl Corpus {
    /// The force with this id.
    pub fn force(&self, id: &ForceId) -> Option<&Force> {
        self.forces.iter().find(|force| force.id == *id)
    }

    /// The report with this id.
    pub fn report(&self, id: &ReportId) -> Option<&Report> {
        self.reports.iter().find(|report| report.id == *id)
    }

    /// The reports held on one force, oldest first.
    pub fn reports_on<'c>(&'c self, force: &'c ForceId) -> impl DoubleEndedIterator<Item = &'c Report> + 'c {
        self.reports.iter().filter(move |report| report.force.id == *force)
    }

    /// The finding with this key, and its report.
    pub fn finding(&self, key: &FindingKey) -> Option<(&Report, &Finding)> {
        let report = self
            .reports
            .iter()
            .find(|r| key.as_str().strip_prefix(r.id.as_str()).is_some_and(|k| k.starts_with('/')))?;
        report.findings.iter().find(|f| f.key == *key).map(|finding| (report, finding))
    }

    /// Every finding with its report, reports oldest first, findings as printed.
    pub fn findings(&self) -> impl Iterator<Item = (&Report, &Finding)> {
        self.reports.iter().flat_map(|report| report.findings.iter().map(move |finding| (report, finding)))
    }

    /// The cycle of this name.
    pub fn cycle(&self, id: &str) -> Option<&Cycle> {
        self.cycles.iter().find(|cycle| cycle.id == id)
    }

    /// When the report came out: as printed, or else as the inspectorate's website says.
    pub fn published<'c>(&'c self, report: &Report) -> Option<Published<'c>> {
        if let Some(when) = report.published {
            return Some(Published { when, from_website: None });
        }
        let is_of_report = |what: &str| report.pillar.as_deref() == Some(what) || what.starts_with(&report.programme);
        let date = self.publication_dates.iter().find(|d| d.cycle == report.cycle && is_of_report(&d.what))?;
        Some(Published { when: date.published, from_website: Some(&date.source_url) })
    }

    /// The subject that groups this question or area, where one does.
    pub fn subject_of(&self, judgment: &Judgment) -> Option<&Subject> {
        std::iter::once(&judgment.area).chain(&judgment.also_called).find_map(|name| self.subject_named(name))
    }

    /// The subject of a finding: that of its judgment, or of the heading that it stands under.
    pub fn subject_of_finding(&self, report: &Report, finding: &Finding) -> Option<&Subject> {
        let judgment = finding.judgment.as_ref().and_then(|key| report.judgment(key));
        match judgment {
            Some(judgment) => self.subject_of(judgment),
            None => finding.section.iter().find_map(|heading| self.subject_named(heading)),
        }
    }

    /// The subject that groups a wording, however it is cased and quoted.
    pub fn subject_named(&self, wording: &str) -> Option<&Subject> {
        let wording = fold(wording);
        self.subjects.iter().find(|subject| subject.wordings.contains(&wording))
    }
}
