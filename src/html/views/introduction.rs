//! The heading and lead of pages whose content is not drawn by the explorer: the `extras` program or a template draws
//! it.

use crate::components;
use crate::node::{Node, element};
use explore::pages::Introduction;

/// Heading and lead; without a lead, the element `document`, into which the single file copies a static document.
pub fn introduction_page<A>(page: &Introduction) -> Node<A> {
    if page.lead.is_empty() {
        return element("div").key(page.class_name).id("document");
    }
    element("div")
        .class("page page--introduction")
        .child(components::page_heading(page.heading))
        .child(element("p").class("lead").text(page.lead))
}
