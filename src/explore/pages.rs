//! The content of each page as plain data: texts, numbers, addresses and marked ranges, everything but the HTML.

pub mod abbreviations;
pub mod about;
pub mod catalogue;
pub mod caveats;
pub mod compare;
pub mod crosswalk;
pub mod finding;
pub mod findings;
pub mod force;
pub mod grade_filter;
pub mod grid;
pub mod headline;
pub mod home;
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
    /// A short description for search results and previews.
    pub description: String,
    /// The content.
    pub content: PageContent,
}

/// The content of a page, by kind of page.
#[derive(Clone, Debug, PartialEq)]
pub enum PageContent {
    /// All forces.
    Home(home::HomePage),
    /// One force.
    Force(Box<force::ForcePage>),
    /// One report.
    Report(Box<report::ReportPage>),
    /// One finding.
    Finding(Box<finding::FindingPage>),
    /// The list of findings, with search and facets.
    Findings(Box<findings::FindingsPage>),
    /// A page whose content is not made here: it is a document of its own, or the second program completes it.
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
    /// A short description for search results and previews.
    pub description: Cow<'static, str>,
    /// The paragraph under the heading; empty for pages that are documents of their own.
    pub lead: &'static str,
    /// The class of the page's element, in addition to that of all pages.
    pub class_name: &'static str,
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

const COMPARE_INTRODUCTION: Introduction = Introduction {
    heading: "Compare forces",
    name: Cow::Borrowed("Compare forces"),
    description: Cow::Borrowed("Grades of two or more forces side by side, cycle by cycle, in alphabetical order."),
    lead: "Forces side by side, in alphabetical order, round by round; choose a subject to see it in every round.",
    class_name: "compare",
};
const NATIONAL_INTRODUCTION: Introduction = Introduction {
    heading: "All forces",
    name: Cow::Borrowed("All forces"),
    description: Cow::Borrowed(
        "The grades of all 43 forces in one round of inspections, by area or question, in alphabetical order or \
                  by region.",
    ),
    lead: "Every force in one round of inspections, by subject. Forces are never sorted by grade. A grade that is not \
           known here is shown as not known: it may be any grade.",
    class_name: "national",
};
const BRIEF_INTRODUCTION: Introduction = Introduction {
    heading: "Brief",
    name: Cow::Borrowed("Brief"),
    description: Cow::Borrowed("Put together what to show at a briefing, then present it, print it or share it."),
    lead: "What you want to show, in order. Add timelines, comparisons, findings and numbers with “Add to brief” on \
           any page; arrange them here; then present them in full screen, print them or share them.",
    class_name: "brief",
};
const CROSSWALK_INTRODUCTION: Introduction = Introduction {
    heading: "How the questions changed",
    name: Cow::Borrowed("How the questions changed"),
    description: Cow::Borrowed("How each cycle worded the question or area of each subject, side by side."),
    lead: "",
    class_name: "crosswalk-page",
};
const ABOUT_INTRODUCTION: Introduction = Introduction {
    heading: "About",
    name: Cow::Borrowed("About"),
    description: Cow::Borrowed("What this site holds and what it does not, how it was made, and the licence."),
    lead: "",
    class_name: "about",
};

/// Makes the page of a state. `text` is the source text that the page shows (see [`route::source_text_path`]); `None` until
/// it has been fetched.
pub fn select_page(library: &Library, state: &State, text: Option<&str>) -> Page {
    let corpus = library.corpus();
    let content = match &state.view {
        View::Home => PageContent::Home(home::home_page(corpus, state)),
        View::Findings => PageContent::Findings(Box::new(findings::findings_page(library, state))),
        View::Force(id) => match corpus.force(id) {
            Some(force) => PageContent::Force(Box::new(force::force_page(corpus, force, state))),
            None => PageContent::Missing(missing::for_force(id)),
        },
        View::Report(id) => match corpus.report(id) {
            Some(report) => PageContent::Report(Box::new(report::report_page(library, report, state, text))),
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
        View::Compare => PageContent::Elsewhere(COMPARE_INTRODUCTION),
        View::Brief => PageContent::Elsewhere(BRIEF_INTRODUCTION),
        View::Crosswalk => PageContent::Elsewhere(CROSSWALK_INTRODUCTION),
        View::About => PageContent::Elsewhere(ABOUT_INTRODUCTION),
        View::NotFound(path) => PageContent::Missing(missing::for_address(path)),
    };
    let (name, description) = content.name_and_description();
    let title = if name.is_empty() { PRODUCT.to_string() } else { format!("{name} - {PRODUCT}") };
    Page { own_address: format!("./{}", route::address(state)), title, description, content }
}

/// The beginning of the page of all forces, which names the round if one is chosen.
fn national_introduction(corpus: &Corpus, state: &State) -> Introduction {
    match national::chosen_cycle(corpus, state) {
        Some(cycle) => Introduction {
            name: format!("All forces in {}", cycle.id).into(),
            description: format!(
                "The grades of all {} forces in the inspections of {}, by area or question, and what is not known of them.",
                corpus.forces.len(),
                cycle.id
            )
            .into(),
            ..NATIONAL_INTRODUCTION
        },
        None => NATIONAL_INTRODUCTION,
    }
}

impl PageContent {
    fn name_and_description(&self) -> (String, String) {
        let (name, description) = match self {
            PageContent::Home(home) => ("", home.introduction.as_str()),
            PageContent::Force(page) => (page.name.as_str(), page.headline.as_str()),
            PageContent::Report(page) => {
                return (page.heading.clone(), caveat_first(page.not_newest_notice.as_ref(), &page.summary));
            }
            PageContent::Finding(page) => {
                let words = format!("“{}” Published {}.", page.text.text, page.published);
                return (page.tab_title.clone(), caveat_first(page.not_newest_notice.as_ref(), &words));
            }
            PageContent::Findings(page) => ("Findings", page.count.as_str()),
            PageContent::Elsewhere(page) => (&*page.name, &*page.description),
            PageContent::Missing(page) => (page.heading.as_str(), page.explanation.as_str()),
        };
        (name.to_string(), description.to_string())
    }
}

/// A description with its caveat, which comes first because previews of links cut what is long.
fn caveat_first(caveat: Option<&Link>, words: &str) -> String {
    caveat.map_or_else(|| words.to_string(), |caveat| format!("{} {words}", caveat.text))
}
