//! Numbers: pairs of bars that are a table at once, and single ones in the report's words.

use super::parts;
use super::tag::{Tag, tag, text};
use crate::screen::numbers::{Bar, Chart, Number, Numbers, Pair};

/// All numbers of a report or finding.
pub fn numbers(numbers: &Numbers) -> Tag {
    tag("div")
        .all(numbers.charts.iter().map(chart))
        .has(tag("ul").class("numbers").all(numbers.single.iter().map(number)))
        .maybe(numbers.is_empty().then(|| tag("p").text("None.")))
}

/// The force beside its comparator.
pub fn chart(chart: &Chart) -> Tag {
    let title = format!("{}: {} beside {}", chart.title, chart.force, chart.comparator);
    let heads = ["What is measured", &chart.force, &chart.comparator, "Where"];
    let head = tag("tr").all(heads.into_iter().map(|name| tag("th").scope("col").text(name.to_string())));
    let table = tag("table")
        .class("chart__table")
        .has(tag("thead").has(head))
        .has(tag("tbody").all(chart.rows.iter().map(pair)));
    tag("figure")
        .key(&chart.anchor)
        .id(&chart.anchor)
        .class("chart")
        .has(tag("figcaption").class("chart__title").text(title))
        .has(tag("div").class("table-frame").tabindex("0").role("region").aria_label(&chart.title).has(table))
        .has(parts::note(&chart.source))
        .has(parts::takes_of(
            &chart.anchor,
            &[("quotation", "Copy"), ("csv", "CSV"), ("svg", "SVG"), ("png", "PNG"), parts::BRIEF],
        ))
}

fn pair(pair: &Pair) -> Tag {
    tag("tr")
        .key(&pair.anchor)
        .id(&pair.anchor)
        .tabindex("-1")
        .has(tag("th").scope("row").text(&pair.label))
        .has(bar(&pair.force, "chart__bar chart__bar--force"))
        .has(bar(&pair.comparator, "chart__bar"))
        .has(tag("td").has(parts::link(&pair.place)))
}

fn bar(bar: &Bar, class: &'static str) -> Tag {
    let drawn = tag("svg")
        .class(class)
        .width("100%")
        .height("10")
        .aria_hidden("true")
        .focusable("false")
        .has(tag("rect").x("0").y("0").height("10").width(parts::percent(bar.share)));
    tag("td").class("chart__value").has(tag("span").text(&bar.value)).has(drawn)
}

fn number(number: &Number) -> Tag {
    let about = [number.period.as_ref(), number.comparator.as_ref()].into_iter().flatten();
    let about = about.map(|words| tag("span").text(words).text(" · "));
    let finding = number.finding.as_ref().map(|to| tag("span").text(" · ").has(parts::link(to)));
    tag("li")
        .key(&number.anchor)
        .id(&number.anchor)
        .tabindex("-1")
        .class("number")
        .has(tag("strong").class("number__value").text(&number.value))
        .has(tag("span").class("number__label").has(text(&number.label)))
        .has(tag("span").class("note").all(about).has(parts::link(&number.place)).maybe(finding))
        .has(parts::takes_of(&number.anchor, &[parts::BRIEF]))
}
