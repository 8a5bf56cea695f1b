//! The list of findings with search and facets.

use super::search_box::{self, Place};
use super::tag::{Tag, tag, text};
use super::{chips, facets, parts, tile};
use crate::screen::Link;
use crate::screen::findings::{FindingsPage, Result};
use crate::screen::short_forms::ShortForm;
use crate::state::Action;
use yew::Callback;

/// Draws it.
pub fn findings(page: &FindingsPage, here: &str, act: &Callback<Action>) -> Tag {
    let show = tag("a").class("button").href(format!("{here}#count")).text("Show ").text(&page.count);
    let facets = tag("section")
        .class("facets")
        .aria_labelledby("narrow")
        .has(tag("a").class("skip skip--inside").href(format!("{here}#count")).text("Skip to the results"))
        .has(tag("h2").id("narrow").class("facets__heading").tabindex("-1").text("Narrow down"))
        .has(facets::boxes(&page.facets, act))
        .has(tag("p").class("narrow-only").has(show));
    tag("div")
        .class("page findings")
        .has(parts::heading("Findings"))
        .has(search_box::search_box(&page.query, Place::List, act))
        .has(
            tag("p")
                .class("forces-called")
                .maybe((!page.forces.is_empty()).then(|| text("Forces: ").has(parts::inline_links(&page.forces)))),
        )
        .has(tag("div").class("meanings").all(page.meanings.iter().map(meaning)))
        .has(tag("div").class("findings__columns").has(facets).has(results(page, here)))
}

/// What a short form among the words stands for.
fn meaning(form: &ShortForm) -> Tag {
    tag("p")
        .key(&format!("{}-{}", form.short, form.long))
        .class("meaning")
        .has(tag("strong").text(&form.short))
        .text(" is short for ")
        .has(tag("strong").text(&form.long))
        .has(tag("span").class("note").text(", as spelled out in ").has(parts::link(&form.place)))
}

fn results(page: &FindingsPage, here: &str) -> Tag {
    let narrow = tag("a").href(format!("{here}#narrow")).text("Narrow down by force, cycle, kind, subject or theme");
    let count = tag("h2")
        .id("count")
        .class("results__count")
        .aria_live("polite")
        .aria_atomic("true")
        .tabindex("-1")
        .text(&page.count);
    tag("section")
        .class("results")
        .aria_labelledby("count")
        .has(tag("p").class("narrow-only").has(narrow))
        .has(count)
        .has(chips::chips(&page.chips, page.clear.as_ref()))
        .has(parts::behind(page.behind.as_ref()))
        .has(parts::takes(&[("link", "Copy link"), ("csv", "CSV"), ("json", "JSON"), parts::BRIEF]))
        .has(tag("div").maybe(page.hint.as_ref().map(hint)))
        .has(parts::note(page.order))
        .has(
            tag("ol")
                .class("results__list")
                .all(page.results.iter().enumerate().map(|(n, found)| result(found, page.first_new == Some(n)))),
        )
        .has(tag("div").class("more").maybe(page.more.as_ref().map(more)))
}

fn hint((words, tries): &(String, Vec<Link>)) -> Tag {
    tag("div").class("hint").has(tag("p").text(words)).has(parts::link_list(tries))
}

fn more((left, to): &(usize, Link)) -> Tag {
    tag("p").has(parts::link(to).class("button")).has(tag("span").class("note").text(format!(" {left} not shown")))
}

/// A result; the focus goes to a new one where the button that opened it is gone.
fn result(found: &Result, is_first_new: bool) -> Tag {
    let about = tag("p")
        .class("result__about")
        .has(parts::kind(&found.kind, &found.kind_class))
        .has(tag("span").text(&found.force))
        .has(tag("span").text(&found.report))
        .has(tag("span").class("result__tile").maybe(found.tile.as_ref().map(tile::face)));
    let why = (!found.why.is_empty()).then(|| text(format!("Found because: {}", found.why.join("; "))));
    let link = tag("a").href(&found.href).has(parts::marked(&found.text));
    let link = if is_first_new { link.id("first-new") } else { link };
    tag("li")
        .key(&found.key)
        .class("result")
        .has(about)
        .has(tag("h3").class("result__text").has(link))
        .has(tag("p").class("result__snippet").maybe(found.snippet.as_ref().map(parts::marked)))
        .has(tag("p").class("result__why").maybe(why))
        .has(parts::note(format!("Published {}, {}", found.published, found.cite)))
        .has(parts::takes_of(&found.href, &[parts::BRIEF]))
}
