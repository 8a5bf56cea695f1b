//! What is said to those whose browser runs no scripts.

use crate::node::{Node, element};
use crate::parts;
use explore::pages::no_script::{List, NoScript};

/// Browsers that run scripts do not even read it.
pub fn no_script<A>(said: &NoScript) -> Node<A> {
    let list = |list: &List| {
        element("details")
            .class("unscripted__list")
            .child(element("summary").text(&list.name))
            .child(parts::finding_list("ul", &list.entries))
    };
    let section = element("section")
        .class("page unscripted")
        .id("unscripted")
        .aria_label("Without scripts")
        .child(element("p").text(said.words))
        .children(said.lists.iter().map(list));
    element("noscript").child(section)
}
