//! The home page: every force with its newest grades.

use crate::node::{Node, element};
use crate::views::{facets, search_box};
use crate::{chips, components, tile};
use explore::pages::home::{ForceCard, HomePage};
use explore::state::Action;
use model::{GradeFace, NewestGrades};

/// The content of the page.
pub fn home_page(home: &HomePage) -> Node<Action> {
    let filter = element("details")
        .class("filter")
        .child(element("summary").text("Filter by region"))
        .child(facets::facet_fieldsets(&home.facets));
    let count = element("p")
        .id("count")
        .tabindex("-1")
        .class("filter__count")
        .aria_live("polite")
        .aria_atomic("true")
        .text(&home.count);
    let forces = components::section("forces", "Forces")
        .child(components::note(&home.held))
        .child(search_box::force_name_form(&home.name_filter))
        .child(filter)
        .child(
            element("div")
                .class("filter__row")
                .child(count)
                .child(chips::chip_list(&home.chips, home.clear_link.as_ref())),
        )
        .child(
            element("div").child_opt(
                home.elsewhere
                    .as_ref()
                    .map(|(words, link)| element("p").text(format!("{words} ")).child(components::link(link))),
            ),
        )
        .child(element("ul").class("forces").children(home.forces.iter().map(force_card)));
    element("div")
        .class("page home")
        .child(components::page_heading("What inspectors found"))
        .child(element("p").class("lead").text(&home.introduction))
        .child(search_box::findings_search_box("search", "search"))
        .child(forces)
}

fn force_card(card: &ForceCard) -> Node<Action> {
    let head = element("p").class("force-card__held").text(&card.region).text(" · ").text(&card.held);
    element("li")
        .key(&card.link.href)
        .class(if card.has_reports { "force-card force-card--held" } else { "force-card" })
        .child(element("h3").class("force-card__name").child(components::link(&card.link)))
        .child(head)
        .children(card.newest_grades.iter().map(latest_grades))
}

fn latest_grades(latest: &NewestGrades) -> Node<Action> {
    let status = element("p")
        .class("force-card__cycle")
        .child(element("strong").text(&latest.cycle))
        .text(" ")
        .child(element("span").class("note").text(&latest.status));
    let grade =
        |face: &GradeFace| element("li").child(element("span").text(&face.label)).child(tile::prepared_face(face));
    element("div")
        .class("force-card__latest")
        .child(status)
        .child(element("ul").class("force-card__grades").children(latest.grades.iter().map(grade)))
        .child(element("p").class("note").child_opt(latest.missing_note.as_ref().map(crate::node::text)))
}
