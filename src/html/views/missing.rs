//! The page that is shown when nothing is found at an address.

use crate::node::{Node, element};
use crate::parts;
use explore::pages::missing::Missing;

/// The content of the page.
pub fn missing<A>(page: &Missing) -> Node<A> {
    element("div")
        .class("page")
        .child(parts::heading(&page.heading))
        .child(element("p").class("lead").text(&page.explanation))
        .child(parts::link_list(&page.links))
}
