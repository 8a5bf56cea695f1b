//! Chips: the filters chosen on a page.

use crate::node::{Node, element};
use crate::parts;
use explore::facets::Chip;
use explore::pages::Link;

/// A list of the chosen filters, each a link that removes it, followed by the link that clears them all.
pub fn chips<A>(chips: &[Chip], clear: Option<&Link>) -> Node<A> {
    let clear = clear.map(|to| element("li").child(parts::link(to)));
    element("ul").class("chips").aria_label("Chosen filters").children(chips.iter().map(chip)).child_opt(clear)
}

fn chip<A>(chip: &Chip) -> Node<A> {
    let remove_link = element("a")
        .class("chip")
        .href(chip.href())
        .aria_label(format!("Remove filter: {}", chip.label))
        .text(&chip.label)
        .child(element("span").aria_hidden("true").text(" ×"));
    element("li").key(format!("{}-{}", chip.label, chip.id)).child(remove_link)
}
