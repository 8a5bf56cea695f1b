//! About.

use super::parts;
use super::tag::{Tag, list, tag};
use crate::screen::Link;
use crate::screen::about::{About, HeldReport};
use crate::screen::short_forms::ShortForm;
use crate::screen::take::{LICENCE, SINGLE_FILE};

/// Draws it.
pub fn about(page: &About) -> Tag {
    let heads = ["Report", "Published", "Judgments", "Findings", "Problems in its text"];
    let head = tag("tr").all(heads.into_iter().map(|name| tag("th").scope("col").text(name)));
    let reports =
        tag("table").class("plain").has(tag("thead").has(head)).has(tag("tbody").all(page.reports.iter().map(held)));
    let cycle = |(cycle, held): &(String, String)| tag("li").key(cycle).text(cycle).text(": ").text(held);
    let theme = |(theme, words): &(Link, String)| tag("li").has(parts::link(theme)).text(": ").text(words);
    let form = |form: &ShortForm| {
        let words = list().text(&form.long).text(", ").has(parts::link(&form.place));
        parts::entry(&form.short, words)
    };
    tag("div")
        .class("page about")
        .has(parts::heading("About"))
        .has(tag("p").class("lead").text("His Majesty's Inspectorate of Constabulary and Fire & Rescue Services (before July 2017, HMIC) inspects the police forces of England and Wales. Its reports stand alone, one document each. This site sets them side by side, in their own words."))
        .has(h2("What is held"))
        .has(
            tag("div")
                .class("table-frame")
                .tabindex("0")
                .role("region")
                .aria_label("Reports held")
                .has(reports)
        )
        .has(h2("Cycles"))
        .has(tag("ul").all(page.cycles.iter().map(cycle)))
        .has(p("Because of the pandemic there was no round of PEEL inspections between that of 2018/19, whose last reports came out in February 2020, and that of 2021/22: the gap is not missing data. A grade that is shown is the grade of its date, and may not be the newest that exists."))
        .has(h2("Subjects"))
        .has(p("Subjects are our own grouping of the inspectorate's questions and areas, whose wording changes from year to year. They group; they do not say that two grades can be compared."))
        .has(tag("p").has(parts::link(&page.crosswalk)))
        .has(h2("Themes"))
        .has(p("Themes are our own labels on findings: a finding has a theme where it uses one of these words."))
        .has(tag("ul").class("themes").all(page.themes.iter().map(theme)))
        .has(h2("Short forms").id("short-forms"))
        .has(p("What the reports held here spell out themselves."))
        .has(tag("dl").class("short-forms").all(page.short_forms.iter().map(form)))
        .has(h2("How it was made"))
        .has(p("A program reads the text of each report and takes out its judgments and findings word for word, each with the place where it stands. What it cannot read, and where a report contradicts itself, is listed on the page of the report. Nothing is averaged, scored or ranked."))
        .has(without_network())
        .has(h2("Licence").id("licence"))
        .has(p(LICENCE).text(" The program is free software under the MIT and Apache 2.0 licences."))
        .has(p("This page makes no request to any other site and keeps no record of you."))
}

/// The two ways to have everything without a network; the single file itself is one of them.
fn without_network() -> Tag {
    let file = tag("a").href(SINGLE_FILE).download("").text("as one file");
    tag("div")
        .class("site-only")
        .has(h2("Without a network").id("without-network"))
        .has(
            tag("p")
                .text("The whole site can be saved ")
                .has(file)
                .text(", which opens by double-click in any current browser, from a memory stick too, and asks for nothing. Or let this browser keep it: the button is at the foot of every page. It then says there of which day what it keeps is."),
        )
}

fn p(words: &'static str) -> Tag {
    tag("p").text(words)
}

fn h2(words: &'static str) -> Tag {
    tag("h2").text(words)
}

fn held(report: &HeldReport) -> Tag {
    tag("tr")
        .key(&report.link.href)
        .has(tag("th").scope("row").has(parts::link(&report.link)))
        .has(tag("td").text(&report.published))
        .all([report.judgments, report.findings, report.problems].map(|count| tag("td").text(count.to_string())))
}
