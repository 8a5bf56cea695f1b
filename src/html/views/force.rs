//! The page of a force: its grades and findings over time, its reports, themes and numbers.

use crate::components;
use crate::node::{Node, element, fragment, text};
use crate::views::{numbers, public_grades, timeline, timeline_list, timeline_table};
use explore::pages::Link;
use explore::pages::force::{ForcePage, ReportCard};
use explore::pages::timeline::{Timeline, TimelineHead};
use explore::route::Anchor;
use explore::state::Action;
use explore::timeline::navigation::GridCell;

/// The content of the page. `here` is its address; `cell` is the timeline cell that arrow keys start from.
pub fn force_page(page: &ForcePage, own_address: &str, cell: Option<GridCell>) -> Node<Action> {
    let timeline = page.timeline.as_ref().map(|t| timeline_section(t, page, own_address, cell));
    element("div")
        .class("page force")
        .child(components::page_heading(&page.name))
        .child(element("p").class("lead").text(&page.headline))
        .child(element("p").class("later").child_opt(page.headline_caveats.as_ref().map(text)))
        .child(components::note(&page.held_summary).text(" ").child_opt(page.not_held_summary.as_ref().map(text)))
        .child(components::export_buttons(&components::TILE_EXPORTS))
        .child(element("div").class("force__timeline").child_opt(timeline))
        .child(
            element("div").class("force__reports").child_opt((!page.reports.is_empty()).then(|| reports_section(page))),
        )
        .child(
            element("div")
                .class("force__themes")
                .child_opt((!page.theme_links.is_empty()).then(|| themes_section(page))),
        )
        .child(
            element("div")
                .class("force__numbers")
                .child_opt((!page.numbers_links.is_empty()).then(|| numbers_section(page))),
        )
        .child(element("div").class("force__known").child_opt(
            (!page.public_grades.is_empty()).then(|| public_grades::public_grades_section(&page.public_grades)),
        ))
        .child(compare_section(page))
}

fn timeline_section(timeline: &Timeline, page: &ForcePage, own_address: &str, cell: Option<GridCell>) -> Node<Action> {
    let form = if page.is_table {
        timeline_table::plain_table(timeline, &page.name)
    } else {
        let wide = element("div")
            .class("timeline-wide")
            .key("wide")
            .child(components::note(&timeline.how_to_read))
            .child(timeline::grid(timeline, &page.name, own_address, cell).key(&page.name));
        let narrow = element("div")
            .class("timeline-narrow")
            .key("narrow")
            .child(components::note("Newest inspection first, each with the subjects that were graded or assessed."))
            .child(timeline_list::inspection_list(timeline));
        fragment().child(wide).child(narrow)
    };
    let heading = element("h2").id("timeline-heading").tabindex("-1").text("Grades and findings over time");
    element("section")
        .aria_labelledby("timeline-heading")
        .child(section_header(heading, element("a").href(&page.other_form_link.href).text(&page.other_form_link.text)))
        .child(element("div").child(form))
        .child(timeline::legend(timeline))
        .child(element("div").class("breaks").children(timeline.heads.iter().filter_map(break_note)))
}

/// A heading with an action beside it.
fn section_header(heading: Node<Action>, action: Node<Action>) -> Node<Action> {
    element("div").class("section-head").child(heading).child(action.class("section-head__action"))
}

fn break_note(head: &TimelineHead) -> Option<Node<Action>> {
    let TimelineHead::Break(found) = head else { return None };
    let words = match &found.quote {
        Some(quote) => quotation_figure(quote),
        None => components::note("No report on this site contains the inspectorate's statement about this break."),
    };
    let note = element("section")
        .key(&found.cycle)
        .id(Anchor::for_break(&found.cycle).to_string())
        .class("break")
        .tabindex("-1")
        .child(element("h3").text(format!("Break before {}", found.cycle)))
        .child(element("p").text(&found.label))
        .child(element("div").child(words));
    Some(note)
}

fn quotation_figure((words, source): &(String, Link)) -> Node<Action> {
    element("figure")
        .class("quotation")
        .child(element("blockquote").text(words))
        .child(element("figcaption").child(components::link(source)))
}

fn reports_section(page: &ForcePage) -> Node<Action> {
    let heading = element("h2").id("reports-heading").text("Reports held, newest first");
    element("section")
        .aria_labelledby("reports-heading")
        .child(section_header(
            heading,
            element("span").child_opt(page.all_findings_link.as_ref().map(components::link)),
        ))
        .child(element("ul").class("cards").children(page.reports.iter().map(report_card)))
}

fn report_card(card: &ReportCard) -> Node<Action> {
    element("li")
        .key(&card.link.href)
        .class("card")
        .child(element("h3").class("card__name").child(components::link(&card.link)))
        .child(element("p").class("card__note").text("Published ").text(&card.published))
        .child(element("p").text(&card.grades))
        .child(element("p").class("card__links").child(components::inline_links(&card.findings)))
}

fn themes_section(page: &ForcePage) -> Node<Action> {
    components::section("themes", "Findings by theme")
        .child(components::note("Our own labels, based on the words used in the findings."))
        .child(
            element("ul")
                .class("theme-links")
                .children(page.theme_links.iter().map(|to| element("li").key(&to.href).child(components::link(to)))),
        )
}

fn numbers_section(page: &ForcePage) -> Node<Action> {
    components::section("numbers", "Numbers")
        .child(components::note("All numbers: ").child(components::inline_links(&page.numbers_links)))
        .children(page.charts.iter().map(numbers::chart_figure))
}

/// Links that compare the force with others.
fn compare_section(page: &ForcePage) -> Node<Action> {
    components::section("compare", "Compare").child(
        element("p")
            .text("Side by side with another force in its region: ")
            .child(components::inline_links(&page.comparison_links)),
    )
}
