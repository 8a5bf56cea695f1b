//! The timeline as a plain table: the same content in words, without geometry.

use crate::node::{Node, element};
use explore::pages::tile::{Tile, TileState};
use explore::pages::timeline::{FindingMarks, FindingsRow, Timeline, TimelineCell, TimelineHead, TimelineRow};

/// The table of the force named `force`, in a frame that scrolls sideways.
pub fn plain_table<A>(timeline: &Timeline, force: &str) -> Node<A> {
    let heads = element("tr")
        .child(element("th").scope("col").text("Subject (our grouping)"))
        .children(timeline.heads.iter().map(head_cell));
    let caption = format!("{force}: grades by subject and numbers of findings by kind, a column for each inspection");
    let table = element("table")
        .class("plain")
        .child(element("caption").text(caption))
        .child(element("thead").child(heads))
        .child(element("tbody").children(timeline.rows.iter().map(subject_row)))
        .child(element("tbody").children(timeline.findings_rows.iter().map(counts_row)));
    element("div")
        .class("table-frame")
        .tabindex("0")
        .role("region")
        .aria_label(format!("Grades and findings of {force}, as a table"))
        .child(table)
}

fn head_cell<A>(head: &TimelineHead) -> Node<A> {
    let cell = element("th").scope("col");
    match head {
        TimelineHead::Inspection(found) => cell
            .child(element("a").href(&found.href).text(&found.inspection_name).text(" ").text(&found.cycle))
            .text(", ")
            .text(&found.date),
        TimelineHead::NotHeld(found) => cell.text(&found.cycle).text(", not held"),
        TimelineHead::Break(found) => cell.class("plain__break").text(&found.label),
    }
}

fn subject_row<A>(row: &TimelineRow) -> Node<A> {
    element("tr")
        .key(format!("{}-{}", row.is_subject, row.name))
        .child(element("th").scope("row").text(&row.name))
        .children(row.cells.iter().map(judgments_cell))
}

/// The judgments on a subject; empty, as on the timeline, if no grade is held or known.
fn judgments_cell<A>(cell: &TimelineCell) -> Node<A> {
    element("td").children(cell.tiles.iter().map(judgment_entry))
}

fn judgment_entry<A>((shown, wording): &(Tile, String)) -> Node<A> {
    let meaning = match shown.state {
        TileState::NotHeld(_) => Some("report not held"),
        TileState::Press(_) => Some("report not held; reported by the press"),
        _ => None,
    };
    let note = shown.note.as_deref().filter(|_| meaning.is_none()).or(meaning);
    let note = note.map(|note| format!(", {note}")).unwrap_or_default();
    element("span")
        .class("plain__judgment")
        .child(element("a").href(&shown.href).text(&shown.word).text(note))
        .child(element("br"))
        .child(element("small").text(wording))
}

fn counts_row<A>(row: &FindingsRow) -> Node<A> {
    element("tr")
        .key(&row.class)
        .child(element("th").scope("row").text(row.name))
        .children(row.cells.iter().map(|marks| element("td").child_opt(marks.as_ref().map(count_link))))
}

fn count_link<A>(marks: &FindingMarks) -> Node<A> {
    let shown = if marks.dates.is_empty() { marks.count.to_string() } else { marks.dates.clone() };
    element("a").href(&marks.href).aria_label(&marks.name).text(shown)
}
