//! The page of a report.

use super::tag::{Tag, tag, text as words};
use super::{numbers, parts, passage, search_box, tile};
use crate::screen::report::{JudgmentEntry, ProblemEntry, ReportPage, Section};
use crate::state::Action;
use yew::Callback;

/// Draws it.
pub fn report(page: &ReportPage, here: &str, text_error: Option<&str>, act: &Callback<Action>) -> Tag {
    let places = [
        ("judgments", "Judgments"),
        ("findings", "Findings"),
        ("numbers", "Numbers"),
        ("problems", "Problems in the text"),
        ("short-forms", "Short forms"),
        ("text", "Full text"),
    ];
    let to = |(place, name): (&'static str, &'static str)| tag("a").href(format!("{here}#{place}")).text(name);
    let fact = |(name, value): &(String, String)| parts::entry(name, words(value)).key(name);
    let findings = parts::section("findings", "Findings, in the order of the report")
        .has(parts::takes(&[("csv", "CSV"), ("json", "JSON"), ("link", "Copy link"), parts::BRIEF]))
        .all(page.sections.iter().map(section));
    tag("div")
        .class("page report")
        .has(tag("p").class("crumbs").has(parts::link(&page.force)))
        .has(parts::heading(&page.heading))
        .has(tag("p").class("lead").text(&page.summary))
        .has(parts::behind(page.behind.as_ref()))
        .has(tag("nav").class("contents").aria_label("On this page").all(places.map(to)))
        .has(search_box::inside_field(&page.query, here, act))
        .has(tag("div").class("hits").maybe((!page.query.is_empty()).then(|| hits(page))))
        .has(tag("dl").class("facts").all(page.facts.iter().map(fact)))
        .has(parts::section("judgments", "Judgments").has(tag("div").has(judgments(&page.judgments))))
        .has(findings)
        .has(parts::section("numbers", "Numbers").has(numbers::numbers(&page.numbers)))
        .has(parts::section("problems", "Problems in the text").has(tag("div").has(problems(&page.problems))))
        .has(parts::section("short-forms", "Short forms").has(short_forms(page)))
        .has(full_text(page, text_error))
}

/// The paragraphs that have the words that were looked for.
fn hits(page: &ReportPage) -> Tag {
    const MOST: usize = 40;
    let more = page.hits.len().saturating_sub(MOST);
    let more = (more > 0).then(|| parts::note(format!("And {more} more, marked in the text below.")));
    let count = match page.hits.len() {
        0 => format!("No paragraph has all of “{}”, nor other forms of these words.", page.query),
        1 => format!("1 paragraph has all of “{}”, or other forms of these words:", page.query),
        n => format!("{n} paragraphs have all of “{}”, or other forms of these words:", page.query),
    };
    tag("div")
        .has(tag("p").role("status").text(count))
        .has(parts::link_list(&page.hits[..page.hits.len().min(MOST)]))
        .maybe(more)
}

fn short_forms(page: &ReportPage) -> Tag {
    match page.short_forms.is_empty() {
        true => tag("p").text("The report spells out none."),
        false => parts::short_forms(&page.short_forms),
    }
}

fn full_text(page: &ReportPage, text_error: Option<&str>) -> Tag {
    let outline = |section: &Section| {
        let name = section.headings.last().cloned().unwrap_or_default();
        tag("li").has(tag("a").href(&section.place).text(name))
    };
    parts::section("text", "Full text")
        .has(
            parts::note("The source text as received, layout damage included. Marked words are quoted above; each mark leads to what quotes it. ")
                .has(tag("a").href(&page.text_file).download("").text("Download the text"))
        )
        .has(
            tag("details")
                .class("outline")
                .has(tag("summary").text("Outline of the report"))
                .has(tag("ol").all(page.sections.iter().map(outline))),
        )
        .has(tag("div").has(text(page, text_error)))
}

fn judgments(judgments: &[JudgmentEntry]) -> Tag {
    match judgments {
        [] => tag("p").text("Ungraded: this document gives no grades."),
        _ => tag("ul").class("judgments").all(judgments.iter().map(judgment)),
    }
}

fn judgment(entry: &JudgmentEntry) -> Tag {
    let also_called =
        (!entry.also_called.is_empty()).then(|| words(format!("Also called: {}", entry.also_called.join("; "))));
    let subject = entry.subject.as_ref().map(|subject| words(format!("Subject (ours): {subject}. ")));
    let again =
        (!entry.also.is_empty()).then(|| tag("span").text(", stated again at ").has(parts::inline_links(&entry.also)));
    let about = tag("p")
        .class("note")
        .maybe(subject)
        .text("Printed at ")
        .has(parts::inline_links(&entry.places))
        .maybe(again)
        .text(".");
    let words = tag("div")
        .class("judgment__words")
        .has(tag("h3").text(&entry.area))
        .has(tag("p").class("note").maybe(also_called))
        .has(about)
        .has(tag("div").class("judgment__problems").has(parts::link_list(&entry.problems)));
    tag("li")
        .key(&entry.anchor)
        .id(&entry.anchor)
        .class("judgment")
        .tabindex("-1")
        .has(tag("div").class("judgment__tile").has(tile::face(&entry.tile)))
        .has(words)
}

fn section(section: &Section) -> Tag {
    tag("section")
        .class("report__section")
        .has(tag("h3").text(section.headings.join(" › ")))
        .has(parts::finding_list("ol", &section.findings))
}

fn problems(problems: &[ProblemEntry]) -> Tag {
    match problems {
        [] => tag("p").text("None found: every line of the text could be read."),
        _ => tag("ul").class("problems").all(problems.iter().enumerate().map(problem)),
    }
}

fn problem((n, problem): (usize, &ProblemEntry)) -> Tag {
    let quote = |words: &String| tag("blockquote").text(words);
    tag("li")
        .id(format!("problem-{}", n + 1))
        .tabindex("-1")
        .class("problem")
        .has(tag("p").text(&problem.message))
        .has(tag("div").class("problem__quotes").all(problem.quotes.iter().map(quote)))
        .has(tag("p").class("note").has(parts::inline_links(&problem.places)))
}

fn text(page: &ReportPage, text_error: Option<&str>) -> Tag {
    match (&page.text, text_error) {
        (Some(text), _) => passage::full_text(&text.lines, &text.quoted),
        (None, Some(error)) => tag("p").role("alert").text(format!(
            "The text is not here: {error}. Everything above is complete without it. Reload the page to try again."
        )),
        (None, None) => parts::note("The text is being fetched."),
    }
}
