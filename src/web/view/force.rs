//! The page of a force.

use super::tag::{Tag, list, tag, text};
use super::{known, numbers, parts, timeline, timeline_list, timeline_table};
use crate::screen::Link;
use crate::screen::force::{ForcePage, ReportCard};
use crate::screen::timeline::{Head, Timeline};
use timeline::Place;
use yew::Callback;

/// Draws it.
pub fn force(page: &ForcePage, here: &str, cell: Option<Place>, enter: &Callback<Place>) -> Tag {
    let timeline = page.timeline.as_ref().map(|t| timeline_section(t, page, here, cell, enter));
    tag("div")
        .class("page force")
        .has(parts::heading(&page.name))
        .has(tag("p").class("lead").text(&page.headline))
        .has(tag("p").class("later").maybe(page.later.as_ref().map(text)))
        .has(parts::note(&page.held).text(" ").maybe(page.not_held.as_ref().map(text)))
        .has(parts::takes(&parts::EVERY_WAY))
        .has(tag("div").class("force__timeline").maybe(timeline))
        .has(tag("div").class("force__reports").maybe((!page.reports.is_empty()).then(|| reports(page))))
        .has(tag("div").class("force__themes").maybe((!page.themes.is_empty()).then(|| themes(page))))
        .has(tag("div").class("force__numbers").maybe((!page.numbers.is_empty()).then(|| numbers(page))))
        .has(tag("div").class("force__known").maybe((!page.known.is_empty()).then(|| known::known(&page.known))))
        .has(neighbours(page))
}

fn timeline_section(
    drawn: &Timeline,
    page: &ForcePage,
    here: &str,
    cell: Option<Place>,
    enter: &Callback<Place>,
) -> Tag {
    let form = match page.table {
        true => timeline_table::table(drawn, &page.name),
        false => list()
            .has(
                tag("div")
                    .class("timeline-wide")
                    .key("wide")
                    .has(parts::note(&drawn.how_to_read))
                    .has(timeline::grid(drawn, &page.name, here, cell, enter).key(&page.name)),
            )
            .has(
                tag("div")
                    .class("timeline-narrow")
                    .key("narrow")
                    .has(parts::note("Newest inspection first; under each the subjects that were graded or assessed."))
                    .has(timeline_list::list(drawn)),
            ),
    };
    let heading = tag("h2").id("timeline-heading").tabindex("-1").text("Grades and findings over time");
    tag("section")
        .aria_labelledby("timeline-heading")
        .has(section_head(heading, tag("a").href(&page.other_form.href).text(&page.other_form.text)))
        .has(tag("div").has(form))
        .has(timeline::keys(drawn))
        .has(tag("div").class("breaks").all(drawn.heads.iter().filter_map(break_note)))
}

/// A heading with something to do beside it.
fn section_head(heading: Tag, action: Tag) -> Tag {
    tag("div").class("section-head").has(heading).has(action.class("section-head__action"))
}

fn break_note(head: &Head) -> Option<Tag> {
    let Head::Break(found) = head else { return None };
    let words = match &found.quote {
        Some(quote) => quotation(quote),
        None => parts::note("No report held here prints the inspectorate's sentence on it."),
    };
    let note = tag("section")
        .key(&found.cycle)
        .id(timeline::break_anchor(&found.cycle))
        .class("break")
        .tabindex("-1")
        .has(tag("h3").text(format!("Break before {}", found.cycle)))
        .has(tag("p").text(&found.label))
        .has(tag("div").has(words));
    Some(note)
}

fn quotation((words, source): &(String, Link)) -> Tag {
    tag("figure").class("quotation").has(tag("blockquote").text(words)).has(tag("figcaption").has(parts::link(source)))
}

fn reports(page: &ForcePage) -> Tag {
    let heading = tag("h2").id("reports-heading").text("Reports held, newest first");
    tag("section")
        .aria_labelledby("reports-heading")
        .has(section_head(heading, tag("span").maybe(page.all_findings.as_ref().map(parts::link))))
        .has(tag("ul").class("cards").all(page.reports.iter().map(card)))
}

fn card(card: &ReportCard) -> Tag {
    tag("li")
        .key(&card.link.href)
        .class("card")
        .has(tag("h3").class("card__name").has(parts::link(&card.link)))
        .has(tag("p").class("card__note").text("Published ").text(&card.published))
        .has(tag("p").text(&card.grades))
        .has(tag("p").class("card__links").has(parts::inline_links(&card.findings)))
}

fn themes(page: &ForcePage) -> Tag {
    parts::section("themes", "What they said about")
        .has(parts::note("Our own labels, by the words that findings use."))
        .has(
            tag("ul")
                .class("theme-links")
                .all(page.themes.iter().map(|to| tag("li").key(&to.href).has(parts::link(to)))),
        )
}

fn numbers(page: &ForcePage) -> Tag {
    parts::section("numbers", "Numbers")
        .has(parts::note("All of them: ").has(parts::inline_links(&page.numbers)))
        .all(page.charts.iter().map(numbers::chart))
}

/// Other forces to set beside it.
fn neighbours(page: &ForcePage) -> Tag {
    parts::section("compare", "Compare")
        .has(tag("p").text("Beside another force of its region: ").has(parts::inline_links(&page.compare)))
}
