//! Forces side by side.

use super::tag::{Tag, tag, text};
use super::{chips, parts, tile};
use crate::screen::compare::{Cell, ComparePage, Head, Row, Table};
use crate::screen::facets::Value;
use crate::screen::tile::Tile;

/// The page, as it is sent: what follows its lead is drawn anew for each choice, by the program that takes things away.
pub fn page(page: &ComparePage) -> Tag {
    tag("div")
        .class("page compare")
        .has(parts::heading("Compare forces"))
        .has(tag("p").class("lead").text("Forces side by side on the same columns, in the order of their names. Nothing joins grades across a break."))
        .has(tag("div").id("compare").has(compare(page)))
}

/// Choices and tables.
pub fn compare(page: &ComparePage) -> Tag {
    let choices = tag("div")
        .class("choices")
        .has(choice("Add a force", "force", &page.forces, &page.chosen))
        .has(choice("Add a subject", "subject", &page.subjects, &page.chosen));
    tag("div")
        .has(choices)
        .has(chips::chips(&page.chips, page.clear.as_ref()))
        .has(tag("p").id("count").tabindex("-1").aria_live("polite").maybe(page.hint.as_ref().map(text)))
        .has(parts::takes(&parts::EVERY_WAY))
        .has(tag("ul").class("compare__breaks").all(page.breaks.iter().map(|label| tag("li").text(label))))
        .has(tag("div").all(page.tables.iter().map(table)))
}

/// A list to choose from, with the button that adds what is chosen to all that was chosen before.
fn choice(label: &'static str, name: &'static str, values: &[Value], chosen: &[(&'static str, String)]) -> Tag {
    let before = |(name, value): &(&'static str, String)| tag("input").type_("hidden").name(*name).value_of(value);
    let option = |value: &Value| tag("option").key(&value.id).value_of(&value.id).text(&value.name);
    // Browsers choose the first that is put in, and Yew puts the last in first.
    let first = tag("option").key("").value_of("").selected("").text("–");
    let id = format!("add-{name}");
    tag("form")
        .class("choice")
        .action("compare/")
        .method("get")
        .all(chosen.iter().map(before))
        .has(tag("label").for_(id.clone()).text(label))
        .has(tag("select").id(id).name(name).has(first).all(values.iter().map(option)))
        .has(tag("button").class("take").text("Add"))
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
