//! Chips: the filters chosen on a page.

use crate::components;
use crate::node::{Node, element};
use explore::facets::Chip;
use explore::pages::Link;

/// A list of the chosen filters, each a link that removes it, followed by the link that clears them all.
pub fn chip_list<A>(chips: &[Chip], clear: Option<&Link>) -> Node<A> {
    let clear = clear.map(|to| element("li").child(components::link(to)));
    element("ul").class("chips").aria_label("Chosen filters").children(chips.iter().map(chip_item)).child_opt(clear)
}

fn chip_item<A>(chip: &Chip) -> Node<A> {
    let remove_link = element("a")
        .class("chip")
        .href(chip.href())
        .aria_label(format!("Remove filter: {}", chip.label))
        .text(&chip.label)
        .child(element("span").aria_hidden("true").text(" ×"));
    element("li").key(format!("{}-{}", chip.label, chip.id)).child(remove_link)
}
