//! The elements of a slide. The presentation shows one slide at a time; the handout prints them one after another.

use crate::slide::{Body, Paragraph, Slide};
use explore::export::LICENCE;
use explore::pages::grid::{Entry, Grid, Head};
use explore::pages::numbers::{Chart, ChartRow, Number};
use explore::pages::tile::Tile;
use html::node::{Node, element, fragment, text};
use html::tile;

/// A slide, with the speaker's notes in a hidden element for the presentation script.
pub fn slide<A>(slide: &Slide) -> Node<A> {
    let name = match slide.body {
        Body::Heading => "heading",
        Body::Timeline(_) => "timeline",
        Body::Comparison(_) => "comparison",
        Body::Finding { .. } => "finding",
        Body::FindingList(_) => "list",
        Body::Judgments(_) => "judgments",
        Body::Chart(_) => "chart",
        Body::Number(_) => "number",
        Body::Gone(_) => "gone",
    };
    let part = slide.part_label.as_ref().map(|part| element("span").class("slide__part").text(" ").text(part));
    element("section")
        .class(format!("slide slide--{name} slide--{}", slide.body.size()))
        .child(element("h2").class("slide__title").text(&slide.title).child_opt(part))
        .child(element("div").class("slide__body").child(body(&slide.title, &slide.body)))
        .child(element("div").class("slide__foot").child_opt((!slide.source.is_empty()).then(|| foot(slide))))
        .child(element("div").class("slide__note").hidden("").text(&slide.speaker_notes))
}

/// The footer: caveats, source, address and licence.
fn foot<A>(slide: &Slide) -> Node<A> {
    fragment()
        .children(slide.caveats.iter().map(|note| element("p").class("slide__about").text(note)))
        .child(element("p").text(&slide.source))
        .child(element("p").class("slide__address").text(&slide.address))
        .child(element("p").class("slide__licence").text(LICENCE))
}

/// A frame in which a table wider than the page can be scrolled, also with the keyboard.
fn frame<A>(title: &str, table: Node<A>) -> Node<A> {
    element("div").class("table-frame").tabindex("0").role("group").aria_label(title.to_string()).child(table)
}

fn body<A>(title: &str, body: &Body) -> Node<A> {
    match body {
        Body::Heading => fragment(),
        Body::Timeline(grid) | Body::Comparison(grid) => frame(title, self::grid(grid)),
        Body::Finding { kind, kind_class, paragraphs } => finding(kind, kind_class, paragraphs),
        Body::FindingList(findings) => element("ul").class("slide__list").children(findings.iter().map(list_item)),
        Body::Judgments(judgments) => element("ul").class("slide__judgments").children(judgments.iter().map(judgment)),
        Body::Chart(chart) => frame(title, self::chart(chart)),
        Body::Number(number) => self::number(number),
        Body::Gone(lines) => element("div").children(lines.iter().map(|line| element("p").text(line))),
    }
}

fn grid<A>(grid: &Grid) -> Node<A> {
    let column_class =
        |head: &Head| if head.is_after_break { "slide__column slide__column--broken" } else { "slide__column" };
    let head = |head: &Head| {
        let about = element("small").text(&head.caption);
        element("th").scope("col").class(column_class(head)).text(&head.name).text(" ").child(about)
    };
    let entry = |(entry, head): (&Entry, &Head)| {
        let nothing = (!entry.empty_reason.is_empty()).then(|| element("small").text(&entry.empty_reason));
        element("td").class(column_class(head)).children(entry.tiles.iter().map(tile::face)).child_opt(nothing)
    };
    let row = |(name, entries): &(String, Vec<Entry>)| {
        let name = element("th").scope("row").text(name);
        element("tr").child(name).children(entries.iter().zip(&grid.heads).map(entry))
    };
    element("table")
        .class("slide__grid")
        .child(element("thead").child(element("tr").child(element("td")).children(grid.heads.iter().map(head))))
        .child(element("tbody").children(grid.rows.iter().map(row)))
}

fn finding<A>(kind: &str, kind_class: &str, paragraphs: &[Paragraph]) -> Node<A> {
    let paragraph = |p: &Paragraph| {
        let class = match p {
            Paragraph { is_statement: true, .. } => "slide__statement",
            Paragraph { is_list_item: true, .. } => "slide__item",
            _ => "slide__paragraph",
        };
        element("p").class(class).text(&p.text)
    };
    let kind = html::parts::kind(&kind.to_string(), kind_class);
    fragment().child(element("p").child(kind)).child(element("blockquote").children(paragraphs.iter().map(paragraph)))
}

fn list_item<A>([kind, words, source]: &[String; 3]) -> Node<A> {
    element("li")
        .child(element("span").class("slide__kind").text(kind))
        .child(element("p").text(words))
        .child(element("small").text(source))
}

fn judgment<A>((shown, area): &(Tile, String)) -> Node<A> {
    element("li").child(tile::face(shown)).child(element("span").text(area))
}

fn chart<A>(chart: &Chart) -> Node<A> {
    let row = |pair: &ChartRow| {
        element("tr")
            .child(element("th").scope("row").text(&pair.label))
            .child(bar(&pair.force.value, pair.force.share, "chart__bar chart__bar--force"))
            .child(bar(&pair.comparator.value, pair.comparator.share, "chart__bar"))
    };
    let heads = [String::new(), chart.force.clone(), chart.comparator.clone()];
    element("table")
        .class("slide__chart")
        .child(element("thead").child(element("tr").children(heads.map(|name| element("th").scope("col").text(name)))))
        .child(element("tbody").children(chart.rows.iter().map(row)))
}

fn bar<A>(value: &str, share: f64, class: &'static str) -> Node<A> {
    let rect = element("rect").x("0").y("0").height("10").width(html::parts::percent(share));
    let svg = element("svg").class(class).width("100%").height("10").aria_hidden("true").child(rect);
    element("td").child(text(value.to_string())).child(svg)
}

fn number<A>(number: &Number) -> Node<A> {
    let about = [number.period.as_ref(), number.comparator.as_ref()].into_iter().flatten();
    fragment()
        .child(element("p").class("slide__value").text(&number.value))
        .child(element("p").class("slide__statement").text(&number.label))
        .children(about.map(|words| element("p").text(words)))
}
