//! What can be taken away from a page: a table as CSV or JSON, a quotation, a picture; each with where it is from.

mod picture;
mod quotation;
mod sheet;

pub use picture::picture;
pub use quotation::quotation;
pub use sheet::Sheet;

use crate::corpus::Corpus;
use crate::screen::catalogue::Catalogue;
use crate::state::{State, Still, View};

/// What everything that is taken away carries with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The whole address of the page.
    pub address: String,
    /// The address of the site's root.
    pub root: String,
    /// When the site was built: "2026-11-21".
    pub built: String,
    /// The name of the data file, which changes with the data.
    pub data: String,
}

/// What the file is called that holds the whole site.
pub const SINGLE_FILE: &str = "force-findings.html";

/// The acknowledgement that the Open Government Licence asks for.
pub const LICENCE: &str = "Contains public sector information licensed under the Open Government Licence v3.0.";

/// The table of what a page shows; `of` names a chart on it, or nothing for the page as a whole.
pub fn sheet(corpus: &Corpus, catalogue: &Catalogue, state: &State, of: &str) -> Option<Sheet> {
    let mut sheet = match &state.view {
        _ if !of.is_empty() => sheet::of_chart(&chart(corpus, state, of)?),
        View::Findings => sheet::of_findings(corpus, catalogue, state),
        View::Report(id) => sheet::of_report(corpus, corpus.report(id)?),
        View::Finding(key) => {
            let (report, finding) = corpus.finding(key)?;
            sheet::of_finding(corpus, report, finding)
        }
        View::Force(id) => sheet::of_forces(corpus, &[corpus.force(id)?], &[]),
        View::Still(Still::Compare) => {
            let compared = super::compare::chosen(corpus, state);
            sheet::of_forces(corpus, &compared.0, &compared.1)
        }
        View::Still(Still::Crosswalk) => sheet::of_crosswalk(corpus),
        View::Home | View::Still(Still::About | Still::Brief) | View::NotFound(_) => return None,
    };
    let filters = filters(corpus, catalogue, state);
    if of.is_empty() && !filters.is_empty() {
        sheet.about.insert(1, format!("Narrowed down by {}", filters.join("; ")));
    }
    Some(sheet)
}

/// What a page was narrowed down by, in words.
pub fn filters(corpus: &Corpus, catalogue: &Catalogue, state: &State) -> Vec<String> {
    let query = Some(&state.query).filter(|query| !query.is_empty() && state.view == View::Findings);
    let chips = match state.view {
        View::Findings => catalogue.facets.chips(corpus, state),
        View::Still(Still::Compare) => super::compare::chips(corpus, state),
        _ => Vec::new(),
    };
    let query = query.map(|query| format!("Words: {query}"));
    query.into_iter().chain(chips.into_iter().map(|chip| chip.text)).collect()
}

/// A chart of the page, by the name of its place.
pub fn chart(corpus: &Corpus, state: &State, of: &str) -> Option<super::numbers::Chart> {
    let charts = match &state.view {
        View::Report(id) => super::numbers::numbers(corpus, corpus.report(id)?, None).charts,
        View::Finding(key) => {
            let (report, finding) = corpus.finding(key)?;
            super::numbers::numbers(corpus, report, Some(&finding.key)).charts
        }
        View::Force(id) => super::force::charts(corpus, corpus.force(id)?),
        _ => return None,
    };
    charts.into_iter().find(|chart| chart.anchor == of)
}

/// A name for the file: the page's folder with hyphens.
pub fn file_name(state: &State, of: &str, ending: &str) -> String {
    let folder = crate::model::slug(&crate::route::path(state));
    let of = if of.is_empty() { String::new() } else { format!("-{of}") };
    format!("force-findings-{folder}{of}.{ending}").replace("--", "-")
}
