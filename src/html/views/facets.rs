//! Facets: the values that can be ticked, each with the number of results that it would leave.

use crate::node::{EventResponse, Node, element, text};
use explore::facets::{Facet, FacetBox, FacetOption};
use explore::state::Action;
use model::slugify;

/// A fieldset for each facet, with a checkbox for each of its values.
pub fn facet_fieldsets(facets: &[FacetBox]) -> Node<Action> {
    element("div").class("facets__boxes").children(facets.iter().map(facet_fieldset))
}

fn facet_fieldset(facet: &FacetBox) -> Node<Action> {
    element("fieldset")
        .key(facet.name)
        .class("facet")
        .child(element("legend").text(facet.name))
        .child(element("p").class("note").child_opt(facet.note.map(text)))
        .children(facet.options.iter().map(|option| facet_checkbox(facet.facet, facet.name, option)))
}

fn facet_checkbox(facet: Facet, name: &str, option: &FacetOption) -> Node<Action> {
    let id = format!("facet-{}-{}", slugify(name), slugify(&option.id));
    let checkbox = element("input")
        .type_("checkbox")
        .id(&id)
        .checked(option.is_chosen)
        .on("change", EventResponse::Always(Action::ToggleChoice(facet, option.id.clone())));
    element("div")
        .key(&option.id)
        .class(if option.count == 0 { "option option--none" } else { "option" })
        .child(checkbox)
        .child(element("label").for_(id).text(&option.name))
        .child(element("span").class("option__count").text(option.count.to_string()))
}
