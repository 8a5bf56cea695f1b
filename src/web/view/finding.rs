//! The page of a finding.

use super::tag::{tag, text};
use super::{parts, passage, tile};
use crate::screen::Link;
use crate::screen::finding::{FindingPage, Paragraph, Words};
use yew::prelude::*;

/// Draws it.
pub fn finding(page: &FindingPage, text_error: Option<&str>) -> Html {
    let crumbs = tag("p").class("crumbs").has(parts::link(&page.force)).text(" › ").has(parts::link(&page.report));
    let about = tag("p").class("finding__about").has(parts::kind(&page.kind, &page.kind_class)).text(" · ").has(parts::link(&page.report)).text(" · Published ").text(&page.published);
    let section = |id: &'static str, heading: &'static str| tag("section").with("aria-labelledby", id).has(tag("h2").with("id", id).with("tabindex", "-1").text(heading).html());
    let note = tag("p").class("note");
    tag("div").class("page finding")
        .has(crumbs.html())
        .has(parts::heading(&page.heading))
        .has(about.html())
        .has(tag("article").class("quotation quotation--finding").has(words(&page.words)).html())
        .has(facts(page))
        .has(section("passage", "In the report").has(note.text("Where it stands: ").has(parts::link(&page.cite)).html()).has(tag("div").has(excerpts(page, text_error)).html()).html())
        .has(section("others", "What else this report says there").has(tag("p").class("note").text(format!("Under “{}”", page.others_under)).html()).has(tag("div").has(others(&page.others)).html()).html())
        .has(tag("nav").class("neighbours").with("aria-label", "Findings before and after")
            .has(tag("span").all(page.before.iter().map(|to| neighbour("Before it", to))).html())
            .has(tag("span").all(page.after.iter().map(|to| neighbour("After it", to))).html()).html())
        .html()
}

/// The finding's words in the order of the text.
fn words(words: &Words) -> Html {
    let paragraph = |part: &Paragraph| match part {
        Paragraph::Plain(text) => tag("p").text(text).html(),
        Paragraph::List(items) => tag("ul").all(items.iter().map(|item| tag("li").text(item).html())).html(),
    };
    tag("div").has(tag("p").class("quotation__text").text(&words.text).html())
        .has(tag("div").all(words.rest.iter().map(paragraph)).html()).html()
}

fn facts(page: &FindingPage) -> Html {
    let judgment = page.judgment.as_ref().map(|(shown, area)| {
        tag("span").has(tag("a").class("tile-link").with("href", &shown.href).with("aria-label", &shown.name).has(tile::face(shown)).html()).text(" ").text(area).html()
    });
    let deadline = page.deadline.as_ref().map(|(words, due)| match due {
        Some(due) => text(format!("“{words}”: {due}, counted from publication where the words give no date")),
        None => text(format!("“{words}”; the text supports no date")),
    });
    let links = |links: &[Link]| {
        (!links.is_empty()).then(|| tag("ul").class("plain-list").all(links.iter().map(|to| tag("li").key(&to.href).has(parts::link(to)).html())).html())
    };
    let facts = [
        ("Judgment it belongs to", judgment),
        ("Subject (our grouping)", page.subject.as_ref().map(parts::link)),
        ("Headings", (!page.section.is_empty()).then(|| text(page.section.join(" › ")))),
        ("Deadline", deadline),
        ("Cause of concern it answers", page.parent.as_ref().map(parts::link)),
        ("Recommendations that answer it", links(&page.children)),
        (
            "Words the report links to its glossary",
            (!page.terms.is_empty()).then(|| text(page.terms.join("; "))),
        ),
    ];
    let fact = |(name, value): (&'static str, Option<Html>)| {
        Some(tag("div").key(name).has(tag("dt").text(name).html()).has(tag("dd").has(value?).html()).html())
    };
    tag("dl").class("facts").all(facts.into_iter().filter_map(fact)).html()
}

fn excerpts(page: &FindingPage, text_error: Option<&str>) -> Html {
    match (&page.excerpts, text_error) {
        (Some(excerpts), _) => excerpts.iter().map(passage::excerpt).collect(),
        (None, Some(error)) => {
            tag("p").with("role", "alert").text(format!("The report's text is not here: {error}. The finding's words above are complete. Reload the page to try again.")).html()
        }
        (None, None) => tag("p").class("note").text("The report's text is being fetched.").html(),
    }
}

fn others(others: &[(String, Link)]) -> Html {
    if others.is_empty() {
        return tag("p").text("Nothing else.").html();
    }
    let other = |(kind, to): &(String, Link)| tag("li").key(&to.href).has(tag("span").class("note").text(kind).text(": ").html()).has(parts::link(to)).html();
    tag("ul").class("plain-list").all(others.iter().map(other)).html()
}

fn neighbour(way: &'static str, to: &Link) -> Html {
    tag("a").with("href", &to.href).has(tag("span").class("note").text(way).html()).has(tag("br").html()).text(&to.text).html()
}
