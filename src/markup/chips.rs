//! What is chosen on a page.

use super::parts;
use super::tag::{Tag, tag};
use crate::screen::Link;
use crate::screen::facets::Chip;

/// What is chosen, each to be given up.
pub fn chips(chips: &[Chip], clear: Option<&Link>) -> Tag {
    let clear = clear.map(|to| tag("li").has(parts::link(to)));
    tag("ul").class("chips").aria_label("Chosen").all(chips.iter().map(chip)).maybe(clear)
}

fn chip(chip: &Chip) -> Tag {
    let give_up = tag("a")
        .class("chip")
        .href(&chip.href)
        .aria_label(format!("Give up {}", chip.text))
        .text(&chip.text)
        .has(tag("span").aria_hidden("true").text(" ×"));
    tag("li").key(&format!("{}-{}", chip.text, chip.id)).has(give_up)
}
