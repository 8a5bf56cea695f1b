//! The page of a report: its judgments, findings, numbers, problems, abbreviations and full text.

use crate::node::{Node, element, text as words};
use crate::views::{numbers, passage, search_box};
use crate::{components, tile};
use explore::command::Command;
use explore::pages::report::{FindingSection, JudgmentEntry, ProblemEntry, ReportPage};
use explore::route::Anchor;
use explore::state::Action;
use model::folding::join_words;

/// The content of the page. `here` is its address; `text_error` is the reason why the text could not be fetched.
pub fn report_page(page: &ReportPage, own_address: &str, text_error: Option<&str>) -> Node<Action> {
    let places = [
        ("judgments", "Judgments"),
        ("findings", "Findings"),
        ("numbers", "Numbers"),
        ("problems", "Problems in the text"),
        ("short-forms", "Abbreviations"),
        ("text", "Full text"),
    ];
    let link =
        |(place, name): (&'static str, &'static str)| element("a").href(format!("{own_address}#{place}")).text(name);
    let fact = |(name, value): &(String, String)| components::description_entry(name, words(value)).key(name);
    let findings = components::section("findings", "Findings, in the order of the report")
        .child(components::export_buttons(&components::LIST_EXPORTS, None))
        .children(page.sections.iter().map(report_section));
    element("div")
        .class("page report")
        .child(element("p").class("crumbs").child(components::link(&page.force)))
        .child(components::page_heading(&page.heading))
        .child(element("p").class("lead").text(&page.summary))
        .child(components::report_notice(page.report_notice.as_ref()))
        .child(element("nav").class("contents").aria_label("On this page").children(places.map(link)))
        .child(search_box::report_search_form(&page.query, own_address))
        .child(element("div").class("hits").child_opt((!page.query.is_empty()).then(|| search_hits(page))))
        .child(element("dl").class("facts").children(page.facts.iter().map(fact)))
        .child(components::sourced_sentences(std::slice::from_ref(&page.published_at)))
        .child(
            components::section("judgments", "Judgments").child(element("div").child(judgment_list(&page.judgments))),
        )
        .child(findings)
        .child(components::section("numbers", "Numbers").child(numbers::all_numbers(&page.numbers)))
        .child(
            components::section("problems", "Problems in the text")
                .child(element("div").child(problem_list(&page.problems))),
        )
        .child(components::section("short-forms", "Abbreviations").child(abbreviation_entries(page)))
        .child(full_text_section(page, text_error))
}

/// The paragraphs that contain the words that were searched for.
fn search_hits(page: &ReportPage) -> Node<Action> {
    const MAX_SHOWN: usize = 40;
    let more = page.hits.len().saturating_sub(MAX_SHOWN);
    let more = (more > 0).then(|| components::note(format!("And {more} more, marked in the text below.")));
    let count = match page.hits.len() {
        0 if page.text.is_none() => "The report's text is not loaded, so it has not been searched yet.".to_owned(),
        0 => format!("No paragraph contains all the words “{}” or other forms of them.", page.query),
        1 => format!("1 paragraph contains all the words “{}” or other forms of them:", page.query),
        n => format!("{n} paragraphs contain all the words “{}” or other forms of them:", page.query),
    };
    element("div")
        .child(element("p").role("status").text(count))
        .child(components::link_list(&page.hits[..page.hits.len().min(MAX_SHOWN)]))
        .child_opt(more)
}

fn abbreviation_entries(page: &ReportPage) -> Node<Action> {
    if page.abbreviations.is_empty() {
        element("p").text("The report explains no abbreviations.")
    } else {
        components::abbreviation_list(&page.abbreviations)
    }
}

fn full_text_section(page: &ReportPage, text_error: Option<&str>) -> Node<Action> {
    let outline = |section: &FindingSection| {
        let name = section.headings.last().cloned().unwrap_or_default();
        element("li").child(element("a").href(&section.first_href).text(name))
    };
    components::section("text", "Full text")
        .child(
            components::note(
                "The report's own words, line after line. Highlighted words are quoted above; each highlight links to \
                 the entry that quotes it. ",
            )
            .child_opt(
                page.text_file.as_ref().map(|path| element("a").href(path).download("").text("Download the text")),
            ),
        )
        .child(line_switch())
        // On the line that a link has led to, or on the report.
        .child(components::command_buttons([Command::Note(String::new())]))
        .child(
            element("details")
                .class("outline")
                .child(element("summary").text("Outline of the report"))
                .child(element("ol").children(page.sections.iter().map(outline))),
        )
        .child(element("div").child(source_text(page, text_error)))
}

/// Switches the full text between paragraphs and the lines as received. The browser does it by the stylesheet alone.
fn line_switch() -> Node<Action> {
    let switch = element("input").type_("checkbox").id("lines-as-received");
    let words = "Show the lines as received, with their numbers";
    element("p").class("line-switch").child(element("label").child(switch).text(words))
}

fn judgment_list(judgments: &[JudgmentEntry]) -> Node<Action> {
    match judgments {
        [] => element("p").text("Ungraded: this document gives no grades."),
        _ => element("ul").class("judgments").children(judgments.iter().map(judgment_item)),
    }
}

fn judgment_item(entry: &JudgmentEntry) -> Node<Action> {
    let also_called = (!entry.also_called.is_empty())
        .then(|| words(format!("Also called: {}", join_words(&entry.also_called, "; "))));
    let subject = entry.subject.as_ref().map(|subject| words(format!("Subject (our grouping): {subject}. ")));
    let repeated = (!entry.repeated_at.is_empty())
        .then(|| element("span").text(", stated again at ").child(components::inline_links(&entry.repeated_at)));
    let about = element("p")
        .class("note")
        .child_opt(subject)
        .text("Printed at ")
        .child(components::inline_links(&entry.places))
        .child_opt(repeated)
        .text(".");
    let words = element("div")
        .class("judgment__words")
        .child(element("h3").text(&entry.area))
        .child(element("p").class("note").child_opt(also_called))
        .child(about)
        .child(element("div").class("judgment__problems").child(components::link_list(&entry.problems)));
    element("li")
        .key(entry.anchor.to_string())
        .id(entry.anchor.to_string())
        .class("judgment")
        .tabindex("-1")
        .child(element("div").class("judgment__tile").child(tile::face(&entry.tile)))
        .child(words)
}

fn report_section(section: &FindingSection) -> Node<Action> {
    element("section")
        .class("report__section")
        .child(element("h3").text(join_words(&section.headings, " › ")))
        .child(components::finding_list("ol", &section.findings))
}

fn problem_list(problems: &[ProblemEntry]) -> Node<Action> {
    match problems {
        [] => element("p").text("No problems found. Every line of the text could be read."),
        _ => element("ul").class("problems").children(problems.iter().enumerate().map(problem_item)),
    }
}

fn problem_item((n, problem): (usize, &ProblemEntry)) -> Node<Action> {
    let quote = |words: &String| element("blockquote").text(words);
    element("li")
        .id(Anchor::Problem(n + 1).to_string())
        .tabindex("-1")
        .class("problem")
        .child(element("p").text(&problem.message))
        .child(element("div").class("problem__quotes").children(problem.quotes.iter().map(quote)))
        .child(element("p").class("note").child(components::inline_links(&problem.places)))
}

fn source_text(page: &ReportPage, text_error: Option<&str>) -> Node<Action> {
    match (&page.text, text_error) {
        (Some(text), _) => passage::full_source(&text.lines, &text.quotations),
        (None, Some(error)) => element("p").role("alert").text(format!(
            "The text could not be loaded: {error}. Everything above is complete without it. Reload the page to try again."
        )),
        (None, None) => components::note("The text is loading."),
    }
}
