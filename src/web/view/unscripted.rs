//! What is said to those whose browser runs no scripts.

use super::parts;
use super::tag::{Tag, tag};
use crate::screen::unscripted::{List, Unscripted};

/// Draws it. Browsers that run scripts do not even read it.
pub fn unscripted(said: &Unscripted) -> Tag {
    let list = |list: &List| {
        tag("details")
            .class("unscripted__list")
            .has(tag("summary").text(&list.name))
            .has(parts::finding_list("ul", &list.entries))
    };
    let section = tag("section")
        .class("page unscripted")
        .id("unscripted")
        .aria_label("Without scripts")
        .has(tag("p").text(said.words))
        .all(said.lists.iter().map(list));
    tag("noscript").has(section)
}
