//! What each view shows, as words, numbers, addresses and marked ranges: everything but the HTML.

pub mod about;
pub mod catalogue;
pub mod compare;
pub mod crosswalk;
pub mod finding;
pub mod findings;
pub mod force;
pub mod grid;
pub mod headline;
pub mod home;
pub mod latest;
pub mod missing;
pub mod names;
pub mod no_script;
pub mod numbers;
pub mod passage;
pub mod public_grades;
pub mod report;
pub mod short_forms;
pub mod tile;
pub mod timeline;

use crate::route::{self, Anchor};
use crate::state::{State, View};
use catalogue::Catalogue;
use corpus::Corpus;

/// A page before it is rendered.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// The address of this very page: with a page's base set elsewhere, a bare `#place` would lead away from it.
    pub here: String,
    /// For the browser's tab and history: the page's own name first.
    pub title: String,
    /// One sentence for search results and previews.
    pub description: String,
    /// What is on it.
    pub content: Content,
}

/// What is on a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// All forces.
    Home(home::Home),
    /// One force.
    Force(Box<force::ForcePage>),
    /// One report.
    Report(Box<report::ReportPage>),
    /// One finding.
    Finding(Box<finding::FindingPage>),
    /// Search and facets.
    Findings(Box<findings::FindingsPage>),
    /// A page whose content comes from elsewhere: it is a document of its own, or the second program completes it.
    Elsewhere(Introduction),
    /// An address that names nothing here.
    Missing(missing::Missing),
}

/// How a page begins whose content comes from elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Introduction {
    /// Its heading.
    pub name: &'static str,
    /// One sentence for search results and previews.
    pub description: &'static str,
    /// What stands under its heading; empty for documents of their own.
    pub lead: &'static str,
    /// The class of the page beside that of all pages.
    pub class: &'static str,
}

/// A link by its address relative to the site's root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The address.
    pub href: String,
    /// The words.
    pub text: String,
}

impl Link {
    /// A link to a state's page.
    pub fn to(state: &State, text: impl Into<String>) -> Link {
        Link { href: route::address(state), text: text.into() }
    }

    /// A link to a place on a state's page.
    pub fn to_place(state: &State, anchor: &Anchor, text: impl Into<String>) -> Link {
        Link { href: route::address_at(state, anchor), text: text.into() }
    }
}

/// The name of the product, as the last part of every title.
pub const PRODUCT: &str = "Force Findings";

/// How long a brief lasts and who sees it.
pub const BRIEF_IS_KEPT: &str = "The brief is kept in this browser only. Nobody else sees it unless you share it.";

const COMPARE: Introduction = Introduction {
    name: "Compare forces",
    description: "Grades of two or more forces side by side, cycle by cycle, in the order of their names.",
    lead: "Forces side by side on the same columns, in the order of their names. Nothing joins grades across a break.",
    class: "compare",
};
const BRIEF: Introduction = Introduction {
    name: "Brief",
    description: "What to show at a briefing, in order: present it, print it, share it.",
    lead: "What you want to show, in order. Add timelines, comparisons, findings and numbers with “Add to brief” on \
           any page; arrange them here; then present them over the whole screen, print them, or share them.",
    class: "brief",
};
const CROSSWALK: Introduction = Introduction {
    name: "How the questions changed",
    description: "How each cycle worded the question or area of each subject, side by side.",
    lead: "",
    class: "crosswalk-page",
};
const ABOUT: Introduction = Introduction {
    name: "About",
    description: "What is held and what is not, how it was made, and the licence.",
    lead: "",
    class: "about",
};

/// Selects what to show. `text` is the source text that the page shows ([`route::needed_text`]), once it is there.
pub fn select(corpus: &Corpus, catalogue: &Catalogue, state: &State, text: Option<&str>) -> Page {
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
        View::Compare => Content::Elsewhere(COMPARE),
        View::Brief => Content::Elsewhere(BRIEF),
        View::Crosswalk => Content::Elsewhere(CROSSWALK),
        View::About => Content::Elsewhere(ABOUT),
        View::NotFound(path) => Content::Missing(missing::address(path)),
    };
    let (name, description) = content.name_and_description();
    let title = if name.is_empty() { PRODUCT.to_string() } else { format!("{name} - {PRODUCT}") };
    Page { here: format!("./{}", route::address(state)), title, description, content }
}

impl Content {
    fn name_and_description(&self) -> (String, String) {
        let (name, description) = match self {
            Content::Home(home) => ("", home.introduction.as_str()),
            Content::Force(page) => (page.name.as_str(), page.headline.as_str()),
            Content::Report(page) => (page.heading.as_str(), page.summary.as_str()),
            Content::Finding(page) => (page.short.as_str(), page.words.text.as_str()),
            Content::Findings(page) => ("Findings", page.count.as_str()),
            Content::Elsewhere(page) => (page.name, page.description),
            Content::Missing(page) => (page.heading.as_str(), page.explanation.as_str()),
        };
        (name.to_string(), description.to_string())
    }
}
