//! About.

use super::frame::LICENCE;
use super::parts;
use super::tag::tag;
use crate::screen::about::{About, HeldReport};
use yew::prelude::*;

fn p(words: &'static str) -> Html {
    tag("p").text(words).html()
}

fn h2(words: &'static str) -> Html {
    tag("h2").text(words).html()
}

fn th(words: &'static str) -> Html {
    tag("th").with("scope", "col").text(words).html()
}

/// Draws it.
pub fn about(page: &About) -> Html {
    let heads = ["Report", "Published", "Judgments", "Findings", "Problems in its text"];
    let table = tag("table").class("plain").has(tag("thead").has(tag("tr").all(heads.into_iter().map(th)).html()).html());
    let table = table.has(tag("tbody").all(page.reports.iter().map(held)).html());
    let frame = tag("div").class("table-frame").with("tabindex", "0").with("role", "region").with("aria-label", "Reports held");
    let cycle = |(cycle, held): &(String, String)| tag("li").key(cycle).text(cycle).text(": ").text(held).html();
    let wording = |words: &String| tag("dd").key(words).text(words).html();
    let subject = |(name, wordings): &(String, Vec<String>)| {
        tag("div").key(name).has(tag("dt").text(name).html()).all(wordings.iter().map(wording)).html()
    };
    tag("div").class("page about")
        .has(parts::heading("About"))
        .has(tag("p").class("lead").text("His Majesty's Inspectorate of Constabulary and Fire & Rescue Services (before July 2017, HMIC) inspects the police forces of England and Wales. Its reports stand alone, one document each. This site sets them side by side, in their own words.").html())
        .has(h2("What is held"))
        .has(frame.has(table.html()).html())
        .has(h2("Cycles"))
        .has(tag("ul").all(page.cycles.iter().map(cycle)).html())
        .has(p("The inspectorate made no PEEL report in 2020, because of the pandemic: that gap is not missing data. A grade that is shown is the grade of its date, and may not be the newest that exists."))
        .has(h2("Subjects"))
        .has(p("Subjects are our own grouping of the inspectorate's questions and areas, whose wording changes from year to year. They group; they do not say that two grades can be compared."))
        .has(tag("dl").class("subjects").all(page.subjects.iter().map(subject)).html())
        .has(h2("How it was made"))
        .has(p("A program reads the text of each report and takes out its judgments and findings word for word, each with the place where it stands. What it cannot read, and where a report contradicts itself, is listed on the page of the report. Nothing is averaged, scored or ranked."))
        .has(tag("h2").with("id", "licence").text("Licence").html())
        .has(tag("p").text(LICENCE).text(" The program is free software under the MIT and Apache 2.0 licences.").html())
        .has(p("This page makes no request to any other site and keeps no record of you."))
        .html()
}

fn held(report: &HeldReport) -> Html {
    let td = |words: String| tag("td").text(words).html();
    tag("tr").key(&report.link.href)
        .has(tag("th").with("scope", "row").has(parts::link(&report.link)).html())
        .has(td(report.published.clone())).has(td(report.judgments.to_string())).has(td(report.findings.to_string())).has(td(report.problems.to_string()))
        .html()
}
