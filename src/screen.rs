//! What each view shows, as words, numbers, addresses and marked ranges: everything but the HTML.

pub mod about;
pub mod brief;
pub mod catalogue;
pub mod compare;
pub mod crosswalk;
pub mod facets;
pub mod finding;
pub mod findings;
pub mod force;
pub mod grid;
pub mod headline;
pub mod home;
pub mod known;
pub mod latest;
pub mod missing;
pub mod names;
pub mod numbers;
pub mod passage;
pub mod report;
pub mod sent;
pub mod short_forms;
pub mod take;
pub mod tile;
pub mod timeline;
pub mod unscripted;

use crate::corpus::Corpus;
use crate::state::{State, View};
use catalogue::Catalogue;

/// A page before it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Screen {
    /// The address of this very page: with a page's base set elsewhere, a bare `#place` would lead away from it.
    pub here: String,
    /// For the browser's tab and history: the page's own name first.
    pub title: String,
    /// One sentence for search results and previews.
    pub description: String,
    pub content: Content,
}

/// The one view that is shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    Home(home::Home),
    Force(Box<force::ForcePage>),
    Report(Box<report::ReportPage>),
    Finding(Box<finding::FindingPage>),
    Findings(Box<findings::FindingsPage>),
    Sent(sent::Sent),
    Missing(missing::Missing),
}

/// A link by its address relative to the site's root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub href: String,
    pub text: String,
}

impl Link {
    /// A link to a state's page.
    pub fn to(state: &State, text: impl Into<String>) -> Link {
        Link { href: crate::route::address(state), text: text.into() }
    }
}

/// The name of the product, as the last part of every title.
pub const PRODUCT: &str = "Force Findings";

/// Selects what to show. `text` is the text that the page needs ([`crate::route::needed`]), once it is there.
pub fn select(corpus: &Corpus, catalogue: &Catalogue, state: &State, text: Option<&str>) -> Screen {
    let content = match &state.view {
        View::Home => Content::Home(home::home(corpus, state)),
        View::Findings => Content::Findings(Box::new(findings::findings(corpus, catalogue, state))),
        View::Force(id) => match corpus.force(id) {
            Some(force) => Content::Force(Box::new(force::force(corpus, force, state))),
            None => Content::Missing(missing::force(id)),
        },
        View::Report(id) => match corpus.report(id) {
            Some(report) => Content::Report(Box::new(report::report(corpus, catalogue, report, state, text))),
            None => Content::Missing(missing::report(id)),
        },
        View::Finding(key) => match corpus.finding(key) {
            Some((report, finding)) => Content::Finding(Box::new(finding::finding(corpus, report, finding, text))),
            None => Content::Missing(missing::finding(corpus, key)),
        },
        View::NotFound(path) => Content::Missing(missing::address(path)),
        View::Still(page) => Content::Sent(sent::sent(*page, text)),
    };
    let (name, description) = content.about_itself();
    let title = if name.is_empty() { PRODUCT.to_string() } else { format!("{name} - {PRODUCT}") };
    Screen { here: format!("./{}", crate::route::address(state)), title, description, content }
}

impl Content {
    fn about_itself(&self) -> (String, String) {
        let (name, description) = match self {
            Content::Home(home) => ("", home.introduction.as_str()),
            Content::Force(page) => (page.name.as_str(), page.headline.as_str()),
            Content::Report(page) => (page.heading.as_str(), page.summary.as_str()),
            Content::Finding(page) => (page.short.as_str(), page.words.text.as_str()),
            Content::Findings(page) => ("Findings", page.count.as_str()),
            Content::Sent(page) => (page.name, page.description),
            Content::Missing(page) => (page.heading.as_str(), page.explanation.as_str()),
        };
        (name.to_string(), description.to_string())
    }
}
