//! The About page: what the site holds, how it was made, and the licence.

use crate::node::{Node, element, fragment};
use crate::parts;
use explore::export::{LICENCE, SINGLE_FILE};
use explore::pages::Link;
use explore::pages::about::{About, HeldReport};
use explore::pages::short_forms::ShortForm;

/// The content of the page.
pub fn about<A>(page: &About) -> Node<A> {
    let heads = ["Report", "Published", "Judgments", "Findings", "Problems in its text"];
    let head = element("tr").children(heads.into_iter().map(|name| element("th").scope("col").text(name)));
    let reports = element("table")
        .class("plain")
        .child(element("thead").child(head))
        .child(element("tbody").children(page.reports.iter().map(held)));
    let cycle = |(cycle, extent): &(String, String)| element("li").key(cycle).text(cycle).text(": ").text(extent);
    let theme = |(theme, words): &(Link, String)| element("li").child(parts::link(theme)).text(": ").text(words);
    let form = |form: &ShortForm| {
        let words = fragment().text(&form.long).text(", ").child(parts::link(&form.source));
        parts::entry(&form.short, words)
    };
    element("div")
        .class("page about")
        .child(parts::heading("About"))
        .child(element("p").class("lead").text("His Majesty's Inspectorate of Constabulary and Fire & Rescue Services (before July 2017, HMIC) inspects the police forces of England and Wales. Its reports stand alone, one document each. This site sets them side by side, in their own words."))
        .child(h2("What this site holds"))
        .child(
            element("div")
                .class("table-frame")
                .tabindex("0")
                .role("region")
                .aria_label("Reports held")
                .child(reports)
        )
        .child(h2("Cycles"))
        .child(element("ul").children(page.cycles.iter().map(cycle)))
        .child(p("Because of the pandemic there was no round of PEEL inspections between 2018/19, whose last reports were published in February 2020, and 2021/22: the gap is not missing data. Each grade is shown as it was on its date; a newer one may exist."))
        .child(h2("Subjects"))
        .child(p("Subjects are our own grouping of the inspectorate's questions and areas, whose wording changes from year to year. A shared subject does not mean that two grades can be compared."))
        .child(element("p").child(parts::link(&page.crosswalk)))
        .child(h2("Themes"))
        .child(p("Themes are our own labels for findings: a finding has a theme if it uses one of the words listed here."))
        .child(element("ul").class("themes").children(page.themes.iter().map(theme)))
        .child(h2("Abbreviations").id("short-forms"))
        .child(p("Abbreviations that the reports held here spell out themselves."))
        .child(element("dl").class("short-forms").children(page.abbreviations.iter().map(form)))
        .child(h2("How it was made"))
        .child(p("A program reads the text of each report and extracts its judgments and findings word for word, each with its place in the text. Whatever the program cannot read, and every place where a report contradicts itself, is listed on the report's page. Nothing is averaged, scored or ranked."))
        .child(offline_section())
        .child(h2("Licence").id("licence"))
        .child(p(LICENCE).text(" The program is free software under the MIT licence or the Apache 2.0 licence, as you choose."))
        .child(p("This page makes no request to any other site and keeps no record of you."))
}

/// The two ways to use the site without a network. Hidden in the single file, which is one of them.
fn offline_section<A>() -> Node<A> {
    let file = element("a").href(SINGLE_FILE).download("").text("as one file");
    element("div")
        .class("site-only")
        .child(h2("Without a network").id("without-network"))
        .child(
            element("p")
                .text("You can save the whole site ")
                .child(file)
                .text(". It opens with a double-click in any current browser, even from a memory stick, and needs no network. Or save the site in this browser, with the button at the foot of every page; the date of the saved copy is then shown there."),
        )
}

fn p<A>(words: &'static str) -> Node<A> {
    element("p").text(words)
}

fn h2<A>(words: &'static str) -> Node<A> {
    element("h2").text(words)
}

fn held<A>(report: &HeldReport) -> Node<A> {
    element("tr")
        .key(&report.link.href)
        .child(element("th").scope("row").child(parts::link(&report.link)))
        .child(element("td").text(&report.published))
        .children(
            [report.judgments, report.findings, report.problems].map(|count| element("td").text(count.to_string())),
        )
}
