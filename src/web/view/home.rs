//! Home.

use super::parts;
use super::search_box::{self, Place};
use super::tag::{Tag, tag};
use crate::screen::Link;
use crate::screen::home::{ForceCard, Home};
use crate::state::Action;
use yew::Callback;

/// Draws it.
pub fn home(home: &Home, act: &Callback<Action>) -> Tag {
    tag("div")
        .class("page home")
        .has(parts::heading("What inspectors found"))
        .has(tag("p").class("lead").text(&home.introduction))
        .has(search_box::search_box("", Place::Page, act))
        .has(tag("h2").text("Forces with reports held"))
        .has(parts::note(&home.held))
        .has(tag("ul").class("cards").all(home.forces.iter().map(card)))
        .has(tag("h2").text("Forces without reports held"))
        .has(parts::note(
            "The inspectorate has reported on these forces too; the text of those reports is not in this bundle.",
        ))
        .has(tag("div").class("regions").all(home.not_held.iter().map(region)))
}

fn card(card: &ForceCard) -> Tag {
    tag("li")
        .key(&card.link.href)
        .class("card")
        .has(tag("h3").class("card__name").has(parts::link(&card.link)))
        .has(tag("p").text(&card.headline))
        .has(tag("p").class("card__note").text(&card.reports))
}

fn region((name, forces): &(String, Vec<Link>)) -> Tag {
    tag("section").key(name).class("region").has(tag("h3").text(name)).has(parts::link_list(forces))
}
