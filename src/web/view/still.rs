//! Still pages: drawn ahead, and shown as they were sent.

use super::parts;
use super::tag::{Tag, list, tag};
#[cfg(feature = "ssr")]
use super::{about, crosswalk};
#[cfg(feature = "ssr")]
use crate::markup::{brief, compare};
#[cfg(feature = "ssr")]
use crate::screen::sent::Drawn;
use crate::screen::sent::Sent;

/// Shows what was sent.
pub fn sent(page: &Sent, text_error: Option<&str>) -> Tag {
    let rest = match (&page.rest, text_error) {
        (Some(rest), _) => list().raw(rest),
        (None, Some(error)) => tag("p")
            .role("alert")
            .text(format!("The page is not here: {error}. All other pages still work. Reload this one to try again.")),
        (None, None) => parts::note("The page is being fetched."),
    };
    tag("div").class(format!("page {}", page.class)).has(parts::heading(page.name)).has(rest)
}

/// Draws what is to be sent.
#[cfg(feature = "ssr")]
pub fn drawn(page: &Drawn) -> Tag {
    match page {
        Drawn::Compare(page) => compare::page(page),
        Drawn::Crosswalk(page) => crosswalk::crosswalk(page),
        Drawn::About(page) => about::about(page),
        Drawn::Brief => brief::page(),
    }
}
