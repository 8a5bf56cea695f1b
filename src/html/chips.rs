//! What is chosen on a page.

use crate::node::{Node, element};
use crate::parts;
use explore::facets::Chip;
use explore::pages::Link;

/// What is chosen, each with a link that removes it.
pub fn chips<A>(chips: &[Chip], clear: Option<&Link>) -> Node<A> {
    let clear = clear.map(|to| element("li").child(parts::link(to)));
    element("ul").class("chips").aria_label("Chosen").children(chips.iter().map(chip)).child_opt(clear)
}

fn chip<A>(chip: &Chip) -> Node<A> {
    let give_up = element("a")
        .class("chip")
        .href(chip.href())
        .aria_label(format!("Remove filter: {}", chip.text))
        .text(&chip.text)
        .child(element("span").aria_hidden("true").text(" ×"));
    element("li").key(format!("{}-{}", chip.text, chip.id)).child(give_up)
}
