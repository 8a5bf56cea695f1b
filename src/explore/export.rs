//! Exports of a page or a part of it: a link, a quotation, a table as CSV or JSON, or a picture. Each names its source.

mod kind;
mod picture;
mod quotation;
mod sheet;

pub use kind::Export;
pub use picture::picture;
pub use quotation::quotation;
pub use sheet::Sheet;

use crate::pages::catalogue::Catalogue;
use crate::pages::{compare, force, numbers};
use crate::state::{State, View};
use corpus::Corpus;
use numbers::Chart;

/// Where an export is from. Every export contains it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The absolute address of the page.
    pub address: String,
    /// The absolute address of the site's root.
    pub site_root: String,
    /// The date on which the site was built: "2026-11-21".
    pub build_date: String,
    /// The name of the data file, which changes with the data.
    pub data_file: String,
}

/// The name of the file that contains the whole site.
pub const SINGLE_FILE: &str = "force-findings.html";

/// The acknowledgement that the Open Government Licence requires.
pub const LICENCE: &str = "Contains public sector information licensed under the Open Government Licence v3.0.";

/// Makes exports of a page.
pub struct Exporter<'e> {
    /// The data.
    pub corpus: &'e Corpus,
    /// The findings, prepared for searching.
    pub catalogue: &'e Catalogue,
    /// The state of the page.
    pub state: &'e State,
    /// The anchor of a part of the page; empty for the whole page.
    pub anchor: &'e str,
    /// Where the export is from.
    pub origin: &'e Origin,
    /// The CSS for pictures, with literal colours in place of custom properties.
    pub style: &'e str,
}

/// An export, and what the browser is to do with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Payload {
    /// Copy a text to the clipboard.
    Copy {
        /// What the text is, for messages: "Link".
        name: &'static str,
        /// The text.
        text: String,
    },
    /// Save a file.
    Save {
        /// The extension of its name: "csv".
        extension: &'static str,
        /// Its media type: "text/csv".
        media_type: &'static str,
        /// Its content.
        content: String,
    },
    /// Draw a picture and save it as PNG.
    Paint {
        /// The picture as SVG.
        svg: String,
    },
}

impl Exporter<'_> {
    fn link(&self) -> Option<Payload> {
        Some(Payload::Copy { name: "Link", text: self.origin.address.clone() })
    }

    fn quotation(&self) -> Option<Payload> {
        let words = quotation(self.corpus, self.state, self.anchor, self.origin)?;
        Some(Payload::Copy { name: "Quotation", text: words })
    }

    fn sheet(&self) -> Option<Sheet> {
        sheet(self.corpus, self.catalogue, self.state, self.anchor)
    }

    fn csv(&self) -> Option<Payload> {
        let content = self.sheet()?.to_csv(self.origin);
        Some(Payload::Save { extension: "csv", media_type: "text/csv", content })
    }

    fn json(&self) -> Option<Payload> {
        let content = self.sheet()?.to_json(self.origin);
        Some(Payload::Save { extension: "json", media_type: "application/json", content })
    }

    fn drawing(&self) -> Option<String> {
        picture(self.corpus, self.state, self.anchor, self.origin, self.style)
    }

    fn svg(&self) -> Option<Payload> {
        Some(Payload::Save { extension: "svg", media_type: "image/svg+xml", content: self.drawing()? })
    }

    fn png(&self) -> Option<Payload> {
        Some(Payload::Paint { svg: self.drawing()? })
    }
}

/// The table of a page or, if `anchor` is not empty, of the chart with that anchor. `None` if there is no such table.
pub fn sheet(corpus: &Corpus, catalogue: &Catalogue, state: &State, anchor: &str) -> Option<Sheet> {
    let mut sheet = match &state.view {
        _ if !anchor.is_empty() => sheet::of_chart(&chart(corpus, state, anchor)?),
        View::Findings => sheet::of_findings(corpus, catalogue, state),
        View::Report(id) => sheet::of_report(corpus, corpus.report(id)?),
        View::Finding(key) => {
            let (report, finding) = corpus.finding(key)?;
            sheet::of_finding(corpus, report, finding)
        }
        View::Force(id) => sheet::of_forces(corpus, &[corpus.force(id)?], &[]),
        View::Compare => {
            let compared = compare::chosen(corpus, state);
            sheet::of_forces(corpus, &compared.0, &compared.1)
        }
        View::Crosswalk => sheet::crosswalk_sheet(corpus),
        View::Home | View::About | View::Brief | View::NotFound(_) => return None,
    };
    let filters = filters(corpus, catalogue, state);
    if anchor.is_empty() && !filters.is_empty() {
        sheet.notes.insert(1, format!("Filtered by {}", filters.join("; ")));
    }
    Some(sheet)
}

/// The search words and chosen values that filter a page, in words: "Force: Warwickshire Police".
pub fn filters(corpus: &Corpus, catalogue: &Catalogue, state: &State) -> Vec<String> {
    let query = Some(&state.query).filter(|query| !query.is_empty() && state.view == View::Findings);
    let chips = match state.view {
        View::Findings => catalogue.facets.chips(corpus, state),
        View::Compare => compare::chips(corpus, state),
        _ => Vec::new(),
    };
    let query = query.map(|query| format!("Search words: {query}"));
    query.into_iter().chain(chips.into_iter().map(|chip| chip.label)).collect()
}

/// The chart of a page with this anchor.
pub fn chart(corpus: &Corpus, state: &State, anchor: &str) -> Option<Chart> {
    let charts = match &state.view {
        View::Report(id) => numbers::numbers(corpus, corpus.report(id)?, None).charts,
        View::Finding(key) => {
            let (report, finding) = corpus.finding(key)?;
            numbers::numbers(corpus, report, Some(&finding.key)).charts
        }
        View::Force(id) => force::charts(corpus, corpus.force(id)?),
        _ => return None,
    };
    charts.into_iter().find(|chart| chart.anchor.to_string() == anchor)
}

/// The name for an exported file: "force-findings-force-kent.csv" for the path "force/kent/".
pub fn file_name(state: &State, anchor: &str, extension: &str) -> String {
    let page = model::slugify(&crate::route::path(state));
    let suffix = if anchor.is_empty() { String::new() } else { format!("-{anchor}") };
    format!("force-findings-{page}{suffix}.{extension}").replace("--", "-")
}
