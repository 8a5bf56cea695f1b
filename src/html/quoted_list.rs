//! Quoted findings as rich text for the clipboard. Word processors read its elements, not classes or stylesheets.

use crate::components;
use crate::node::{Node, element};
use explore::export::{QuotedFinding, QuotedList};

/// The list with its title, filters, source and licence.
pub fn quoted_list<A>(list: &QuotedList) -> Node<A> {
    let paragraphs = |words: &[String]| words.iter().map(|words| element("p").text(words)).collect::<Vec<_>>();
    element("div")
        .child(element("h1").text(&list.title))
        .children(paragraphs(&list.filters))
        .children(list.entries.iter().map(quoted_finding))
        .children(paragraphs(&list.notes))
}

fn quoted_finding<A>(quoted: &QuotedFinding) -> Node<A> {
    let words = element("blockquote")
        .child(element("p").child(element("strong").text(&quoted.statement)))
        .child(components::text_parts(&quoted.rest, &[]));
    let caveats = quoted.caveats.iter().map(|words| element("p").child(element("em").text(words)));
    element("div")
        .child(words)
        .child(element("p").child(element("a").href(&quoted.address).text(&quoted.source)))
        .children(caveats)
}
