//! The glossary: short forms and terms with the reports' own definitions.

use crate::components;
use crate::node::{Node, element, text};
use explore::pages::Link;
use explore::pages::glossary::{GlossaryPage, LetterGroup, NameRow, QuotedDefinition, TermRow};

/// The content of the page. `own_address` is its address, for links within it.
pub fn glossary_page<A>(page: &GlossaryPage, own_address: &str) -> Node<A> {
    let jump = |(id, name): (&str, &str)| element("a").href(format!("{own_address}#{id}")).text(name.to_string());
    let letters = page.letters.iter().map(|group| jump((&group.id, &group.letter)));
    let others = [("names", "Grades, kinds and states"), ("unexplained", "Not explained")].map(jump);
    element("div")
        .class("page glossary")
        .child(components::page_heading("Glossary"))
        .child(element("p").class("lead").text(&page.summary))
        .child(components::note("Everything in quotation marks is verbatim, and its link opens the place in the report. Where reports word something differently, each wording is given. We add no definitions of our own."))
        .child(element("nav").class("contents glossary__letters").aria_label("Letters").children(others.into_iter().chain(letters)))
        .child(names_section(page))
        .children(page.letters.iter().map(letter_group))
        .child(unexplained_section(page))
}

fn letter_group<A>(group: &LetterGroup) -> Node<A> {
    element("section")
        .key(&group.id)
        .class("glossary__group")
        .aria_labelledby(&group.id)
        .child(element("h2").id(&group.id).tabindex("-1").text(&group.letter))
        .child(element("dl").class("glossary__terms").children(group.entries.iter().map(term_entry)))
}

/// An entry; its headword carries its ids, so that a link to any of its names leads to it.
fn term_entry<A>(entry: &TermRow) -> Node<A> {
    let also =
        (!entry.spellings.is_empty()).then(|| element("span").class("note").text(" also ").text(&entry.spellings));
    let other_ids = entry.ids.iter().skip(1).map(|id| element("span").id(id));
    element("div")
        .key(&entry.ids[0])
        .class("glossary__entry")
        .id(&entry.ids[0])
        .tabindex("-1")
        .child(
            element("dt")
                .children(other_ids)
                .child(element("dfn").text(&entry.headword))
                .child(element("span").child_opt(also)),
        )
        .children(entry.long_forms.iter().map(long_form))
        .children(entry.definitions.iter().map(definition))
        .child(element("dd").class("glossary__more").child(components::link(&entry.search)))
}

fn long_form<A>((words, places): &(String, Vec<Link>)) -> Node<A> {
    element("dd")
        .child(element("span").class("glossary__long").text(words))
        .child(element("span").class("note").text(" spelled out in ").child(components::inline_links(places)))
}

fn definition<A>(quoted: &QuotedDefinition) -> Node<A> {
    let of = quoted.term.as_ref().map(|term| element("span").class("note").text("of “").text(term).text("”: "));
    let kind = if quoted.kind.is_empty() { String::new() } else { format!("{}, ", quoted.kind) };
    let source = element("p")
        .class("note")
        .text(kind)
        .child(components::link(&quoted.source))
        .text(format!(". Published {}.", quoted.published));
    element("dd")
        .class("glossary__definition")
        .child(
            element("blockquote")
                .class("quotation")
                .child(element("span").child_opt(of))
                .text("“")
                .text(&quoted.text)
                .text("”"),
        )
        .child(source)
}

fn names_section<A>(page: &GlossaryPage) -> Node<A> {
    let group = |(heading, rows): &(&'static str, Vec<NameRow>)| {
        element("div")
            .key(*heading)
            .child(element("h3").text(*heading))
            .child(element("dl").class("glossary__terms").children(rows.iter().map(name_entry)))
    };
    components::section("names", "Grades, kinds of finding and states of a judgment")
        .child(components::note("These are names that this site shows with findings and judgments. Grades are the inspectorate's, and so are the kinds, except “summary point”, “letter finding” and “victim service finding”: these are our names for points that reports give without a name."))
        .children(page.names.iter().map(group))
}

fn name_entry<A>(row: &NameRow) -> Node<A> {
    let elsewhere = row.elsewhere.as_ref().map(|(words, page, source)| {
        element("dd")
            .text("No report held defines it. One says where the inspectorate does: “")
            .text(words)
            .text("” (")
            .child(components::link(page))
            .text("), in ")
            .child(components::link(source))
            .text(".")
    });
    let page = row.page.as_ref().map(|page| {
        let words = text("No report held defines it. The inspectorate does on a page of its own (not held): ");
        element("dd").child(words).child(components::link(page)).text(".")
    });
    let is_unexplained = row.definitions.is_empty() && row.elsewhere.is_none() && row.page.is_none();
    let unexplained = is_unexplained.then(|| element("dd").class("note").text("No report held defines it."));
    element("div")
        .key(&row.id)
        .class("glossary__entry")
        .id(&row.id)
        .tabindex("-1")
        .child(element("dt").child(element("dfn").text(&row.name)))
        .children(row.definitions.iter().map(definition))
        .children(elsewhere.into_iter().chain(page).chain(unexplained))
}

fn unexplained_section<A>(page: &GlossaryPage) -> Node<A> {
    let entry = |row: &TermRow| {
        element("li")
            .key(&row.ids[0])
            .class("glossary__entry")
            .id(&row.ids[0])
            .tabindex("-1")
            .children(row.ids.iter().skip(1).map(|id| element("span").id(id)))
            .child(element("dfn").text(&row.headword))
            .child(element("span").class("note").text(", linked in ").child(components::inline_links(&row.linked_by)))
    };
    let words = match page.unexplained.is_empty() {
        true => text("None: every term that a report links is explained above."),
        false => text(
            "The reports link these terms to the inspectorate's own glossary on the web. No report held explains them.",
        ),
    };
    components::section("unexplained", "Unexplained in the reports held")
        .child(element("p").child(words))
        .child(element("ul").class("plain-list").children(page.unexplained.iter().map(entry)))
}
