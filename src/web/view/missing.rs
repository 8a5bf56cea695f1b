//! The page for what is not there.

use super::parts;
use super::tag::{Tag, tag};
use crate::screen::missing::Missing;

/// Draws it.
pub fn missing(page: &Missing) -> Tag {
    tag("div")
        .class("page")
        .has(parts::heading(&page.heading))
        .has(tag("p").class("lead").text(&page.explanation))
        .has(parts::link_list(&page.ways))
}
