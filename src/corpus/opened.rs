//! Reports that the reader has opened in the browser, which join those of the site there.

use crate::bundle_json::to_load_error;
use crate::collection::without_unshown_items;
use crate::decode::decode_single_report;
use crate::json::Json;
use crate::themes::themes_of_report;
use crate::{Corpus, LoadError, ReportContents};
use model::Report;
use std::borrow::Cow;

impl Corpus {
    /// A report that was opened, as the site's own are in the bundle, with its sentences about earlier work.
    pub fn report_to_json(report: Report) -> String {
        let references = report.references.clone();
        let report = Report { references, ..without_unshown_items(report) };
        serde_json::to_string(&report).expect("a report has only text keys")
    }

    /// Reads what [`Corpus::report_to_json`] wrote.
    ///
    /// # Errors
    /// If the text is not JSON, or not a report.
    pub fn report_from_json(json: &str) -> Result<Report, LoadError> {
        decode_single_report(&Json::parse(json).map_err(to_load_error)?)
    }

    /// The corpus without what the reader has opened: for what is said of all forces.
    pub fn of_site(&self) -> Cow<'_, Corpus> {
        if !self.reports.iter().any(|report| report.id.is_opened()) {
            return Cow::Borrowed(self);
        }
        let mut corpus = self.clone();
        while let Some(at) = corpus.reports.iter().position(|report| report.id.is_opened()) {
            let removed = corpus.reports.remove(at);
            corpus.contents.retain(|contents| contents.report != removed.id);
            for theme in &mut corpus.themes {
                theme.findings.retain(|position| position[0] != at);
                theme.findings.iter_mut().filter(|position| position[0] > at).for_each(|position| position[0] -= 1);
            }
        }
        Cow::Owned(corpus)
    }

    /// Adds a report that the reader has opened, at its place in order of date, before those of the site with the same date,
    /// and labels its findings. A report on a force
    /// or of a cycle that is not known here is left out, because no page would show it; so is one that is there already.
    pub fn add_opened(&mut self, report: Report) {
        let is_known = self.force(&report.force.id).is_some() && self.cycle(&report.cycle).is_some();
        if !is_known || self.report(&report.id).is_some() {
            return;
        }
        let date = |report: &Report| self.publication_of(report).map(|published| published.date);
        let at = self.reports.partition_point(|other| date(other) < date(&report));
        for theme in &mut self.themes {
            let later = theme.findings.iter_mut().filter(|position| position[0] >= at);
            later.for_each(|position| position[0] += 1);
        }
        for (theme, finding) in themes_of_report(&self.themes, &report) {
            let findings = &mut self.themes[theme].findings;
            let place = findings.partition_point(|position| *position < [at, finding]);
            findings.insert(place, [at, finding]);
        }
        self.contents.insert(at, ReportContents::of(&report));
        self.reports.insert(at, report);
    }
}
