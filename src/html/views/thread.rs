//! The page of a thread: one issue of one force through its reports, quotation by quotation.

use crate::components;
use crate::node::{Node, element, fragment};
use explore::command::Command;
use explore::export::ExportKind;
use explore::pages::thread::{ThreadEntry, ThreadPage, ThreadReport, ThreadRow, ThreadStatement};

/// The exports of a thread.
const EXPORTS: [ExportKind; 6] =
    [ExportKind::Link, ExportKind::Quotation, ExportKind::Csv, ExportKind::Notes, ExportKind::Svg, ExportKind::Png];

/// The content of the page.
pub fn thread_page<A>(page: &ThreadPage) -> Node<A> {
    let exports = EXPORTS.map(|export| Command::Export(export, String::new()));
    let commands = [Command::AddToBrief(String::new()), Command::Note(String::new())].into_iter().chain(exports);
    let others = (!page.others.is_empty()).then(|| {
        components::section("others", "Other threads of the force").child(components::finding_list("ul", &page.others))
    });
    element("div")
        .class("page thread")
        .child(element("p").class("crumbs").child(components::link(&page.force)).text(" › Thread"))
        .child(components::page_heading(&page.heading))
        .child(element("p").class("lead").text(page.last_word.join(" ")))
        .child(components::note(
            "A thread is one issue of one force through its reports, oldest first. The words are the reports'. That they \
             are about one issue is our reading, unless a sentence says so.",
        ))
        .child(components::command_buttons(commands))
        .child(
            element("div")
                .class("thread__columns")
                .child(element("ol").class("thread__reports").children((0..page.rows.len()).map(|n| row(page, n))))
                .child(element("div").child_opt(reasons(page)).child_opt(others)),
        )
}

fn row<A>(page: &ThreadPage, n: usize) -> Node<A> {
    let is_last = !page.rows[n + 1..].iter().any(|row| matches!(row, ThreadRow::Report(_)));
    let (class, content) = match &page.rows[n] {
        ThreadRow::Report(report) => ("thread__report", report_content(report, is_last)),
        ThreadRow::Gap(words) => ("thread__gap", element("p").text(words)),
        ThreadRow::Break(words) => ("thread__break", element("p").text(words)),
    };
    element("li").key(n.to_string()).class(class).child(content)
}

/// What a report says. Only the last one says that there are newer ones: the others stand above those that are held.
fn report_content<A>(report: &ThreadReport, is_last: bool) -> Node<A> {
    let notice = report.notice.as_ref().filter(|_| is_last);
    element("div")
        .child(element("h2").child(components::link(&report.link)))
        .child(components::note("Published ").text(&report.published))
        .child(element("p").class("later").child_opt(notice.map(|words| fragment().text(words))))
        .children(report.entries.iter().enumerate().map(|(n, entry)| entry_content(entry).key(n.to_string())))
}

fn entry_content<A>(entry: &ThreadEntry) -> Node<A> {
    let kind = entry.kind.as_ref().map(|(kind, class)| components::finding_kind(kind, class));
    let name = element("p").class("thread__kind").child(kind.unwrap_or_else(|| fragment().text("In the text")));
    let finding = entry.finding.as_ref().map(|(words, page)| {
        element("figure")
            .class("quotation")
            .child(element("blockquote").text(words))
            .child(element("figcaption").child(components::link(page)))
    });
    let deadlines = entry.deadlines.iter().map(|words| components::note("To be acted on: ").text(words).key(words));
    element("article")
        .class("thread__entry")
        .child(name)
        .child_opt(finding)
        .children(deadlines)
        .children(entry.statements.iter().enumerate().map(|(n, found)| statement(found).key(format!("statement-{n}"))))
}

fn statement<A>(found: &ThreadStatement) -> Node<A> {
    let before = found.antecedent.as_ref().map(|words| element("span").class("note").text(words).text(" "));
    let status = found.status.as_ref().map(|(name, words)| {
        let words = if words.is_empty() { String::new() } else { format!(": “{words}”") };
        element("p").class("thread__status").child(element("strong").text(name)).text(words)
    });
    let speaks_of = found.speaks_of.as_ref().map(|(earlier, reason)| {
        components::note("It speaks of ").child(components::link(earlier)).text(". ").text(reason)
    });
    element("figure")
        .class("quotation")
        .child(element("blockquote").child_opt(before).text(&found.words))
        .child(element("figcaption").child(components::link(&found.place)).child_opt(status).child_opt(speaks_of))
}

/// Why findings are linked.
fn reasons<A>(page: &ThreadPage) -> Option<Node<A>> {
    let reviewed = if page.is_reviewed {
        "A person has read these findings together and agrees."
    } else {
        "Nobody has reviewed this yet."
    };
    let reason = |words: &String| element("li").key(words).text(words);
    (!page.reasons.is_empty()).then(|| {
        components::section("reasons", "Why we link these findings")
            .child(element("ul").children(page.reasons.iter().map(reason)))
            .child(components::note(reviewed))
    })
}
