//! The page of a finding.

use super::tag::{Tag, list, tag, text};
use super::{numbers, parts, passage, tile};
use crate::screen::Link;
use crate::screen::finding::{FindingPage, Paragraph, Words};

/// Draws it.
pub fn finding(page: &FindingPage, text_error: Option<&str>) -> Tag {
    let crumbs = tag("p").class("crumbs").has(parts::link(&page.force)).text(" › ").has(parts::link(&page.report));
    let about = tag("p")
        .class("finding__about")
        .has(parts::kind(&page.kind, &page.kind_class))
        .text(" · ")
        .has(parts::link(&page.report))
        .text(" · Published ")
        .text(&page.published);
    let passage = parts::section("passage", "In the report")
        .has(parts::note("Where it stands: ").has(parts::link(&page.cite)))
        .has(tag("div").has(excerpts(page, text_error)));
    let others = parts::section("others", "What else this report says there")
        .has(parts::note(format!("Under “{}”", page.others_under)))
        .has(tag("div").has(others(&page.others)));
    let neighbours = tag("nav")
        .class("neighbours")
        .aria_label("Findings before and after")
        .has(neighbour("Before it", &page.before))
        .has(neighbour("After it", &page.after));
    tag("div")
        .class("page finding")
        .has(crumbs)
        .has(parts::heading(&page.heading))
        .has(about)
        .has(parts::behind(page.behind.as_ref()))
        .has(tag("article").class("quotation quotation--finding").has(words(&page.words)))
        .has(parts::takes(&[("quotation", "Copy as quotation"), ("link", "Copy link"), ("json", "JSON"), parts::BRIEF]))
        .has(tag("div").maybe((!page.short_forms.is_empty()).then(|| parts::short_forms(&page.short_forms))))
        .has(facts(page))
        .has(tag("div").maybe((!page.numbers.is_empty()).then(|| numbers(page))))
        .has(passage)
        .has(others)
        .has(neighbours)
}

fn numbers(page: &FindingPage) -> Tag {
    parts::section("numbers", "Numbers in it").has(numbers::numbers(&page.numbers))
}

/// The finding's words in the order of the text.
fn words(words: &Words) -> Tag {
    let paragraph = |part: &Paragraph| match part {
        Paragraph::Plain(text) => tag("p").text(text),
        Paragraph::List(items) => tag("ul").all(items.iter().map(|item| tag("li").text(item))),
    };
    list()
        .has(tag("p").class("quotation__text").text(&words.text))
        .has(tag("div").all(words.rest.iter().map(paragraph)))
}

fn facts(page: &FindingPage) -> Tag {
    let judgment = page.judgment.as_ref().map(|(shown, area)| list().has(tile::link(shown)).text(" ").text(area));
    let deadline = page.deadline.as_ref().map(|(words, due)| match due {
        Some(due) => text(format!("“{words}”: {due}, counted from publication where the words give no date")),
        None => text(format!("“{words}”; the text supports no date")),
    });
    let children = (!page.children.is_empty()).then(|| parts::link_list(&page.children).class("plain-list"));
    let facts = [
        ("Judgment it belongs to", judgment),
        ("Subject (our grouping)", page.subject.as_ref().map(parts::link)),
        ("Headings", joined(&page.section, " › ")),
        ("Deadline", deadline),
        ("Cause of concern it answers", page.parent.as_ref().map(parts::link)),
        ("Recommendations that answer it", children),
        ("Words the report links to its glossary", joined(&page.terms, "; ")),
    ];
    let fact = |(name, value): (&'static str, Option<Tag>)| Some(parts::entry(name, value?).key(name));
    tag("dl").class("facts").all(facts.into_iter().filter_map(fact))
}

fn joined(words: &[String], between: &str) -> Option<Tag> {
    (!words.is_empty()).then(|| text(words.join(between)))
}

fn excerpts(page: &FindingPage, text_error: Option<&str>) -> Tag {
    match (&page.excerpts, text_error) {
        (Some(excerpts), _) => list().all(excerpts.iter().map(passage::excerpt)),
        (None, Some(error)) => tag("p").role("alert").text(format!("The report's text is not here: {error}. The finding's words above are complete. Reload the page to try again.")),
        (None, None) => parts::note("The report's text is being fetched."),
    }
}

fn others(others: &[(String, Link)]) -> Tag {
    match others {
        [] => tag("p").text("Nothing else."),
        _ => parts::finding_list("ul", others),
    }
}

fn neighbour(way: &'static str, to: &Option<Link>) -> Tag {
    let link =
        |to: &Link| tag("a").href(&to.href).has(tag("span").class("note").text(way)).has(tag("br")).text(&to.text);
    tag("span").maybe(to.as_ref().map(link))
}
