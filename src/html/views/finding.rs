//! The page of a finding: its words, what is known about it, and where it is in the report.

use crate::node::{Node, element, fragment, text};
use crate::terms::{self, explained_words};
use crate::views::{numbers, passage};
use crate::{components, tile};
use explore::command::Command;
use explore::export::ExportKind;
use explore::pages::Link;
use explore::pages::finding::FindingPage;
use model::folding::join_words;

/// The content of the page. `text_error` is the reason why the source text could not be fetched.
pub fn finding_page<A>(page: &FindingPage, text_error: Option<&str>) -> Node<A> {
    let crumbs = element("p")
        .class("crumbs")
        .child(components::link(&page.force))
        .text(" › ")
        .child(components::link(&page.report));
    let about = element("p")
        .class("finding__about")
        .child(components::finding_kind(&page.kind, &page.kind_class))
        .text(" · ")
        .child(components::link(&page.report))
        .text(" · Published ")
        .text(&page.published);
    let passage = components::section("passage", "In the report")
        .child(components::note("Location in the text: ").child(components::link(&page.citation)))
        .child(components::sourced_sentences(std::slice::from_ref(&page.published_at)))
        .child(element("div").child(source_excerpts(page, text_error)));
    let others = components::section("others", "What else the report says in this section")
        .child(components::note(format!("Under “{}”", page.related_under)))
        .child(element("div").child(other_findings(&page.related_findings)));
    let neighbours = element("nav")
        .class("neighbours")
        .aria_label("Previous and next finding")
        .child(neighbour_link("Previous finding", &page.previous))
        .child(neighbour_link("Next finding", &page.next));
    let words = element("div")
        .class("finding__words")
        .child(about)
        .child(components::report_notice(page.report_notice.as_ref()))
        .child(element("div").child_opt(page.kind_correction.clone().map(components::note)))
        .child(
            element("article")
                .class("quotation quotation--finding")
                .child(element("h1").id("heading").tabindex("-1").child(explained_words(&page.text.text, &page.terms)))
                .child(components::text_parts(&page.text.rest, &page.terms)),
        )
        .child(components::export_buttons(
            &[ExportKind::Share, ExportKind::Quotation, ExportKind::Link, ExportKind::Json],
            Some(Command::Note(String::new())),
        ))
        .child(terms::explanations(&page.term_notes))
        .child(fact_list(page));
    element("div")
        .class("page finding")
        .child(crumbs)
        .child(element("div").class("finding__columns").child(words).child(passage))
        .child(element("div").child_opt((!page.numbers.is_empty()).then(|| numbers_section(page))))
        .child(components::asides(&page.asides))
        .child(others)
        .child(neighbours)
}

fn numbers_section<A>(page: &FindingPage) -> Node<A> {
    components::section("numbers", "Numbers in this finding").child(numbers::all_numbers(&page.numbers))
}

fn fact_list<A>(page: &FindingPage) -> Node<A> {
    let judgment = page.judgment.as_ref().map(|(shown, area)| fragment().text(area).text(" ").child(tile::link(shown)));
    let deadline = page.deadline.as_ref().map(|(words, due)| match due {
        Some(due) => text(format!("“{words}”: {due} (counted from publication unless the words give a date)")),
        None => text(format!("“{words}”: no date can be worked out from the text")),
    });
    let children = (!page.children.is_empty()).then(|| components::link_list(&page.children).class("plain-list"));
    let facts = [
        ("Belongs to", judgment),
        ("Subject (our grouping)", page.subject.as_ref().map(components::link)),
        ("Headings", joined_text(&page.section, " › ")),
        ("Deadline", deadline),
        ("Cause of concern it addresses", page.parent.as_ref().map(components::link)),
        ("Recommendations that address it", children),
        ("Terms that the report links to its glossary", linked_terms(page)),
    ];
    let fact =
        |(name, value): (&'static str, Option<Node<A>>)| Some(components::description_entry(name, value?).key(name));
    element("dl").class("facts").children(facts.into_iter().filter_map(fact))
}

fn linked_terms<A>(page: &FindingPage) -> Option<Node<A>> {
    (!page.linked_terms.is_empty()).then(|| components::inline_links(&page.linked_terms))
}

fn joined_text<A>(words: &[String], between: &str) -> Option<Node<A>> {
    (!words.is_empty()).then(|| text(join_words(words, between)))
}

fn source_excerpts<A>(page: &FindingPage, text_error: Option<&str>) -> Node<A> {
    match (&page.excerpts, text_error) {
        (Some(excerpts), _) => fragment().children(excerpts.iter().map(|excerpt| passage::source_excerpt(excerpt, &page.terms))),
        (None, Some(error)) => element("p").role("alert").text(format!("The report's text could not be loaded: {error}. The words of the finding above are complete. Reload the page to try again.")),
        (None, None) => components::note("The report's text is loading."),
    }
}

fn other_findings<A>(others: &[(String, Link)]) -> Node<A> {
    match others {
        [] => element("p").text("No other findings."),
        _ => components::finding_list("ul", others),
    }
}

fn neighbour_link<A>(label: &'static str, to: &Option<Link>) -> Node<A> {
    let link = |to: &Link| {
        element("a").href(&to.href).child(element("span").class("note").text(label)).child(element("br")).text(&to.text)
    };
    element("span").child_opt(to.as_ref().map(link))
}
