//! What a page shows in addition where scripts do not run.

use crate::components;
use crate::node::{Node, element};
use explore::pages::no_script::{NoScriptContent, NoScriptList};

/// A `noscript` element with a sentence and lists. Browsers that run scripts do not parse its content.
pub fn no_script_section<A>(notice: &NoScriptContent) -> Node<A> {
    let list = |list: &NoScriptList| {
        element("details")
            .class("unscripted__list")
            .child(element("summary").text(&list.name))
            .child(components::finding_list("ul", &list.entries))
    };
    let section = element("section")
        .class("page unscripted")
        .id("unscripted")
        .aria_label("Without JavaScript")
        .child(element("p").text(notice.explanation))
        .children(notice.lists.iter().map(list));
    element("noscript").child(section)
}
