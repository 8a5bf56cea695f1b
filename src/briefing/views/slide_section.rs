//! The elements of a slide. The presentation shows one slide at a time; the handout prints them one after another.

use crate::layout::{self, WIDE_COLUMNS, has_small_heads};
use crate::page::BriefPage;
use crate::slide::{Slide, SlideBody, SlideParagraph};
use crate::text_width::hyphenated;
use explore::export::LICENCE;
use explore::pages::grid::{Grid, GridEntry, GridHead};
use explore::pages::numbers::{Chart, ChartRow, NumberEntry};
use explore::pages::tile::Tile;
use html::node::{Node, element, fragment, text};
use html::tile;
use std::rc::Rc;

/// What is said of words that only the brief has.
pub const UNCHECKED: &str = "This brief says this. It cannot be checked here: the data of this site do not have it.";

/// The slides of a page, each with what identifies it.
pub fn keyed_slides(page: &BriefPage) -> impl Iterator<Item = (String, Rc<Slide>)> {
    page.slides.iter().map(|slide| (slide.id.clone(), Rc::clone(slide)))
}

/// A slide, with the speaker's notes in a hidden element for the presentation script.
pub fn slide_element<A>(slide: &Slide) -> Node<A> {
    let name = match slide.body {
        SlideBody::Title(_) => "title",
        SlideBody::Heading => "heading",
        SlideBody::Timeline(_) => "timeline",
        SlideBody::Comparison(_) => "comparison",
        SlideBody::Finding { .. } => "finding",
        SlideBody::FindingList(_) => "list",
        SlideBody::Judgments(_) => "judgments",
        SlideBody::Chart(_) => "chart",
        SlideBody::Number(_) => "number",
        SlideBody::Unchecked(_) => "unchecked",
        SlideBody::Sources(_) => "sources",
    };
    // Printed once for each item.
    let is_first = slide.part_label.as_ref().is_none_or(|part| part.starts_with("1 "));
    let note_class = if is_first { "slide__note" } else { "slide__note slide__note--repeated" };
    let part = slide.part_label.as_ref().map(|part| element("span").class("slide__part").text(" ").text(part));
    element("section")
        .id(&slide.id)
        .class(format!("slide slide--{name} slide--{}", layout::text_size(slide).class_name()))
        .child(element("h2").class("slide__title").text(&slide.title).child_opt(part))
        .child(element("div").class("slide__body").child(slide_body(&slide.title, &slide.body)))
        .child(element("div").class("slide__foot").child_opt((!slide.source.is_empty()).then(|| slide_footer(slide))))
        .child(element("div").class(note_class).hidden("").text(&slide.speaker_notes))
}

/// The footer: caveats, source, address and licence.
fn slide_footer<A>(slide: &Slide) -> Node<A> {
    fragment()
        .children(slide.caveats.iter().map(|note| element("p").class("slide__about").text(note)))
        .child(element("p").text(&slide.source))
        .child(element("p").class("slide__address").text(&slide.address))
        .child(element("p").class("slide__licence").text(LICENCE))
}

/// A frame in which a table wider than the page can be scrolled, also with the keyboard.
fn scroll_frame<A>(title: &str, table: Node<A>) -> Node<A> {
    element("div").class("table-frame").tabindex("0").role("group").aria_label(title.to_string()).child(table)
}

fn slide_body<A>(title: &str, body: &SlideBody) -> Node<A> {
    match body {
        SlideBody::Heading => fragment(),
        SlideBody::Title(texts) => fragment().children(texts.iter().map(|words| element("p").text(words))),
        SlideBody::Sources(sources) => {
            let sources = sources.iter().map(|words| element("li").text(words));
            element("ul").class("slide__sources").children(sources)
        }
        SlideBody::Timeline(grid) | SlideBody::Comparison(grid) => scroll_frame(title, self::grid_table(grid)),
        SlideBody::Finding { kind, kind_class, paragraphs } => finding_quotation(kind, kind_class, paragraphs),
        SlideBody::FindingList(findings) => element("ul").class("slide__list").children(findings.iter().map(list_item)),
        SlideBody::Judgments(judgments) => {
            element("ul").class("slide__judgments").children(judgments.iter().map(judgment_item))
        }
        SlideBody::Chart(chart) => scroll_frame(title, self::chart_table(chart)),
        SlideBody::Number(number) => self::number_content(number),
        SlideBody::Unchecked(paragraphs) => fragment()
            .child(element("p").class("slide__warning").text(UNCHECKED))
            .children(paragraphs.iter().map(self::paragraph)),
    }
}

fn grid_table<A>(grid: &Grid) -> Node<A> {
    let column_class =
        |head: &GridHead| if head.is_after_break { "slide__column slide__column--broken" } else { "slide__column" };
    let head = |head: &GridHead| {
        let about = element("small").text(hyphenated(&head.caption));
        let on_bar = element("span").class("slide__break").text("Break: not comparable");
        element("th")
            .scope("col")
            .class(column_class(head))
            .child_opt(head.is_after_break.then_some(on_bar))
            // A line may break after the stroke of a cycle's name.
            .text(hyphenated(&head.name).replace('/', "/\u{200b}"))
            .text(" ")
            .child(about)
    };
    let entry = |(entry, head): (&GridEntry, &GridHead)| {
        let nothing = (!entry.empty_reason.is_empty()).then(|| element("small").text(&entry.empty_reason));
        element("td").class(column_class(head)).children(entry.tiles.iter().map(tile::face)).child_opt(nothing)
    };
    let row = |(name, entries): &(String, Vec<GridEntry>)| {
        let name = element("th").scope("row").text(name);
        element("tr").child(name).children(entries.iter().zip(&grid.heads).map(entry))
    };
    element("table")
        .class(match grid.heads.len() {
            _ if has_small_heads(grid) => "slide__grid slide__grid--letters slide__grid--small-heads",
            _ if grid.has_letters => "slide__grid slide__grid--letters",
            n if n <= WIDE_COLUMNS => "slide__grid slide__grid--wide",
            _ => "slide__grid",
        })
        .child(element("thead").child(element("tr").child(element("td")).children(grid.heads.iter().map(head))))
        .child(element("tbody").children(grid.rows.iter().map(row)))
}

fn finding_quotation<A>(kind: &str, kind_class: &str, paragraphs: &[SlideParagraph]) -> Node<A> {
    let kind = html::components::finding_kind(&kind.to_string(), kind_class);
    fragment()
        .child(element("p").child(kind))
        .child(element("blockquote").children(paragraphs.iter().map(self::paragraph)))
}

fn paragraph<A>(p: &SlideParagraph) -> Node<A> {
    let class = match p {
        SlideParagraph { is_statement: true, .. } => "slide__statement",
        SlideParagraph { is_list_item: true, .. } => "slide__item",
        _ => "slide__paragraph",
    };
    element("p").class(class).text(&p.text)
}

fn list_item<A>([kind, words, source]: &[String; 3]) -> Node<A> {
    element("li")
        .child(element("span").class("slide__kind").text(kind))
        .child(element("p").text(words))
        .child(element("small").text(source))
}

fn judgment_item<A>((shown, area): &(Tile, String)) -> Node<A> {
    element("li").child(tile::face(shown)).child(element("span").text(area))
}

fn chart_table<A>(chart: &Chart) -> Node<A> {
    let row = |pair: &ChartRow| {
        element("tr")
            .child(element("th").scope("row").text(&pair.label))
            .child(bar_cell(&pair.force.value, pair.force.share, "chart__bar chart__bar--force"))
            .child(bar_cell(&pair.comparator.value, pair.comparator.share, "chart__bar"))
    };
    let heads = [String::new(), chart.force.clone(), chart.comparator.clone()];
    element("table")
        .class("slide__chart")
        .child(element("thead").child(element("tr").children(heads.map(|name| element("th").scope("col").text(name)))))
        .child(element("tbody").children(chart.rows.iter().map(row)))
}

fn bar_cell<A>(value: &str, share: f64, class: &'static str) -> Node<A> {
    let rect = element("rect").x("0").y("0").height("10").width(html::components::format_percent(share));
    let svg = element("svg").class(class).width("100%").height("10").aria_hidden("true").child(rect);
    element("td").child(text(value.to_string())).child(svg)
}

fn number_content<A>(number: &NumberEntry) -> Node<A> {
    let about = [number.period.as_ref(), number.comparator.as_ref()].into_iter().flatten();
    fragment()
        .child(element("p").class("slide__value").text(&number.value))
        .child(element("p").class("slide__statement").text(&number.label))
        .children(about.map(|words| element("p").text(words)))
}
