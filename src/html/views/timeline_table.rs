//! The timeline as a plain table: the same content in words, without geometry.

use crate::node::{Node, element};
use explore::pages::tile::{Tile, TileState};
use explore::pages::timeline::{Cell, FindingsRow, Head, Marks, Row, Timeline};

/// The table of the force named `force`, in a frame that scrolls sideways.
pub fn table<A>(timeline: &Timeline, force: &str) -> Node<A> {
    let heads = element("tr")
        .child(element("th").scope("col").text("Subject (our grouping)"))
        .children(timeline.heads.iter().map(head));
    let caption = format!("{force}: grades by subject and numbers of findings by kind, a column for each inspection");
    let table = element("table")
        .class("plain")
        .child(element("caption").text(caption))
        .child(element("thead").child(heads))
        .child(element("tbody").children(timeline.rows.iter().map(row)))
        .child(element("tbody").children(timeline.findings_rows.iter().map(strip)));
    element("div")
        .class("table-frame")
        .tabindex("0")
        .role("region")
        .aria_label(format!("Grades and findings of {force}, as a table"))
        .child(table)
}

fn head<A>(head: &Head) -> Node<A> {
    let cell = element("th").scope("col");
    match head {
        Head::Inspection(found) => cell
            .child(element("a").href(&found.href).text(&found.inspection_name).text(" ").text(&found.cycle))
            .text(", ")
            .text(&found.date),
        Head::NotHeld(found) => cell.text(&found.cycle).text(", not held"),
        Head::Break(found) => cell.class("plain__break").text(&found.label),
    }
}

fn row<A>(row: &Row) -> Node<A> {
    element("tr")
        .key(format!("{}-{}", row.is_subject, row.name))
        .child(element("th").scope("row").text(&row.name))
        .children(row.cells.iter().map(cell))
}

/// The judgments on a subject; empty, as on the timeline, if no grade is held or known.
fn cell<A>(cell: &Cell) -> Node<A> {
    element("td").children(cell.tiles.iter().map(judgment))
}

fn judgment<A>((shown, wording): &(Tile, String)) -> Node<A> {
    let not_held = matches!(shown.state, TileState::NotHeld(_)).then_some("report not held");
    let note = shown.note.as_deref().or(not_held).map(|note| format!(", {note}")).unwrap_or_default();
    element("span")
        .class("plain__judgment")
        .child(element("a").href(&shown.href).text(&shown.word).text(note))
        .child(element("br"))
        .child(element("small").text(wording))
}

fn strip<A>(strip: &FindingsRow) -> Node<A> {
    element("tr")
        .key(strip.kind.slug())
        .child(element("th").scope("row").text(strip.kind.plural_name()))
        .children(strip.cells.iter().map(|marks| element("td").child_opt(marks.as_ref().map(count))))
}

fn count<A>(marks: &Marks) -> Node<A> {
    element("a").href(&marks.href).aria_label(&marks.name).text(marks.count.to_string())
}
