//! The crosswalk.

use super::parts;
use super::tag::{Tag, tag, text};
use crate::screen::crosswalk::{Cell, Crosswalk, Row, Wording};

/// Draws it.
pub fn crosswalk(page: &Crosswalk) -> Tag {
    let heads = page.cycles.iter().map(|cycle| tag("th").scope("col").key(cycle).text(cycle));
    let head = tag("tr").has(tag("th").scope("col").text("Subject ").has(tag("small").text("our grouping"))).all(heads);
    let table = tag("table")
        .class("crosswalk")
        .has(tag("thead").has(head))
        .has(tag("tbody").all(page.rows.iter().map(|row| self::row(row, &page.cycles))));
    tag("div")
        .class("page")
        .has(parts::heading("How the questions changed"))
        .has(tag("p").class("lead").text("What the inspectorate asked about each subject, cycle by cycle, and what became of the question from one cycle to the next."))
        .has(parts::note("The subjects, and the marks same, reworded, split and merged, are our own reading. Words in roman are printed in a report held here; words in italics are those of a public page that states the grades. “In another form”: reports and pages often shorten a question or name only its topic; we read it as the same question. A subject groups questions; it does not make their grades comparable."))
        .has(parts::takes(&[("link", "Copy link"), ("csv", "CSV"), ("json", "JSON")]))
        .has(
            tag("div")
                .class("table-frame")
                .tabindex("0")
                .role("region")
                .aria_label("Questions by subject and cycle")
                .has(table),
        )
}

fn row(row: &Row, cycles: &[String]) -> Tag {
    let cells = row.cells.iter().zip(cycles).map(|(found, cycle)| cell(found, cycle));
    tag("tr").key(&row.subject.href).has(tag("th").scope("row").has(parts::link(&row.subject))).all(cells)
}

fn cell(cell: &Cell, cycle: &str) -> Tag {
    let wording = |wording: &Wording| {
        let name = if wording.is_printed { "span" } else { "i" };
        tag("p").has(tag(name).text(&wording.words))
    };
    tag("td")
        .key(cycle)
        .class(format!("crosswalk__cell crosswalk__cell--{}", cell.class))
        // Where there is no room for columns, the cell says which it is.
        .has(tag("span").class("crosswalk__cycle").text(cycle.to_string()).text(" "))
        .all(cell.wordings.iter().map(wording))
        .has(tag("p").class("crosswalk__relation").text(cell.relation))
        .has(tag("p").class("note").maybe(cell.note.as_ref().map(text)))
}
