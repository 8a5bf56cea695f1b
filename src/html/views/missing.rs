//! The page for what is not there.

use crate::node::{Node, element};
use crate::parts;
use explore::pages::missing::Missing;

pub fn missing<A>(page: &Missing) -> Node<A> {
    element("div")
        .class("page")
        .child(parts::heading(&page.heading))
        .child(element("p").class("lead").text(&page.explanation))
        .child(parts::link_list(&page.ways))
}
