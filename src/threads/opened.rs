//! Links between a report that is opened in the browser and the reports that are held. Nobody has read them, and they make no
//! threads of their own: the pages of threads are made ahead of time.

use crate::links::{StatedLink, SuggestedLink};
use crate::named_inspections::NamedInspection;
use crate::profile::Profiles;
use crate::review::Reviews;
use crate::stated;
use crate::suggested;
use crate::vocabulary::Vocabulary;
use corpus::Corpus;
use model::{FindingKey, Report, ReportId};

/// What an opened report and the reports held on its force have to do with each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenedLinks {
    /// The sentences of the opened report that speak of something that is held.
    pub stated: Vec<StatedLink>,
    /// Findings that may be about the same issue, in our reading: each time one of the opened report and one that is held.
    pub suggested: Vec<SuggestedLink>,
}

/// Links an opened report, which has been added to the corpus, with those that are held.
pub fn links_of_opened(corpus: &Corpus, id: &ReportId) -> OpenedLinks {
    let Some(opened) = corpus.report(id) else { return OpenedLinks::default() };
    // What a held version of the same report says is not said again, but the same.
    let inspection = |report: &Report| (report.programme.clone(), report.pillar.clone(), report.cycle.clone());
    let is_version = |report: &Report| report.force.id == opened.force.id && inspection(report) == inspection(opened);
    let is_counted = |report: &&Report| report.id == *id || !report.id.is_opened() && !is_version(report);
    let all: Vec<&Report> = corpus.reports.iter().filter(is_counted).collect();
    let of_force: Vec<&Report> = all.iter().filter(|report| report.force.id == opened.force.id).copied().collect();
    let vocabulary = Vocabulary::from_rows(&corpus.issues.tables.terms);
    let inspections = NamedInspection::from_rows(&corpus.issues.tables.inspections);
    let profiles = Profiles::of_force(corpus, &all, &vocabulary, &opened.force.id);
    let is_own = |key: &FindingKey| key.report_id() == id.as_str();
    let mut links = OpenedLinks {
        stated: stated::stated_links(corpus, &of_force, &profiles, &inspections),
        suggested: suggested::suggested_links(&profiles, &Reviews::none()),
    };
    links.stated.retain(|link| link.report == *id && link.target.is_some());
    links.suggested.retain(|link| is_own(&link.a) || is_own(&link.b));
    links
}
