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
#[cfg(feature = "ssr")]
mod unscripted;

#[cfg(feature = "ssr")]
pub use frame::foot;

use crate::markup::{chips, parts, tag, tile};
#[cfg(feature = "ssr")]
use crate::screen::sent::Drawn;
#[cfg(feature = "ssr")]
use crate::screen::unscripted::Unscripted;
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
    let content = content(screen, text_error, cell, act, enter);
    frame::frame(content, &screen.here, has_frame_search(screen), act)
}

/// Pages that have a search field of their own have none in the frame.
fn has_frame_search(screen: &Screen) -> bool {
    !matches!(screen.content, Content::Home(_) | Content::Findings(_))
}

fn content(
    screen: &Screen,
    text_error: Option<&str>,
    cell: Option<Place>,
    act: &Callback<Action>,
    enter: &Callback<Place>,
) -> Tag {
    let here = screen.here.as_str();
    match &screen.content {
        Content::Home(home) => home::home(home, act),
        Content::Force(page) => force::force(page, here, cell, enter),
        Content::Report(page) => report::report(page, here, text_error, act),
        Content::Finding(page) => finding::finding(page, text_error),
        Content::Findings(page) => findings::findings(page, here, act),
        Content::Sent(page) => still::sent(page, text_error),
        Content::Missing(page) => missing::missing(page),
    }
}

/// A page as it is sent: a still one, or one that the program will draw anew; with what is said where no scripts run.
#[cfg(feature = "ssr")]
pub fn sent(screen: &Screen, still: Option<&Drawn>, unscripted: Option<&Unscripted>) -> Tag {
    let nothing = (&Callback::noop(), &Callback::noop());
    let content = match still {
        Some(page) => still::drawn(page),
        None => content(screen, None, None, nothing.0, nothing.1),
    };
    // The document of a still page ends with its content: the program shows that, and finds nothing behind it.
    let said = tag::list().maybe(unscripted.map(unscripted::unscripted));
    frame::framed(content, said, &screen.here, has_frame_search(screen), nothing.0)
}
