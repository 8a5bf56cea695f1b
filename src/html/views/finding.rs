//! The page of a finding: its words, what is known about it, and where it is in the report.

use crate::node::{Node, element, fragment, text};
use crate::views::{numbers, passage};
use crate::{parts, tile};
use explore::export::Export;
use explore::pages::Link;
use explore::pages::finding::{FindingPage, Paragraph, Words};

/// The content of the page. `text_error` is the reason why the source text could not be fetched.
pub fn finding<A>(page: &FindingPage, text_error: Option<&str>) -> Node<A> {
    let crumbs =
        element("p").class("crumbs").child(parts::link(&page.force)).text(" › ").child(parts::link(&page.report));
    let about = element("p")
        .class("finding__about")
        .child(parts::kind(&page.kind, &page.kind_class))
        .text(" · ")
        .child(parts::link(&page.report))
        .text(" · Published ")
        .text(&page.published);
    let passage = parts::section("passage", "In the report")
        .child(parts::note("Location in the text: ").child(parts::link(&page.citation)))
        .child(element("div").child(excerpts(page, text_error)));
    let others = parts::section("others", "What else the report says in this section")
        .child(parts::note(format!("Under “{}”", page.related_under)))
        .child(element("div").child(others(&page.related_findings)));
    let neighbours = element("nav")
        .class("neighbours")
        .aria_label("Previous and next finding")
        .child(neighbour("Previous finding", &page.previous))
        .child(neighbour("Next finding", &page.next));
    element("div")
        .class("page finding")
        .child(crumbs)
        .child(parts::heading(&page.heading))
        .child(about)
        .child(parts::behind(page.not_newest_notice.as_ref()))
        .child(element("article").class("quotation quotation--finding").child(words(&page.text)))
        .child(parts::export_buttons(&[Export::Quotation, Export::Link, Export::Json]))
        .child(
            element("div").child_opt((!page.abbreviations.is_empty()).then(|| parts::short_forms(&page.abbreviations))),
        )
        .child(facts(page))
        .child(element("div").child_opt((!page.numbers.is_empty()).then(|| numbers(page))))
        .child(passage)
        .child(others)
        .child(neighbours)
}

fn numbers<A>(page: &FindingPage) -> Node<A> {
    parts::section("numbers", "Numbers in this finding").child(numbers::numbers(&page.numbers))
}

/// The words of the finding, in the order of the text.
fn words<A>(words: &Words) -> Node<A> {
    let paragraph = |part: &Paragraph| match part {
        Paragraph::Paragraph(text) => element("p").text(text),
        Paragraph::List(items) => element("ul").children(items.iter().map(|item| element("li").text(item))),
    };
    fragment()
        .child(element("p").class("quotation__text").text(&words.text))
        .child(element("div").children(words.rest.iter().map(paragraph)))
}

fn facts<A>(page: &FindingPage) -> Node<A> {
    let judgment = page.judgment.as_ref().map(|(shown, area)| fragment().child(tile::link(shown)).text(" ").text(area));
    let deadline = page.deadline.as_ref().map(|(words, due)| match due {
        Some(due) => text(format!("“{words}”: {due} (counted from publication if the words give no date)")),
        None => text(format!("“{words}”: the text does not support a date")),
    });
    let children = (!page.children.is_empty()).then(|| parts::link_list(&page.children).class("plain-list"));
    let facts = [
        ("Judgment it belongs to", judgment),
        ("Subject (our grouping)", page.subject.as_ref().map(parts::link)),
        ("Headings", joined(&page.section, " › ")),
        ("Deadline", deadline),
        ("Cause of concern it addresses", page.parent.as_ref().map(parts::link)),
        ("Recommendations that address it", children),
        ("Terms that the report links to its glossary", joined(&page.terms, "; ")),
    ];
    let fact = |(name, value): (&'static str, Option<Node<A>>)| Some(parts::entry(name, value?).key(name));
    element("dl").class("facts").children(facts.into_iter().filter_map(fact))
}

fn joined<A>(words: &[String], between: &str) -> Option<Node<A>> {
    (!words.is_empty()).then(|| text(words.join(between)))
}

fn excerpts<A>(page: &FindingPage, text_error: Option<&str>) -> Node<A> {
    match (&page.excerpts, text_error) {
        (Some(excerpts), _) => fragment().children(excerpts.iter().map(passage::excerpt)),
        (None, Some(error)) => element("p").role("alert").text(format!("The report's text could not be loaded: {error}. The words of the finding above are complete. Reload the page to try again.")),
        (None, None) => parts::note("The report's text is loading."),
    }
}

fn others<A>(others: &[(String, Link)]) -> Node<A> {
    match others {
        [] => element("p").text("Nothing else."),
        _ => parts::finding_list("ul", others),
    }
}

fn neighbour<A>(label: &'static str, to: &Option<Link>) -> Node<A> {
    let link = |to: &Link| {
        element("a").href(&to.href).child(element("span").class("note").text(label)).child(element("br")).text(&to.text)
    };
    element("span").child_opt(to.as_ref().map(link))
}
