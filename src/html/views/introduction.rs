//! The heading of pages whose content is not drawn by the explorer, and the paragraph under it: the `extras` program or a
//! template draws the rest.

use crate::components;
use crate::node::{Node, element};
use explore::pages::{Introduction, lead};
use explore::state::View;

/// The heading; for a document of its own, the element `document`, into which the single file copies it.
pub fn introduction_page<A>(page: &Introduction) -> Node<A> {
    if page.is_document {
        return element("div").key(page.heading).id("document");
    }
    element("div").class("page page--introduction").child(components::page_heading(page.heading))
}

/// The paragraph under the heading, which the `extras` program draws.
pub fn lead_paragraph<A>(view: &View) -> Node<A> {
    element("div")
        .class("page page--introduction")
        .child_opt(lead::lead(view).map(|words| element("p").class("lead").text(words)))
}
