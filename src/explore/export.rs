//! What can be taken away from a page: a table as CSV or JSON, a quotation, a picture; each with where it is from.

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

/// Everything that an export is made from.
pub struct Exporter<'e> {
    /// The data.
    pub corpus: &'e Corpus,
    /// The findings made ready for search.
    pub catalogue: &'e Catalogue,
    /// The page that is shown.
    pub state: &'e State,
    /// The part of the page by the name of its place; empty for the page as a whole.
    pub of: &'e str,
    /// Where it is from.
    pub origin: &'e Origin,
    /// The styles of pictures, with colours in place of their names.
    pub style: &'e str,
}

/// What is handed to the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Payload {
    /// Words for the clipboard.
    Copy {
        /// What the words are: "Link".
        what: &'static str,
        /// The words.
        words: String,
    },
    /// A file.
    Save {
        /// The ending of its name: "csv".
        ending: &'static str,
        /// Its media type: "text/csv".
        media_type: &'static str,
        /// What is in it.
        content: String,
    },
    /// A picture, given as SVG, to be painted and saved as PNG.
    Paint {
        /// The picture.
        svg: String,
    },
}

impl Exporter<'_> {
    fn link(&self) -> Option<Payload> {
        Some(Payload::Copy { what: "Link", words: self.origin.address.clone() })
    }

    fn quotation(&self) -> Option<Payload> {
        let words = quotation(self.corpus, self.state, self.of, self.origin)?;
        Some(Payload::Copy { what: "Quotation", words })
    }

    fn sheet(&self) -> Option<Sheet> {
        sheet(self.corpus, self.catalogue, self.state, self.of)
    }

    fn csv(&self) -> Option<Payload> {
        let content = self.sheet()?.to_csv(self.origin);
        Some(Payload::Save { ending: "csv", media_type: "text/csv", content })
    }

    fn json(&self) -> Option<Payload> {
        let content = self.sheet()?.to_json(self.origin);
        Some(Payload::Save { ending: "json", media_type: "application/json", content })
    }

    fn drawing(&self) -> Option<String> {
        picture(self.corpus, self.state, self.of, self.origin, self.style)
    }

    fn svg(&self) -> Option<Payload> {
        Some(Payload::Save { ending: "svg", media_type: "image/svg+xml", content: self.drawing()? })
    }

    fn png(&self) -> Option<Payload> {
        Some(Payload::Paint { svg: self.drawing()? })
    }
}

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
        View::Compare => {
            let compared = compare::chosen(corpus, state);
            sheet::of_forces(corpus, &compared.0, &compared.1)
        }
        View::Crosswalk => sheet::of_crosswalk(corpus),
        View::Home | View::About | View::Brief | View::NotFound(_) => return None,
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
        View::Compare => compare::chips(corpus, state),
        _ => Vec::new(),
    };
    let query = query.map(|query| format!("Words: {query}"));
    query.into_iter().chain(chips.into_iter().map(|chip| chip.text)).collect()
}

/// A chart of the page, by the name of its place.
pub fn chart(corpus: &Corpus, state: &State, of: &str) -> Option<Chart> {
    let charts = match &state.view {
        View::Report(id) => numbers::numbers(corpus, corpus.report(id)?, None).charts,
        View::Finding(key) => {
            let (report, finding) = corpus.finding(key)?;
            numbers::numbers(corpus, report, Some(&finding.key)).charts
        }
        View::Force(id) => force::charts(corpus, corpus.force(id)?),
        _ => return None,
    };
    charts.into_iter().find(|chart| chart.anchor.to_string() == of)
}

/// A name for the file: the page's folder with hyphens.
pub fn file_name(state: &State, of: &str, ending: &str) -> String {
    let folder = model::slug(&crate::route::path(state));
    let of = if of.is_empty() { String::new() } else { format!("-{of}") };
    format!("force-findings-{folder}{of}.{ending}").replace("--", "-")
}
