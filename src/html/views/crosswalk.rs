//! The crosswalk: the wording of each question, by subject and cycle.

use crate::components;
use crate::node::{Node, element, text};
use explore::command::Command;
use explore::pages::crosswalk::{CrosswalkCell, CrosswalkPage, CrosswalkRow, Wording};

/// The content of the page.
pub fn crosswalk_page<A>(page: &CrosswalkPage) -> Node<A> {
    let heads = page.cycles.iter().map(|cycle| element("th").scope("col").key(cycle).text(cycle));
    let head = element("tr")
        .child(element("th").scope("col").text("Subject ").child(element("small").text("our grouping")))
        .children(heads);
    let table = element("table")
        .class("crosswalk")
        .child(element("thead").child(head))
        .child(element("tbody").children(page.rows.iter().map(|row| self::subject_row(row, &page.cycles))));
    element("div")
        .class("page")
        .child(components::page_heading("How the questions changed"))
        .child(element("p").class("lead").text("What the inspectorate asked about each subject, cycle by cycle, and how the question changed from one cycle to the next."))
        .child(components::note("The subjects, and the labels “same”, “reworded”, “split” and “merged”, are our own interpretation. Wording in upright type is printed in a report on this site; wording in italics comes from a public page that states the grades. “Worded differently here”: reports and pages often shorten a question or give only its topic. Grades under the same subject cannot always be compared."))
        .child(components::command_buttons(components::TABLE_EXPORTS.map(|export| Command::Export(export, String::new()))))
        .child(
            element("div")
                .class("table-frame")
                .tabindex("0")
                .role("region")
                .aria_label("Questions by subject and cycle")
                .child(table),
        )
}

fn subject_row<A>(row: &CrosswalkRow, cycles: &[String]) -> Node<A> {
    let cells = row.cells.iter().zip(cycles).map(|(found, cycle)| cycle_cell(found, cycle));
    element("tr")
        .key(&row.subject.href)
        .child(element("th").scope("row").child(components::link(&row.subject)))
        .children(cells)
}

fn cycle_cell<A>(cell: &CrosswalkCell, cycle: &str) -> Node<A> {
    let wording = |wording: &Wording| {
        let name = if wording.is_printed { "span" } else { "i" };
        element("p").child(element(name).text(&wording.words))
    };
    element("td")
        .key(cycle.to_string())
        .class(format!("crosswalk__cell crosswalk__cell--{}", cell.class_name))
        // Shown on narrow screens, where each row is drawn as a list and has no column headings.
        .child(element("span").class("crosswalk__cycle").text(cycle.to_string()).text(" "))
        .children(cell.wordings.iter().map(wording))
        .child(element("p").class("crosswalk__relation").text(cell.relation))
        .child(element("p").class("note").child_opt(cell.note.as_ref().map(text)))
}
