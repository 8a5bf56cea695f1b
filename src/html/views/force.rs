//! The page of a force: now, over time, what inspectors said; then numbers, neighbours and sources.

use crate::node::{Node, element, fragment, text};
use crate::views::{numbers, public_grades, timeline, timeline_list, timeline_table};
use crate::{components, tile};
use explore::export::ExportKind;
use explore::pages::force::{ForcePage, ReportCard, ThemeEntry};
use explore::pages::now::{NowRow, NowSection};
use explore::pages::timeline::{Timeline, TimelineHead};
use explore::pages::{Link, THREADS};
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
        .child(contents(page, own_address))
        .child(element("div").class("force__now").child_opt(page.now.as_ref().map(now_section)))
        .child(element("div").class("force__timeline").child_opt(timeline))
        .child(said_section(page))
        .child(components::asides(&page.asides))
        .child(
            element("div")
                .class("force__numbers")
                .child_opt((!page.numbers_links.is_empty()).then(|| numbers_section(page))),
        )
        .child(compare_section(page))
        .child(sources_section(page))
}

/// Links to the sections of the page.
fn contents(page: &ForcePage, own_address: &str) -> Node<Action> {
    let places = [
        (page.now.is_some(), "now", "Now"),
        (page.timeline.is_some(), "timeline-heading", "Over time"),
        (true, "findings", "What they said"),
        (page.asides.iter().any(|aside| aside.id == THREADS), THREADS, "What happened to …"),
        (!page.numbers_links.is_empty(), "numbers", "Numbers"),
        (true, "compare", "Neighbours"),
        (true, "sources", "Sources"),
    ];
    let link = |(_, place, name): (bool, &'static str, &'static str)| {
        element("a").key(place).href(format!("{own_address}#{place}")).text(name)
    };
    element("nav")
        .class("contents")
        .aria_label("On this page")
        .children(places.into_iter().filter(|(is_there, ..)| *is_there).map(link))
}

/// The newest inspection, with a row for each area or question.
fn now_section(now: &NowSection) -> Node<Action> {
    let row = |row: &NowRow| {
        element("li").key(&row.tile.accessible_name).child(element("span").text(&row.name)).child(tile::link(&row.tile))
    };
    components::section("now", "Now")
        .child(element("h3").text(&now.heading))
        .child(components::sourced_sentences(&now.notes))
        .child(element("ul").class("now").children(now.rows.iter().map(row)))
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
            .child(components::note("By subject, oldest inspection first; open one for words and dates. No direction of change is shown, unless a report states one."))
            .child(timeline_list::subject_list(timeline));
        fragment().child(wide).child(narrow)
    };
    let heading = element("h2").id("timeline-heading").tabindex("-1").text("Over time");
    element("section")
        .aria_labelledby("timeline-heading")
        .child(section_header(heading, element("a").href(&page.other_form_link.href).text(&page.other_form_link.text)))
        .child(element("div").child(form))
        .child(timeline::legend(timeline))
        .child(element("div").class("breaks").children(timeline.heads.iter().filter_map(break_note)))
        .child(components::export_disclosure(&[ExportKind::Embed]))
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
        .child_opt(found.gap.as_ref().map(|gap| element("p").text(gap)))
        .child(element("div").child(words));
    Some(note)
}

fn quotation_figure((words, source): &(String, Link)) -> Node<Action> {
    element("figure")
        .class("quotation")
        .child(element("blockquote").text(words))
        .child(element("figcaption").child(components::link(source)))
}

/// What inspectors said: the themes, each with a finding, then all findings.
fn said_section(page: &ForcePage) -> Node<Action> {
    let themes = element("ul").class("themes").children(page.themes.iter().map(theme_item));
    let about = (!page.themes.is_empty()).then(|| {
        components::note(
            "By theme (our own labels), each with the words of a finding from the newest report that has any.",
        )
    });
    components::section("findings", "What they said")
        .child(element("p").text(&page.held_summary))
        .child(element("div").child_opt(about))
        .child(themes)
        .child(element("p").child_opt(page.all_findings_link.as_ref().map(components::link)))
}

fn theme_item(theme: &ThemeEntry) -> Node<Action> {
    element("li")
        .key(&theme.link.href)
        .child(element("h3").class("themes__name").child(components::link(&theme.link)))
        .child(element("blockquote").class("themes__words").child(components::highlighted_text(&theme.words)))
        .child(element("p").class("note").child(components::link(&theme.source)))
}

/// The reports held, the public pages for the others, and the inspectorate's page.
fn sources_section(page: &ForcePage) -> Node<Action> {
    let reports = (!page.reports.is_empty()).then(|| {
        let heading = element("h3").id("reports-heading").text("Reports held, newest first");
        element("section")
            .aria_labelledby("reports-heading")
            .child(heading)
            .child(element("ul").class("cards").children(page.reports.iter().map(report_card)))
    });
    let known = (!page.public_grades.is_empty()).then(|| public_grades::public_grades_section(&page.public_grades));
    components::section("sources", "Sources")
        .child(
            element("p")
                .child(element("span").child_opt(page.not_held_summary.as_ref().map(text)))
                .text(" See also ")
                .child(components::link(&page.inspectorate_link))
                .text("."),
        )
        .child(element("div").class("force__reports").child_opt(reports))
        .child(element("div").class("force__known").child_opt(known))
}

fn report_card(card: &ReportCard) -> Node<Action> {
    element("li")
        .key(&card.link.href)
        .class("card")
        .child(element("h4").class("card__name").child(components::link(&card.link)))
        .child(element("p").class("card__note").text("Published ").text(&card.published))
        .child(element("p").text(&card.grades))
        .child(element("p").class("card__links").child(components::inline_links(&card.findings)))
}

fn numbers_section(page: &ForcePage) -> Node<Action> {
    components::section("numbers", "Numbers")
        .child(components::note("All numbers: ").child(components::inline_links(&page.numbers_links)))
        .children(page.charts.iter().map(numbers::chart_figure))
}

/// Links that compare the force with others.
fn compare_section(page: &ForcePage) -> Node<Action> {
    components::section("compare", "Neighbours").child(
        element("p")
            .text("Side by side with another force in its region: ")
            .child(components::inline_links(&page.comparison_links)),
    )
}
