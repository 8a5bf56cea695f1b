//! Screens of a presentation. The same stand below each other on paper.

use super::tag::{Tag, list, tag, text};
use super::tile;
use crate::screen::brief::{Body, Paragraph, Slide};
use crate::screen::grid::{Entry, Grid, Head};
use crate::screen::numbers::{Chart, Number, Pair};
use crate::screen::take::LICENCE;
use crate::screen::tile::Tile;

/// Draws one.
pub fn slide(slide: &Slide) -> Tag {
    let name = match slide.body {
        Body::Heading => "heading",
        Body::Timeline(_) => "timeline",
        Body::Comparison(_) => "comparison",
        Body::Finding { .. } => "finding",
        Body::List(_) => "list",
        Body::Judgments(_) => "judgments",
        Body::Chart(_) => "chart",
        Body::Number(_) => "number",
        Body::Gone(_) => "gone",
    };
    let part = slide.part.as_ref().map(|part| tag("span").class("slide__part").text(" ").text(part));
    tag("section")
        .class(format!("slide slide--{name} slide--{}", slide.body.size()))
        .has(tag("h2").class("slide__title").text(&slide.title).maybe(part))
        .has(tag("div").class("slide__body").has(body(&slide.title, &slide.body)))
        .has(tag("div").class("slide__foot").maybe((!slide.source.is_empty()).then(|| foot(slide))))
        .has(tag("div").class("slide__note").hidden("").text(&slide.note))
}

/// What it is, from where, under which licence.
fn foot(slide: &Slide) -> Tag {
    list()
        .all(slide.notes.iter().map(|note| tag("p").class("slide__about").text(note)))
        .has(tag("p").text(&slide.source))
        .has(tag("p").class("slide__address").text(&slide.address))
        .has(tag("p").class("slide__licence").text(LICENCE))
}

/// Where a table is wider than the page, it can be moved by the keys too.
fn frame(title: &str, table: Tag) -> Tag {
    tag("div").class("table-frame").tabindex("0").role("group").aria_label(title.to_string()).has(table)
}

fn body(title: &str, body: &Body) -> Tag {
    match body {
        Body::Heading => list(),
        Body::Timeline(grid) | Body::Comparison(grid) => frame(title, self::grid(grid)),
        Body::Finding { kind, kind_class, paragraphs } => finding(kind, kind_class, paragraphs),
        Body::List(findings) => tag("ul").class("slide__list").all(findings.iter().map(one_of_list)),
        Body::Judgments(judgments) => tag("ul").class("slide__judgments").all(judgments.iter().map(judgment)),
        Body::Chart(chart) => frame(title, self::chart(chart)),
        Body::Number(number) => self::number(number),
        Body::Gone(lines) => tag("div").all(lines.iter().map(|line| tag("p").text(line))),
    }
}

fn grid(grid: &Grid) -> Tag {
    let broken =
        |head: &Head| if head.is_behind_break { "slide__column slide__column--broken" } else { "slide__column" };
    let head = |head: &Head| {
        let about = tag("small").text(&head.about);
        tag("th").scope("col").class(broken(head)).text(&head.name).text(" ").has(about)
    };
    let entry = |(entry, head): (&Entry, &Head)| {
        let nothing = (!entry.nothing.is_empty()).then(|| tag("small").text(&entry.nothing));
        tag("td").class(broken(head)).all(entry.tiles.iter().map(tile::face)).maybe(nothing)
    };
    let row = |(name, entries): &(String, Vec<Entry>)| {
        let name = tag("th").scope("row").text(name);
        tag("tr").has(name).all(entries.iter().zip(&grid.heads).map(entry))
    };
    tag("table")
        .class("slide__grid")
        .has(tag("thead").has(tag("tr").has(tag("td")).all(grid.heads.iter().map(head))))
        .has(tag("tbody").all(grid.rows.iter().map(row)))
}

fn finding(kind: &str, kind_class: &str, paragraphs: &[Paragraph]) -> Tag {
    let paragraph = |p: &Paragraph| {
        let class = match p {
            Paragraph { is_statement: true, .. } => "slide__statement",
            Paragraph { is_list_item: true, .. } => "slide__item",
            _ => "slide__paragraph",
        };
        tag("p").class(class).text(&p.text)
    };
    let kind = super::parts::kind(&kind.to_string(), kind_class);
    list().has(tag("p").has(kind)).has(tag("blockquote").all(paragraphs.iter().map(paragraph)))
}

fn one_of_list([kind, words, source]: &[String; 3]) -> Tag {
    tag("li").has(tag("span").class("slide__kind").text(kind)).has(tag("p").text(words)).has(tag("small").text(source))
}

fn judgment((shown, area): &(Tile, String)) -> Tag {
    tag("li").has(tile::face(shown)).has(tag("span").text(area))
}

fn chart(chart: &Chart) -> Tag {
    let row = |pair: &Pair| {
        tag("tr")
            .has(tag("th").scope("row").text(&pair.label))
            .has(bar(&pair.force.value, pair.force.share, "chart__bar chart__bar--force"))
            .has(bar(&pair.comparator.value, pair.comparator.share, "chart__bar"))
    };
    let heads = [String::new(), chart.force.clone(), chart.comparator.clone()];
    tag("table")
        .class("slide__chart")
        .has(tag("thead").has(tag("tr").all(heads.map(|name| tag("th").scope("col").text(name)))))
        .has(tag("tbody").all(chart.rows.iter().map(row)))
}

fn bar(value: &str, share: f64, class: &'static str) -> Tag {
    let rect = tag("rect").x("0").y("0").height("10").width(super::parts::percent(share));
    let drawn = tag("svg").class(class).width("100%").height("10").aria_hidden("true").has(rect);
    tag("td").has(text(value.to_string())).has(drawn)
}

fn number(number: &Number) -> Tag {
    let about = [number.period.as_ref(), number.comparator.as_ref()].into_iter().flatten();
    list()
        .has(tag("p").class("slide__value").text(&number.value))
        .has(tag("p").class("slide__statement").text(&number.label))
        .all(about.map(|words| tag("p").text(words)))
}
