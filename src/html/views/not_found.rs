//! The page that is shown when nothing is found at an address.

use crate::components;
use crate::node::{Node, element};
use explore::pages::missing::MissingPage;

/// The content of the page.
pub fn not_found_page<A>(page: &MissingPage) -> Node<A> {
    element("div")
        .class("page")
        .child(components::page_heading(&page.heading))
        .child(element("p").class("lead").text(&page.explanation))
        .child(components::link_list(&page.links))
}
