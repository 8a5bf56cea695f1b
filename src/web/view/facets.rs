//! Facets: what can be chosen, with what it would leave.

use super::tag::{Tag, tag, text};
use crate::screen::facets::{FacetBox, FacetOption};
use crate::state::{Action, Facet};
use yew::Callback;

/// Every facet with its values to tick.
pub fn boxes(facets: &[FacetBox], act: &Callback<Action>) -> Tag {
    tag("div").class("facets__boxes").all(facets.iter().map(|facet| facet_box(facet, act)))
}

fn facet_box(facet: &FacetBox, act: &Callback<Action>) -> Tag {
    tag("fieldset")
        .key(facet.name)
        .class("facet")
        .has(tag("legend").text(facet.name))
        .has(tag("p").class("note").maybe(facet.note.map(text)))
        .all(facet.options.iter().map(|o| option(facet.facet, facet.name, o, act)))
}

fn option(facet: Facet, name: &str, option: &FacetOption, act: &Callback<Action>) -> Tag {
    let id = format!("facet-{}-{}", crate::model::slug(name), crate::model::slug(&option.id));
    let (act, value) = (act.clone(), option.id.clone());
    let tick = tag("input")
        .type_("checkbox")
        .id(&id)
        .checked(option.chosen)
        .on("change", move |_| act.emit(Action::Toggle(facet, value.clone())));
    tag("div")
        .key(&option.id)
        .class(if option.count == 0 { "option option--none" } else { "option" })
        .has(tick)
        .has(tag("label").for_(id).text(&option.name))
        .has(tag("span").class("option__count").text(option.count.to_string()))
}
