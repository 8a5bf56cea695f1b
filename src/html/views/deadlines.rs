//! The list of deadlines.

use crate::components;
use crate::node::{Node, element, fragment};
use explore::command::Command;
use explore::export::ExportKind;
use explore::pages::deadlines::DeadlineRow;

/// The exports of the list.
const EXPORTS: [ExportKind; 4] = [ExportKind::Link, ExportKind::Calendar, ExportKind::Csv, ExportKind::Notes];

/// The content of the page.
pub fn deadlines_page<A>(rows: &[DeadlineRow]) -> Node<A> {
    let heads = ["Due", "Force and report", "What was to be done", "What the next report says"];
    let head = element("tr").children(heads.map(|name| element("th").scope("col").key(name).text(name)));
    let table = element("table")
        .class("deadlines")
        .child(element("caption").class("unseen").text("Deadlines, the earliest first"))
        .child(element("thead").child(head))
        .child(element("tbody").children(rows.iter().enumerate().map(row)));
    element("div")
        .class("page")
        .child(components::page_heading("Deadlines"))
        .child(element("p").class("lead").text(
            "By when the inspectorate said that something was to be done, the earliest first, and what the next report \
             held says about it.",
        ))
        .child(components::note(
            "A length of time is counted from publication, to the month if only the month is known. “Immediately” has no \
             date. Whether something was done on time is not known here unless a report says so. Which later findings are \
             about the same issue is our reading.",
        ))
        .child(components::command_buttons(EXPORTS.map(|export| Command::Export(export, String::new()))))
        .child(table)
}

fn row<A>((n, row): (usize, &DeadlineRow)) -> Node<A> {
    let date = row.due.map_or("No date".to_string(), |due| due.in_words());
    let page = row.page.as_ref().map(|page| fragment().text(" (").child(components::link(page)).text(")"));
    let due = element("td")
        .child(element("strong").text(date))
        .child(components::note("“").text(&row.printed).text("”"))
        .child(components::note(&row.counted).child_opt(page));
    let source = element("td")
        .child(components::link(&row.force))
        .child(element("br"))
        .child(element("span").class("note").child(components::link(&row.report)));
    let finding = element("td")
        .child(element("span").class("note").text(&row.kind).text(": "))
        .child(components::link(&row.finding));
    let (words, place) = &row.answer;
    let answer =
        element("td").text(words).child_opt(place.as_ref().map(|to| fragment().text(" ").child(components::link(to))));
    element("tr").key(n.to_string()).child(due).child(source).child(finding).child(answer)
}
