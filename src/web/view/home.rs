//! Home.

use super::search_box::{self, Place};
use super::tag::{Tag, tag};
use super::{chips, facets, parts, tile};
use crate::screen::home::{ForceCard, Home};
use crate::screen::latest::Latest;
use crate::screen::tile::Tile;
use crate::state::Action;
use yew::Callback;

/// Draws it.
pub fn home(home: &Home, act: &Callback<Action>) -> Tag {
    let narrow = tag("details")
        .class("filter")
        .has(tag("summary").text("Narrow down by region or grade"))
        .has(facets::boxes(&home.facets, act));
    let count = tag("p")
        .id("count")
        .tabindex("-1")
        .class("filter__count")
        .aria_live("polite")
        .aria_atomic("true")
        .text(&home.count);
    let forces = parts::section("forces", "Forces")
        .has(parts::note(&home.held))
        .has(search_box::name_field(&home.name, act))
        .has(narrow)
        .has(tag("div").class("filter__row").has(count).has(chips::chips(&home.chips, home.clear.as_ref())))
        .has(tag("ul").class("forces").all(home.forces.iter().map(card)));
    tag("div")
        .class("page home")
        .has(parts::heading("What inspectors found"))
        .has(tag("p").class("lead").text(&home.introduction))
        .has(search_box::search_box("", Place::Page, act))
        .has(forces)
}

fn card(card: &ForceCard) -> Tag {
    let head = tag("p").class("force-card__held").text(&card.region).text(" · ").text(&card.held);
    tag("li")
        .key(&card.link.href)
        .class(if card.is_held { "force-card force-card--held" } else { "force-card" })
        .has(tag("h3").class("force-card__name").has(parts::link(&card.link)))
        .has(head)
        .all(card.latest.iter().map(latest))
}

fn latest(latest: &Latest) -> Tag {
    let status = tag("p")
        .class("force-card__cycle")
        .has(tag("strong").text(&latest.cycle))
        .text(" ")
        .has(tag("span").class("note").text(&latest.status));
    let grade = |(label, shown): &(String, Tile)| tag("li").has(tag("span").text(label)).has(tile::face(shown));
    tag("div")
        .class("force-card__latest")
        .has(status)
        .has(tag("ul").class("force-card__grades").all(latest.grades.iter().map(grade)))
        .has(tag("p").class("note").maybe(latest.part.as_ref().map(super::tag::text)))
}
