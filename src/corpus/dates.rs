//! When and where reports were published, and how that is known.

use crate::Corpus;
use model::{DateSpan, ForceId, PageSource, Report, ReportId};
use serde::Serialize;

/// When a set of reports was published, according to the inspectorate's website (`data/publication-dates.csv`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PublicationDate {
    /// The cycle of the reports: "2018/19".
    pub cycle: String,
    /// Which reports of the cycle, by pillar or programme: "Effectiveness", "Crime inspection (PEEL)".
    pub what: String,
    /// The date, only as precise as the website gives it.
    pub published: DateSpan,
    /// The page of the website that gives it.
    pub source_url: String,
}

/// When the report on one force was published, according to a public page (`data/report-dates.csv`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReportDate {
    /// The force.
    pub force: ForceId,
    /// The cycle of the report.
    pub cycle: String,
    /// The date, only as precise as the page gives it.
    pub published: DateSpan,
    /// Another date that another page gives.
    pub also_given: Option<DateSpan>,
    /// Who published the page.
    pub source: PageSource,
    /// The page that gives it.
    pub url: String,
}

/// Where a report was published (`data/publications.csv`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReportAddress {
    /// The report.
    pub report: ReportId,
    /// The address of the inspectorate's page for it.
    pub url: String,
}

/// When a report was published, and how that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Publication<'c> {
    /// The date of publication.
    pub date: DateSpan,
    /// Another date that another page gives.
    pub also_given: Option<DateSpan>,
    /// Where the date is from.
    pub source: DateSource<'c>,
}

/// Where a date of publication is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateSource<'c> {
    /// The report prints it.
    Report,
    /// A public page gives it.
    Page {
        /// Who published the page.
        source: PageSource,
        /// Its address.
        url: &'c str,
    },
}

impl Corpus {
    /// When a report was published: the date that it prints or, failing that, one that a public page gives.
    pub fn publication_of<'c>(&'c self, report: &Report) -> Option<Publication<'c>> {
        if let Some(date) = report.published {
            return Some(Publication { date, also_given: None, source: DateSource::Report });
        }
        let covers_all_pillars = report.pillar.is_none();
        let own = covers_all_pillars.then(|| self.publication_of_cycle(&report.force.id, &report.cycle)).flatten();
        own.or_else(|| {
            let includes_report =
                |what: &str| report.pillar.as_deref() == Some(what) || what.starts_with(&report.programme);
            let set = self.publication_dates.iter().find(|d| d.cycle == report.cycle && includes_report(&d.what))?;
            let source = DateSource::Page { source: PageSource::Inspectorate, url: &set.source_url };
            Some(Publication { date: set.published, also_given: None, source })
        })
    }

    /// When the report of a cycle on a force was published, as a public page gives it; `None` if no page is known that
    /// does.
    pub fn publication_of_cycle<'c>(&'c self, force: &ForceId, cycle: &str) -> Option<Publication<'c>> {
        let given = self.report_dates.iter().find(|date| date.force == *force && date.cycle == cycle)?;
        let source = DateSource::Page { source: given.source, url: &given.url };
        Some(Publication { date: given.published, also_given: given.also_given, source })
    }

    /// The inspectorate's page for a report; `None` if its address is not known.
    pub fn address_of(&self, report: &Report) -> Option<&str> {
        let known = self.report_addresses.iter().find(|known| known.report == report.id)?;
        Some(known.url.as_str())
    }
}
