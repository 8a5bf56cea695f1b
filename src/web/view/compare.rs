//! Forces side by side.

use super::tag::{Tag, tag, text};
use super::{facets, parts, tile};
use crate::screen::compare::{Cell, ComparePage, Head, Row, Table};
use crate::screen::facets::Value;
use crate::screen::tile::Tile;
use crate::state::{Action, Facet};
use crate::web::browser;
use yew::{Callback, Event};

/// Draws it.
pub fn compare(page: &ComparePage, act: &Callback<Action>) -> Tag {
    let choices = tag("div")
        .class("choices")
        .has(choice("Add a force", "add-force", Facet::Force, &page.forces, act))
        .has(choice("Add a subject", "add-subject", Facet::Subject, &page.subjects, act));
    tag("div")
        .class("page compare")
        .has(parts::heading("Compare forces"))
        .has(tag("p").class("lead").text("Forces side by side on the same columns, in the order of their names. Nothing joins grades across a break."))
        .has(choices)
        .has(facets::chips(&page.chips, page.clear.as_ref()))
        .has(tag("p").id("count").tabindex("-1").aria_live("polite").maybe(page.hint.as_ref().map(text)))
        .has(parts::takes(&[("link", "Copy link"), ("csv", "CSV"), ("json", "JSON"), ("svg", "SVG"), ("png", "PNG")]))
        .has(tag("ul").class("compare__breaks").all(page.breaks.iter().map(|label| tag("li").text(label))))
        .has(tag("div").all(page.tables.iter().map(table)))
}

/// A list to choose from, with the button that adds what is chosen, which then leaves the list.
fn choice(label: &'static str, id: &'static str, facet: Facet, values: &[Value], act: &Callback<Action>) -> Tag {
    let act = act.clone();
    let option = |value: &Value| tag("option").key(&value.id).value_of(&value.id).text(&value.name);
    // Browsers choose the first that is put in, and Yew puts the last in first.
    let first = tag("option").key("").value_of("").selected("").text("–");
    let list = tag("select").id(id).has(first).all(values.iter().map(option));
    // A new list for each choice, so that it shows its first line again.
    let key = format!("{}", values.len());
    let add = move |event: Event| {
        event.prevent_default();
        let chosen = browser::chosen_in(id);
        if !chosen.is_empty() {
            act.emit(Action::Toggle(facet, chosen));
        }
    };
    tag("form")
        .class("choice")
        .has(tag("label").for_(id).text(label))
        .has(tag("div").key(&key).has(list.key(&key)))
        .has(tag("button").class("take").text("Add"))
        .on("submit", add)
}

fn table(table: &Table) -> Tag {
    let head = |head: &Head| match head {
        Head::Cycle(cycle) => tag("th").scope("col").class("compare__cycle").text(cycle),
        Head::Break { cycle, label } => tag("th")
            .scope("col")
            .class("compare__break")
            .has(tag("span").text(format!("Break before {cycle}: {label}"))),
    };
    let heads = tag("tr").has(tag("th").scope("col").text("Force")).all(table.heads.iter().map(head));
    let drawn = tag("table")
        .class("compare__table")
        .has(
            tag("caption")
                .class("unseen")
                .text(format!("{}: a row for each force, a column for each cycle", table.subject)),
        )
        .has(tag("thead").has(heads))
        .has(tag("tbody").all(table.rows.iter().map(|row| self::row(row, &table.heads))));
    tag("section").key(&table.subject).has(tag("h2").text(&table.subject)).has(
        tag("div")
            .class("table-frame")
            .tabindex("0")
            .role("region")
            .aria_label(format!("Forces compared: {}", table.subject))
            .has(drawn),
    )
}

fn row(row: &Row, heads: &[Head]) -> Tag {
    let cell = |(cell, head): (&Cell, &Head)| match head {
        Head::Break { .. } => tag("td").class("compare__break"),
        Head::Cycle(_) => self::cell(cell),
    };
    tag("tr")
        .key(&row.force.href)
        .has(tag("th").scope("row").has(parts::link(&row.force)))
        .all(row.cells.iter().zip(heads).map(cell))
}

fn cell(cell: &Cell) -> Tag {
    let tile = |(shown, wording): &(Tile, String)| {
        tag("div").has(tile::link(shown)).has(tag("small").class("compare__wording").text(wording))
    };
    tag("td")
        .has(tag("span").class("compare__nothing").text(&cell.nothing))
        .all(cell.tiles.iter().map(tile))
        .has(tag("small").class("compare__findings").has(parts::inline_links(&cell.findings)))
}
