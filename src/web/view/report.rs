//! The page of a report.

use super::tag::{tag, text as words};
use super::{parts, passage, tile};
use crate::screen::report::{JudgmentEntry, ProblemEntry, ReportPage, Section};
use yew::prelude::*;

/// Draws it.
pub fn report(page: &ReportPage, here: &str, text_error: Option<&str>) -> Html {
    let to = |place: &'static str, name: &'static str| tag("a").with("href", format!("{here}#{place}")).text(name).html();
    let section = |id: &'static str, heading: &'static str| tag("section").with("aria-labelledby", id).has(tag("h2").with("id", id).with("tabindex", "-1").text(heading).html());
    let fact = |(name, value): &(String, String)| tag("div").key(name).has(tag("dt").text(name).html()).has(tag("dd").text(value).html()).html();
    tag("div").class("page report")
        .has(tag("p").class("crumbs").has(parts::link(&page.force)).html())
        .has(parts::heading(&page.heading))
        .has(tag("p").class("lead").text(&page.summary).html())
        .has(tag("nav").class("contents").with("aria-label", "On this page").has(to("judgments", "Judgments")).has(to("findings", "Findings")).has(to("problems", "Problems in the text")).has(to("text", "Full text")).html())
        .has(tag("dl").class("facts").all(page.facts.iter().map(fact)).html())
        .has(section("judgments", "Judgments").has(tag("div").has(judgments(&page.judgments)).html()).html())
        .has(section("findings", "Findings, in the order of the report").all(page.sections.iter().map(self::section)).html())
        .has(section("problems", "Problems in the text").has(tag("div").has(problems(&page.problems)).html()).html())
        .has(section("text", "Full text")
            .has(tag("p").class("note").text("The source text as received, layout damage included. Marked words are quoted above; each mark leads to what quotes it. ").has(tag("a").with("href", &page.text_file).with("download", "").text("Download the text").html()).html())
            .has(tag("div").has(text(page, text_error)).html()).html())
        .html()
}

fn judgments(judgments: &[JudgmentEntry]) -> Html {
    if judgments.is_empty() {
        return tag("p").text("Ungraded: this document gives no grades.").html();
    }
    let entry = |j: &JudgmentEntry| {
        let also_called = (!j.also_called.is_empty()).then(|| format!("Also called: {}", j.also_called.join("; ")));
        let again = (!j.also.is_empty()).then(|| tag("span").text(", stated again at ").has(parts::inline_links(&j.also)).html());
        let subject = j.subject.as_ref().map(|subject| words(format!("Subject (ours): {subject}. ")));
        tag("li").key(&j.anchor).with("id", &j.anchor).class("judgment").with("tabindex", "-1")
            .has(tag("div").class("judgment__tile").has(tile::face(&j.tile)).html())
            .has(tag("div").class("judgment__words").has(tag("h3").text(&j.area).html()).has(tag("p").class("note").all(also_called.into_iter().map(words)).html())
               .has(tag("p").class("note").all(subject.into_iter()).text("Printed at ").has(parts::inline_links(&j.places)).all(again.into_iter()).text(".").html()).html())
            .html()
    };
    tag("ul").class("judgments").all(judgments.iter().map(entry)).html()
}

fn section(section: &Section) -> Html {
    let one = |(kind, to): &(String, crate::screen::Link)| tag("li").key(&to.href).has(tag("span").class("note").text(kind).text(": ").html()).has(parts::link(to)).html();
    tag("section").class("report__section").has(tag("h3").text(section.headings.join(" › ")).html())
        .has(tag("ol").class("plain-list").all(section.findings.iter().map(one)).html()).html()
}

fn problems(problems: &[ProblemEntry]) -> Html {
    if problems.is_empty() {
        return tag("p").text("None found: every line of the text could be read.").html();
    }
    let quote = |words: &String| tag("blockquote").text(words).html();
    let entry = |problem: &ProblemEntry| {
        tag("li").class("problem").has(tag("p").text(&problem.message).html())
            .has(tag("div").class("problem__quotes").all(problem.quotes.iter().map(quote)).html())
            .has(tag("p").class("note").has(parts::inline_links(&problem.places)).html()).html()
    };
    tag("ul").class("problems").all(problems.iter().map(entry)).html()
}

fn text(page: &ReportPage, text_error: Option<&str>) -> Html {
    match (&page.text, text_error) {
        (Some(text), _) => passage::full_text(&text.lines, &text.quoted),
        (None, Some(error)) => {
            tag("p").with("role", "alert").text(format!("The text is not here: {error}. Everything above is complete without it. Reload the page to try again.")).html()
        }
        (None, None) => tag("p").class("note").text("The text is being fetched.").html(),
    }
}
