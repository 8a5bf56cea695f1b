//! Views: plain functions from what is shown to HTML. One a file; they decide nothing.

#[cfg(feature = "ssr")]
mod about;
#[cfg(feature = "ssr")]
mod crosswalk;
mod facets;
mod finding;
mod findings;
mod force;
mod frame;
mod home;
mod known;
mod missing;
mod numbers;
mod passage;
mod report;
mod search_box;
mod still;
pub mod timeline;
mod timeline_list;
mod timeline_table;

use crate::markup::{chips, parts, tag, tile};
#[cfg(feature = "ssr")]
use crate::screen::sent::Drawn;
use crate::screen::{Content, Screen};
use crate::state::Action;
use tag::Tag;
use timeline::Place;
use yew::Callback;

/// A whole page. `text_error` says why the source text that the page needs could not be fetched; `cell` is where in the
/// timeline the keys have come to, and `enter` is told where they go.
pub fn page(
    screen: &Screen,
    text_error: Option<&str>,
    cell: Option<Place>,
    act: &Callback<Action>,
    enter: &Callback<Place>,
) -> Tag {
    let here = screen.here.as_str();
    let content = match &screen.content {
        Content::Home(home) => home::home(home, act),
        Content::Force(page) => force::force(page, here, cell, enter),
        Content::Report(page) => report::report(page, here, text_error, act),
        Content::Finding(page) => finding::finding(page, text_error),
        Content::Findings(page) => findings::findings(page, here, act),
        Content::Sent(page) => still::sent(page, text_error),
        Content::Missing(page) => missing::missing(page),
    };
    let has_own_search = matches!(screen.content, Content::Home(_) | Content::Findings(_));
    frame::frame(content, here, !has_own_search, act)
}

/// A still page, to be sent.
#[cfg(feature = "ssr")]
pub fn still(page: &Drawn, here: &str) -> Tag {
    frame::frame(still::drawn(page), here, true, &Callback::noop())
}
