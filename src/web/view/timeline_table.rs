//! The timeline as a plain table: the same content in words, without geometry.

use super::tag::{Tag, tag};
use crate::screen::tile::{Drawing, Tile};
use crate::screen::timeline::{Cell, Head, Marks, Row, Strip, Timeline};

/// Draws it.
pub fn table(timeline: &Timeline, force: &str) -> Tag {
    let heads =
        tag("tr").has(tag("th").scope("col").text("Subject (our grouping)")).all(timeline.heads.iter().map(head));
    let caption = format!("{force}: grades by subject and numbers of findings by kind, a column for each inspection");
    let table = tag("table")
        .class("plain")
        .has(tag("caption").text(caption))
        .has(tag("thead").has(heads))
        .has(tag("tbody").all(timeline.rows.iter().map(row)))
        .has(tag("tbody").all(timeline.strips.iter().map(strip)));
    tag("div")
        .class("table-frame")
        .tabindex("0")
        .role("region")
        .aria_label(format!("Grades and findings of {force}, as a table"))
        .has(table)
}

fn head(head: &Head) -> Tag {
    let cell = tag("th").scope("col");
    match head {
        Head::Inspection(found) => cell
            .has(tag("a").href(&found.href).text(&found.what).text(" ").text(&found.cycle))
            .text(", ")
            .text(&found.date),
        Head::NotHeld(found) => cell.text(&found.cycle).text(", not held"),
        Head::Break(found) => cell.class("plain__break").text(&found.label),
    }
}

fn row(row: &Row) -> Tag {
    tag("tr")
        .key(&format!("{}-{}", row.ours, row.name))
        .has(tag("th").scope("row").text(&row.name))
        .all(row.cells.iter().map(cell))
}

/// What is given on a subject: nothing where, as in the drawing, no grade is held or known.
fn cell(cell: &Cell) -> Tag {
    tag("td").all(cell.tiles.iter().map(judgment))
}

fn judgment((shown, wording): &(Tile, String)) -> Tag {
    let not_held = matches!(shown.drawing, Drawing::NotHeld(_)).then_some("report not held");
    let note = shown.note.as_deref().or(not_held).map(|note| format!(", {note}")).unwrap_or_default();
    tag("span")
        .class("plain__judgment")
        .has(tag("a").href(&shown.href).text(&shown.word).text(note))
        .has(tag("br"))
        .has(tag("small").text(wording))
}

fn strip(strip: &Strip) -> Tag {
    tag("tr")
        .key(&strip.kind.slug())
        .has(tag("th").scope("row").text(strip.kind.plural()))
        .all(strip.cells.iter().map(|marks| tag("td").maybe(marks.as_ref().map(count))))
}

fn count(marks: &Marks) -> Tag {
    tag("a").href(&marks.href).aria_label(&marks.name).text(marks.count.to_string())
}
