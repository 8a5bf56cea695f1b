//! Look-ups in the corpus.

use crate::{Corpus, Explanation};
use model::folding::fold_phrase;
use model::{Aside, Cycle, Finding, FindingKey, Force, ForceId, Judgment, Report, ReportId, Subject, Theme, slugify};

impl Corpus {
    /// The force with this id.
    pub fn force(&self, id: &ForceId) -> Option<&Force> {
        self.forces.iter().find(|force| force.id == *id)
    }

    /// The report with this id.
    pub fn report(&self, id: &ReportId) -> Option<&Report> {
        self.reports.iter().find(|report| report.id == *id)
    }

    /// Reports with all that was read from them, in the order of the corpus, which is that of publication.
    pub fn in_order<'r>(&self, reports: &'r [Report]) -> Vec<&'r Report> {
        let mut reports: Vec<&Report> = reports.iter().collect();
        reports.sort_by_key(|report| self.reports.iter().position(|held| held.id == report.id));
        reports
    }

    /// What a short form or term in a finding of a report means: as that report says, or else another.
    pub fn explanation(&self, report: &Report, short: &str) -> Option<&Explanation> {
        // Those of one report come before those that hold everywhere.
        self.explanations.iter().find(|found| found.short == short && found.holds_in(report))
    }

    /// The reports on a force that are held, or that the reader has opened, oldest first.
    pub fn reports_on<'c>(&'c self, force: &'c ForceId) -> impl DoubleEndedIterator<Item = &'c Report> + 'c {
        self.reports.iter().filter(move |report| report.force.id == *force)
    }

    /// The same without those that the reader has opened: for what this site says of a force.
    pub fn held_reports_on<'c>(&'c self, force: &'c ForceId) -> impl DoubleEndedIterator<Item = &'c Report> + 'c {
        self.reports_on(force).filter(|report| !report.id.is_opened())
    }

    /// The finding with this key, and its report.
    pub fn finding(&self, key: &FindingKey) -> Option<(&Report, &Finding)> {
        let report = self.reports.iter().find(|report| report.id.as_str() == key.report_id())?;
        report.findings.iter().find(|f| f.key == *key).map(|finding| (report, finding))
    }

    /// Every finding with its report: the oldest report first, its findings in the order of the text.
    pub fn findings(&self) -> impl Iterator<Item = (&Report, &Finding)> {
        self.reports.iter().flat_map(|report| report.findings.iter().map(move |finding| (report, finding)))
    }

    /// The themes that label a finding, which is given by the index of its report and its own index in it.
    pub fn themes_of(&self, report_index: usize, finding_index: usize) -> impl Iterator<Item = &Theme> {
        let position = [report_index, finding_index];
        self.themes.iter().filter(move |theme| theme.findings.binary_search(&position).is_ok())
    }

    /// The asides of a page, given by its path.
    pub fn asides_of(&self, page: &str) -> &[Aside] {
        let start = self.asides.partition_point(|aside| *aside.page < *page);
        let after = &self.asides[start..];
        &after[..after.partition_point(|aside| aside.page == page)]
    }

    /// The cycle with this id: "2021/22".
    pub fn cycle(&self, id: &str) -> Option<&Cycle> {
        self.cycles.iter().find(|cycle| cycle.id == id)
    }

    /// The cycle that an address names: "2021-22" for 2021/22.
    pub fn cycle_in_address(&self, slug: &str) -> Option<&Cycle> {
        self.cycles.iter().find(|cycle| slugify(&cycle.id) == slug)
    }

    /// The subject of a judgment: the one that groups its question or area, under any of its names.
    pub fn subject_of_judgment(&self, judgment: &Judgment) -> Option<&Subject> {
        std::iter::once(&judgment.area).chain(&judgment.also_called).find_map(|name| self.subject_named(name))
    }

    /// The subject of a finding: that of its judgment or, if it has no judgment, of the first heading above it that has
    /// one.
    pub fn subject_of_finding(&self, report: &Report, finding: &Finding) -> Option<&Subject> {
        let judgment = finding.judgment.as_ref().and_then(|key| report.judgment(key));
        match judgment {
            Some(judgment) => self.subject_of_judgment(judgment),
            None => finding.section.iter().find_map(|heading| self.subject_named(heading)),
        }
    }

    /// The subject that groups a wording, ignoring differences in case and typography.
    pub fn subject_named(&self, wording: &str) -> Option<&Subject> {
        let wording = fold_phrase(wording);
        self.subjects.iter().find(|subject| subject.wordings.contains(&wording))
    }
}
