//! What public pages tell of inspections whose reports are not held.

use super::tag::{Tag, tag};
use super::{parts, tile};
use crate::screen::Link;
use crate::screen::known::{KnownCycle, KnownGrade};

/// Draws them, newest first.
pub fn known(cycles: &[KnownCycle]) -> Tag {
    parts::section("known", "Known from public pages")
        .has(parts::note("The reports of these inspections are not held here. These are the grades that the inspectorate gave, as public pages state them; what is not stated is unknown, not ungraded."))
        .all(cycles.iter().map(cycle))
}

fn cycle(known: &KnownCycle) -> Tag {
    let extent = |(words, source): &(String, Option<Link>)| {
        let source = source.as_ref().map(|source| tag("span").text(" (").has(parts::link(source)).text(")"));
        tag("p").text(words).maybe(source)
    };
    tag("section")
        .key(&known.anchor)
        .id(&known.anchor)
        .tabindex("-1")
        .class("known")
        .has(tag("h3").text(&known.cycle))
        .all(known.extent.iter().map(extent))
        .has(tag("ul").class("known__grades").all(known.grades.iter().map(grade)))
}

fn grade(known: &KnownGrade) -> Tag {
    let words = tag("div").has(tag("strong").text(&known.subject)).has(
        tag("p").class("note").text(format!("“{}”, from ", known.wording)).has(parts::inline_links(&known.sources)),
    );
    tag("li").has(tag("div").class("known__tile").has(tile::face(&known.tile))).has(words)
}
