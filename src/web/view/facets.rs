//! Facets: what can be chosen, with what it would leave, and what is chosen.

use super::parts;
use super::tag::{Tag, tag, text};
use crate::screen::Link;
use crate::screen::facets::{Chip, FacetBox, FacetOption};
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
