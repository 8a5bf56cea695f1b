//! The content of each page as plain data: texts, numbers, addresses and marked ranges, everything but the HTML.

pub mod abbreviations;
pub mod about;
pub mod catalogue;
pub mod caveats;
pub mod compare;
pub mod crosswalk;
pub mod deadlines;
pub mod description;
pub mod direction;
pub mod finding;
pub mod findings;
pub mod force;
pub mod glossary;
pub mod grade_filter;
pub mod grid;
pub mod headline;
pub mod home;
pub mod lead;
pub mod legend;
pub mod missing;
pub mod national;
pub mod newest_grades;
pub mod no_grade;
pub mod no_script;
pub mod now;
pub mod numbers;
pub mod passage;
pub mod phrasing;
pub mod public_grades;
pub mod reading;
pub mod report;
pub mod terms;
pub mod thread;
pub mod tile;
pub mod timeline;

use crate::library::Library;
use crate::route::{self, Anchor};
use crate::state::{State, View};
use corpus::Corpus;
use std::borrow::Cow;

/// A page, ready to be rendered.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// The address of the page itself. Links within the page need it: every page sets its base to the site's root, so a
    /// bare fragment would lead to the home page.
    pub own_address: String,
    /// The title for the browser's tab and history. The name of the page comes first.
    pub title: String,
    /// The content.
    pub content: PageContent,
}

/// The content of a page, by kind of page.
#[derive(Clone, Debug, PartialEq)]
pub enum PageContent {
    /// All forces.
    Home(Box<home::HomePage>),
    /// One force.
    Force(Box<force::ForcePage>),
    /// One report.
    Report(Box<report::ReportPage>),
    /// One finding.
    Finding(Box<finding::FindingPage>),
    /// A page whose content is not made here: it is a document of its own, or another program makes or completes it.
    Elsewhere(Introduction),
    /// A page for an address without a page.
    Missing(missing::MissingPage),
}

/// The beginning of a page whose content is not made here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Introduction {
    /// The heading.
    pub heading: &'static str,
    /// The name for the tab: the heading, or with what is chosen.
    pub name: Cow<'static, str>,
    /// Whether the page is a document of its own, which has its heading too.
    pub is_document: bool,
}

/// A link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The address: relative to the site's root, or absolute if it leads to another site.
    pub href: String,
    /// The text.
    pub text: String,
}

impl Link {
    /// A link to the page of a state.
    pub fn to(state: &State, text: impl Into<String>) -> Link {
        Link { href: route::address(state), text: text.into() }
    }

    /// A link to an anchor on the page of a state.
    pub fn to_anchor(state: &State, anchor: &Anchor, text: impl Into<String>) -> Link {
        Link { href: route::address_at(state, anchor), text: text.into() }
    }
}

/// The name of the product, which ends every title.
pub const PRODUCT: &str = "Force Findings";

/// Where the brief is stored and who can see it.
pub const BRIEF_STORAGE_NOTE: &str = "The brief is saved in this browser only. Nobody else can see it unless you share it. Clearing the browser's data, or \
     closing a private window, deletes it; a file that you save stays.";

/// The beginning of a page with this heading, which is also its name.
const fn introduction(heading: &'static str, is_document: bool) -> PageContent {
    PageContent::Elsewhere(Introduction { heading, name: Cow::Borrowed(heading), is_document })
}

/// Makes the page of a state. `text` is the source text that the page shows (see [`route::source_text_path`]); `None` until
/// it has been fetched.
pub fn select_page(library: &Library, state: &State, text: Option<&str>) -> Page {
    let corpus = library.corpus();
    let content = match &state.view {
        View::Home => PageContent::Home(Box::new(home::home_page(corpus, state))),
        View::Force(id) => match corpus.force(id) {
            Some(force) => PageContent::Force(Box::new(force::force_page(corpus, force, state))),
            None => PageContent::Missing(missing::for_force(id)),
        },
        View::Report(id) => match corpus.report(id) {
            Some(report) => PageContent::Report(Box::new(report::report_page(corpus, report, state, text))),
            None => PageContent::Missing(missing::for_report(id)),
        },
        View::Finding(key) => match corpus.finding(key) {
            Some((report, finding)) => {
                PageContent::Finding(Box::new(finding::finding_page(corpus, report, finding, text)))
            }
            None => PageContent::Missing(missing::for_finding(corpus, key)),
        },
        View::National => match national::unknown_cycle(corpus, state) {
            Some(cycle) => PageContent::Missing(missing::for_cycle(corpus, cycle)),
            None => PageContent::Elsewhere(national_introduction(corpus, state)),
        },
        View::Findings => introduction("Findings", false),
        View::Compare => introduction("Compare forces", false),
        View::Brief => introduction("Brief", false),
        View::Open => introduction("Open a report", false),
        View::Learn => introduction("Learn", false),
        View::Thread(_) => introduction("Thread", true),
        View::Deadlines => introduction("Deadlines", true),
        View::Glossary => introduction("Glossary", true),
        View::Crosswalk => introduction("How the questions changed", true),
        View::About => introduction("About", true),
        View::NotFound(path) => PageContent::Missing(missing::for_address(path)),
    };
    let name = content.name();
    let title = if name.is_empty() { PRODUCT.to_string() } else { format!("{name} - {PRODUCT}") };
    Page { own_address: format!("./{}", route::address(state)), title, content }
}

/// The id of the heading of the threads of a force or of a finding.
pub const THREADS: &str = "threads";

/// The id of the aside with the deadlines of a force or finding.
pub const DEADLINES: &str = "deadlines";

/// The label of a deadline that means no date, such as "immediately".
pub const NO_DATE: &str = "No date";

/// The beginning of the page of all forces, which names the round if one is chosen.
fn national_introduction(corpus: &Corpus, state: &State) -> Introduction {
    const HEADING: &str = "All forces";
    let name = match national::chosen_cycle(corpus, state) {
        Some(cycle) => format!("{HEADING} in {}", cycle.id).into(),
        None => HEADING.into(),
    };
    Introduction { heading: HEADING, name, is_document: false }
}

impl PageContent {
    /// The name of the page for the browser's tab; empty for the home page.
    fn name(&self) -> &str {
        match self {
            PageContent::Home(_) => "",
            PageContent::Force(page) => &page.name,
            PageContent::Report(page) => &page.heading,
            PageContent::Finding(page) => &page.tab_title,
            PageContent::Elsewhere(page) => &page.name,
            PageContent::Missing(page) => &page.heading,
        }
    }
}
