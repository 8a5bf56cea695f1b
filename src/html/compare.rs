//! The page that shows forces side by side.

use crate::node::{Node, element, text};
use crate::{chips, parts, tile};
use explore::facets::Value;
use explore::pages::compare::{Cell, ComparePage, Head, Row, Table};
use explore::pages::tile::Tile;

/// The choice of forces and subjects, and one table for each subject.
pub fn compare<A>(page: &ComparePage) -> Node<A> {
    let choices = element("div")
        .class("choices")
        .child(choice("Add a force", "force", &page.forces, &page.chosen_values))
        .child(choice("Add a subject", "subject", &page.subjects, &page.chosen_values));
    element("div")
        .class("page compare")
        .child(choices)
        .child(chips::chips(&page.chips, page.clear_link.as_ref()))
        .child(element("p").id("count").tabindex("-1").aria_live("polite").child_opt(page.hint.as_ref().map(text)))
        .child(parts::export_buttons(&parts::TILE_EXPORTS))
        .child(
            element("ul").class("compare__breaks").children(page.breaks.iter().map(|label| element("li").text(label))),
        )
        .child(element("div").children(page.tables.iter().map(table)))
}

/// A drop-down list with a button that adds the selected value to the current choice.
///
/// The current choice is in hidden fields, so that submitting the form leads to the address of the new choice.
fn choice<A>(label: &'static str, name: &'static str, values: &[Value], chosen: &[(&'static str, String)]) -> Node<A> {
    let chosen_value =
        |(name, value): &(&'static str, String)| element("input").type_("hidden").name(*name).value_of(value);
    let option = |value: &Value| element("option").key(&value.id).value_of(&value.id).text(&value.name);
    // Browsers preselect the option that is inserted first, and Yew inserts the last option first.
    let placeholder = element("option").key("").value_of("").selected("").text("–");
    let id = format!("add-{name}");
    element("form")
        .class("choice")
        .action("compare/")
        .method("get")
        .children(chosen.iter().map(chosen_value))
        .child(element("label").for_(id.clone()).text(label))
        .child(element("select").id(id).name(name).child(placeholder).children(values.iter().map(option)))
        .child(element("button").class("take").text("Add"))
}

fn table<A>(table: &Table) -> Node<A> {
    let head_cell = |head: &Head| match head {
        Head::Cycle(cycle) => element("th").scope("col").class("compare__cycle").text(cycle),
        Head::Break { cycle, label } => element("th")
            .scope("col")
            .class("compare__break")
            .child(element("span").text(format!("Break before {cycle}: {label}"))),
    };
    let heads =
        element("tr").child(element("th").scope("col").text("Force")).children(table.heads.iter().map(head_cell));
    let drawn = element("table")
        .class("compare__table")
        .child(
            element("caption")
                .class("unseen")
                .text(format!("{}: a row for each force, a column for each cycle", table.subject)),
        )
        .child(element("thead").child(heads))
        .child(element("tbody").children(table.rows.iter().map(|row| self::row(row, &table.heads))));
    element("section").key(&table.subject).child(element("h2").text(&table.subject)).child(
        element("div")
            .class("table-frame")
            .tabindex("0")
            .role("region")
            .aria_label(format!("Forces compared: {}", table.subject))
            .child(drawn),
    )
}

fn row<A>(row: &Row, heads: &[Head]) -> Node<A> {
    let cell = |(cell, head): (&Cell, &Head)| match head {
        Head::Break { .. } => element("td").class("compare__break"),
        Head::Cycle(_) => self::cell(cell),
    };
    element("tr")
        .key(&row.force.href)
        .child(element("th").scope("row").child(parts::link(&row.force)))
        .children(row.cells.iter().zip(heads).map(cell))
}

fn cell<A>(cell: &Cell) -> Node<A> {
    let tile = |(shown, wording): &(Tile, String)| {
        element("div").child(tile::link(shown)).child(element("small").class("compare__wording").text(wording))
    };
    element("td")
        .child(element("span").class("compare__nothing").text(&cell.empty_reason))
        .children(cell.tiles.iter().map(tile))
        .child(element("small").class("compare__findings").child(parts::inline_links(&cell.findings)))
}
