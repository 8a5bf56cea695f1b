//! The About page: what the site holds, how it was made, and the licence.

use crate::components;
use crate::node::{Node, element};
use explore::export::{LICENCE, OPEN_DATA, SINGLE_FILE};
use explore::pages::Link;
use explore::pages::about::{AboutPage, HeldReportRow};

/// The content of the page.
pub fn about_page<A>(page: &AboutPage) -> Node<A> {
    let heads = ["Report", "Published", "Judgments", "Findings", "Problems in its text"];
    let head = element("tr").children(heads.into_iter().map(|name| element("th").scope("col").text(name)));
    let reports = element("table")
        .class("plain")
        .child(element("thead").child(head))
        .child(element("tbody").children(page.reports.iter().map(report_row)));
    let cycle = |(cycle, extent): &(String, String)| element("li").key(cycle).text(cycle).text(": ").text(extent);
    let theme = |(theme, words): &(Link, String)| element("li").child(components::link(theme)).text(": ").text(words);
    element("div")
        .class("page about")
        .child(components::page_heading("About"))
        .child(element("p").class("lead").text("His Majesty's Inspectorate of Constabulary and Fire & Rescue Services (before July 2017, HMIC) inspects the police forces of England and Wales. Each report is a separate document. This site puts them side by side, in their own words."))
        .child(section_heading("What this site holds"))
        .child(
            element("div")
                .class("table-frame")
                .tabindex("0")
                .role("region")
                .aria_label("Reports held")
                .child(reports)
        )
        .child(section_heading("Cycles"))
        .child(element("ul").children(page.cycles.iter().map(cycle)))
        .child(paragraph("Because of the pandemic, there was no round of PEEL inspections between 2018/19 (whose last reports were published in February 2020) and 2021/22, so nothing is missing there. Each grade is shown as it was on its date; there may be a newer one."))
        .child(section_heading("Subjects"))
        .child(paragraph("Subjects are our own grouping of the inspectorate's questions and areas, whose wording changes from year to year. A shared subject does not mean that two grades can be compared."))
        .child(element("p").child(components::link(&page.crosswalk)))
        .child(section_heading("Themes"))
        .child(paragraph("Themes are our own labels for findings: a finding has a theme if it contains one of the words listed here."))
        .child(element("ul").class("themes").children(page.themes.iter().map(theme)))
        .child(section_heading("Short forms and terms").id("short-forms"))
        .child(
            element("p").child(components::link(&page.glossary)).text(": what the reports spell out and define, in their own words."),
        )
        .child(section_heading("How it was made"))
        .child(paragraph("A program reads the text of each report and extracts its judgments and findings word for word, each with its place in the text. The report's page lists what the program could not read, and where the report contradicts itself. Nothing is averaged, scored or ranked."))
        .child(data_section())
        .child(offline_section())
        .child(section_heading("Licence").id("licence"))
        .child(paragraph(LICENCE).text(" The program is free software under the MIT licence or the Apache 2.0 licence, as you choose. The reports' words are set in Source Serif 4, under the SIL Open Font Licence 1.1."))
        .child(paragraph("This page contacts no other site and keeps no record of you."))
}

/// The files with all the data. Hidden in the single file, whose pages make them.
fn data_section<A>() -> Node<A> {
    let file = |(path, words): &(&'static str, &'static str)| {
        let notes = element("a").href(path.replace(".csv", "-notes.txt")).download("").text("notes on it");
        element("li").child(element("a").href(*path).download("").text(*words)).text(" (CSV), and the ").child(notes)
    };
    element("div")
        .class("site-only")
        .child(section_heading("All the data").id("all-the-data"))
        .child(element("ul").children(OPEN_DATA.iter().map(file)))
}

/// The two ways to use the site without a network. Hidden in the single file, which is one of them.
fn offline_section<A>() -> Node<A> {
    let file = element("a").href(SINGLE_FILE).download("").text("as one file");
    element("div")
        .class("site-only")
        .child(section_heading("Without a network").id("without-network"))
        .child(
            element("p")
                .text("You can save the whole site ")
                .child(file)
                .text(". It opens with a double-click in any current browser, even from a memory stick, and needs no network. Or save the site in this browser, with the button at the foot of every page. The date of the saved copy is then shown there."),
        )
}

fn paragraph<A>(words: &'static str) -> Node<A> {
    element("p").text(words)
}

fn section_heading<A>(words: &'static str) -> Node<A> {
    element("h2").text(words)
}

fn report_row<A>(report: &HeldReportRow) -> Node<A> {
    element("tr")
        .key(&report.link.href)
        .child(element("th").scope("row").child(components::link(&report.link)))
        .child(element("td").text(&report.published))
        .children(
            [report.judgments, report.findings, report.problems].map(|count| element("td").text(count.to_string())),
        )
}
