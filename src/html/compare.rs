//! The page that shows forces side by side.

use crate::node::{Node, element, fragment, text};
use crate::{chips, components, tile};
use explore::facets::FacetValue;
use explore::pages::compare::{CompareCell, CompareHead, ComparePage, CompareRow, CompareTable};
use explore::pages::grid::SHORT_LEGEND;
use explore::pages::legend::LETTERS;
use explore::pages::tile::Tile;

/// The choice of forces and subjects, and one table for each subject or round of inspections.
pub fn comparison<A>(page: &ComparePage) -> Node<A> {
    let choices = element("div")
        .class("choices")
        .child(choice_form("Add a force", "force", &page.forces, &page.chosen_values))
        .child(choice_form("Add a subject", "subject", &page.subjects, &page.chosen_values));
    element("div")
        .class("page compare")
        .child(choices)
        .child(
            element("div")
                .class("compare__chosen")
                .child(chips::chip_list(&page.chips, page.clear_link.as_ref()))
                .child(components::export_disclosure(&[])),
        )
        .child(element("p").id("count").tabindex("-1").aria_live("polite").child_opt(page.hint.as_ref().map(text)))
        .child(
            element("ul").class("compare__breaks").children(page.breaks.iter().map(|label| element("li").text(label))),
        )
        .child(element("div").child_opt((!page.tables.is_empty()).then(|| components::note(SHORT_LEGEND))))
        .child(element("div").child_opt((!page.tables.is_empty()).then(|| components::note(LETTERS))))
        .child(element("div").children(page.tables.iter().map(comparison_table)))
}

/// A drop-down list with a button that adds the selected value to the current choice.
///
/// The current choice is in hidden fields, so that submitting the form leads to the address of the new choice.
fn choice_form<A>(
    label: &'static str,
    name: &'static str,
    values: &[FacetValue],
    chosen: &[(&'static str, String)],
) -> Node<A> {
    let chosen_value =
        |(name, value): &(&'static str, String)| element("input").type_("hidden").name(*name).value_attribute(value);
    let option = |value: &FacetValue| element("option").key(&value.id).value_attribute(&value.id).text(&value.name);
    // Browsers preselect the option that is inserted first, and Yew inserts the last option first.
    let placeholder = element("option").key("").value_attribute("").selected("").text("–");
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

/// A table in its frame, which can be scrolled, also by the keyboard.
fn comparison_table<A>(table: &CompareTable) -> Node<A> {
    let (drawn, rows) = match table.cycle {
        Some(_) => (round_table(table), "a row for each subject, a column for each force"),
        None => (subject_table(table), "a row for each force, a column for each cycle"),
    };
    let caption = element("caption").class("unseen").text(format!("{}: {rows}", table.title));
    let frame = element("div")
        .class("table-frame")
        .tabindex("0")
        .role("region")
        .aria_label(format!("Forces compared: {}", table.title))
        .child(element("table").class("compare__table").child(caption).child(drawn));
    let break_after = table
        .break_after
        .as_ref()
        .map(|words| element("p").class("compare__break-after").child(element("span").text(words)));
    element("section")
        .class(if table.cycle.is_some() { "compare__round" } else { "compare__subject" })
        .key(&table.title)
        .child(element("h2").text(&table.title))
        .child(frame)
        .child_opt(break_after)
}

/// One round of inspections, with the forces side by side.
fn round_table<A>(table: &CompareTable) -> Node<A> {
    let force = |row: &CompareRow| {
        let inspected = element("small").class("row-note").text(&row.inspected);
        element("th").scope("col").child(components::link(&row.force)).child(inspected)
    };
    let heads = element("tr").child(element("th").scope("col").text("Subject")).children(table.rows.iter().map(force));
    let names = table.heads.iter().map(|head| match head {
        CompareHead::Column(name) => name,
        CompareHead::Break { label, .. } => label,
    });
    let subject_row = |(s, name): (usize, &String)| {
        element("tr")
            .key(name)
            .child(element("th").scope("row").text(name))
            .children(table.rows.iter().map(|row| self::cycle_cell(&row.cells[s])))
    };
    fragment().child(element("thead").child(heads)).child(element("tbody").children(names.enumerate().map(subject_row)))
}

/// One subject, with the forces under each other.
fn subject_table<A>(table: &CompareTable) -> Node<A> {
    let head_cell = |head: &CompareHead| match head {
        CompareHead::Column(cycle) => element("th").scope("col").text(cycle),
        CompareHead::Break { cycle, label } => element("th")
            .scope("col")
            .class("compare__break")
            .child(element("span").text(format!("Break before {cycle}: {label}"))),
    };
    let heads =
        element("tr").child(element("th").scope("col").text("Force")).children(table.heads.iter().map(head_cell));
    fragment()
        .child(element("thead").child(heads))
        .child(element("tbody").children(table.rows.iter().map(|row| self::force_row(row, &table.heads))))
}

fn force_row<A>(row: &CompareRow, heads: &[CompareHead]) -> Node<A> {
    let cell = |(cell, head): (&CompareCell, &CompareHead)| match head {
        CompareHead::Break { .. } => element("td").class("compare__break"),
        CompareHead::Column(_) => self::cycle_cell(cell),
    };
    element("tr")
        .key(&row.force.href)
        .child(element("th").scope("row").child(components::link(&row.force)))
        .children(row.cells.iter().zip(heads).map(cell))
}

fn cycle_cell<A>(cell: &CompareCell) -> Node<A> {
    let tile = |(shown, wording): &(Tile, String)| {
        element("div").child(tile::link(shown)).child(element("small").class("compare__wording").text(wording))
    };
    element("td")
        .class("timeline__cell")
        .children(cell.tiles.iter().map(tile))
        .child(element("small").class("compare__findings").child(components::inline_links(&cell.findings)))
}
