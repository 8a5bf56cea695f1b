//! The beginning of a page whose content comes from elsewhere.

use crate::node::{Node, element};
use crate::parts;
use explore::pages::Introduction;

/// Heading and lead. In the single file, a document of its own is put where `document` is.
pub fn elsewhere<A>(page: &Introduction) -> Node<A> {
    if page.lead.is_empty() {
        return element("div").key(page.class).id("document");
    }
    element("div")
        .class(format!("page {}", page.class))
        .child(parts::heading(page.name))
        .child(element("p").class("lead").text(page.lead))
}
