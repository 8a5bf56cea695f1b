//! Views: plain functions from page data to elements, one per file. They make no decisions about content.

mod about;
mod crosswalk;
mod elsewhere;
mod facets;
mod finding;
mod findings;
mod force;
mod frame;
mod home;
mod missing;
mod no_script;
mod numbers;
mod passage;
mod public_grades;
mod report;
mod search_box;
mod timeline;
mod timeline_list;
mod timeline_table;

pub use about::about;
pub use crosswalk::crosswalk;
pub use frame::{footer, header};
pub use no_script::no_script;

use crate::node::Node;
use explore::pages::{Content, Page};
use explore::state::Action;
use explore::timeline::keys::Cell;

/// The content of a page.
///
/// `text_error` is the reason why the source text of the page could not be fetched. `cell` is the timeline cell that
/// arrow keys start from; `None` until the timeline is entered.
pub fn content(page: &Page, text_error: Option<&str>, cell: Option<Cell>) -> Node<Action> {
    let here = page.own_address.as_str();
    match &page.content {
        Content::Home(home) => home::home(home),
        Content::Force(force) => force::force(force, here, cell),
        Content::Report(report) => report::report(report, here, text_error),
        Content::Finding(finding) => finding::finding(finding, text_error),
        Content::Findings(findings) => findings::findings(findings, here),
        Content::Elsewhere(introduction) => elsewhere::elsewhere(introduction),
        Content::Missing(missing) => missing::missing(missing),
    }
}
