//! Views: plain functions from page data to elements, one per file. They make no decisions about content.

mod about;
mod crosswalk;
mod deadlines;
mod facets;
mod finding;
mod findings;
mod force;
mod frame;
mod glossary;
mod home;
mod introduction;
mod no_script;
mod not_found;
mod numbers;
mod passage;
mod public_grades;
mod report;
mod search_box;
mod thread;
mod timeline;
mod timeline_list;
mod timeline_table;

pub use about::about_page;
pub use crosswalk::crosswalk_page;
pub use deadlines::deadlines_page;
pub use findings::findings_page;
pub use frame::{COMPARE_LINK, DataAge, SKIP_LINK, page_footer, page_header};
pub use glossary::glossary_page;
pub use introduction::lead_paragraph;
pub use no_script::no_script_section;
pub(crate) use search_box::typing_action;
pub use thread::thread_page;

use crate::node::Node;
use explore::pages::{Page, PageContent};
use explore::state::Action;
use explore::timeline::navigation::GridCell;

/// The content of a page.
///
/// `text_error` is the reason why the source text of the page could not be fetched. `cell` is the timeline cell that
/// arrow keys start from; `None` until the timeline is entered.
pub fn page_content(page: &Page, text_error: Option<&str>, cell: Option<GridCell>) -> Node<Action> {
    let own_address = page.own_address.as_str();
    match &page.content {
        PageContent::Home(home) => home::home_page(home),
        PageContent::Force(force) => force::force_page(force, own_address, cell),
        PageContent::Report(report) => report::report_page(report, own_address, text_error),
        PageContent::Finding(finding) => finding::finding_page(finding, text_error),
        PageContent::Elsewhere(introduction) => introduction::introduction_page(introduction),
        PageContent::Missing(missing) => not_found::not_found_page(missing),
    }
}
