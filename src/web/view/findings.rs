//! The list of findings with search and facets.

use super::search_box::{self, Place};
use super::tag::{Tag, tag, text};
use super::{parts, tile};
use crate::screen::Link;
use crate::screen::findings::{Chip, FacetBox, FacetOption, FindingsPage, Result};
use crate::state::{Action, Facet};
use yew::Callback;

/// Draws it.
pub fn findings(page: &FindingsPage, here: &str, act: &Callback<Action>) -> Tag {
    let show = tag("a").class("button").href(format!("{here}#count")).text("Show ").text(&page.count);
    let facets = tag("section")
        .class("facets")
        .aria_labelledby("narrow")
        .has(tag("h2").id("narrow").class("facets__heading").tabindex("-1").text("Narrow down"))
        .all(page.facets.iter().map(|facet| facet_box(facet, act)))
        .has(tag("p").class("narrow-only").has(show));
    tag("div")
        .class("page findings")
        .has(parts::heading("Findings"))
        .has(search_box::search_box(&page.query, Place::List, act))
        .has(tag("div").class("findings__columns").has(facets).has(results(page, here)))
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

fn results(page: &FindingsPage, here: &str) -> Tag {
    let narrow = tag("a").href(format!("{here}#narrow")).text("Narrow down by force, cycle, kind, subject or grade");
    let count = tag("h2")
        .id("count")
        .class("results__count")
        .aria_live("polite")
        .aria_atomic("true")
        .tabindex("-1")
        .text(&page.count);
    let clear = page.clear.as_ref().map(|to| tag("li").has(parts::link(to)));
    tag("section")
        .class("results")
        .aria_labelledby("count")
        .has(tag("p").class("narrow-only").has(narrow))
        .has(count)
        .has(tag("ul").class("chips").aria_label("Chosen").all(page.chips.iter().map(chip)).maybe(clear))
        .has(tag("div").maybe(page.hint.as_ref().map(|hint| tag("p").text(hint))))
        .has(tag("ol").class("results__list").all(page.results.iter().map(result)))
        .has(tag("div").class("more").maybe(page.more.as_ref().map(more)))
}

fn more((left, to): &(usize, Link)) -> Tag {
    tag("p").has(parts::link(to).class("button")).has(tag("span").class("note").text(format!(" {left} not shown")))
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

fn result(found: &Result) -> Tag {
    let about = tag("p")
        .class("result__about")
        .has(parts::kind(&found.kind, &found.kind_class))
        .has(tag("span").text(&found.force))
        .has(tag("span").text(&found.report))
        .has(tag("span").class("result__tile").maybe(found.tile.as_ref().map(tile::face)));
    tag("li")
        .key(&found.key)
        .class("result")
        .has(about)
        .has(tag("h3").class("result__text").has(tag("a").href(&found.href).has(parts::marked(&found.text))))
        .has(tag("p").class("result__snippet").maybe(found.snippet.as_ref().map(parts::marked)))
        .has(parts::note(format!("Published {}, {}", found.published, found.cite)))
}
