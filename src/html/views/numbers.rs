//! Numbers: a table with bars for numbers that have a comparator, and a list for single ones, in the report's words.

use crate::components;
use crate::node::{Node, element, text};
use explore::command::Command;
use explore::export::ExportKind;
use explore::pages::numbers::{Bar, Chart, ChartRow, NumberEntry, Numbers};

/// All numbers of a report or finding, or a sentence that there are none.
pub fn all_numbers<A>(numbers: &Numbers) -> Node<A> {
    element("div")
        .children(numbers.charts.iter().map(chart_figure))
        .child(element("ul").class("numbers").children(numbers.others.iter().map(number_item)))
        .child_opt(numbers.is_empty().then(|| element("p").text("No numbers found.")))
}

/// A table of the numbers of a force and of its comparator, with a bar for each.
pub fn chart_figure<A>(chart: &Chart) -> Node<A> {
    let title = format!("{}: {} compared with {}", chart.title, chart.force, chart.comparator);
    let heads = ["What is measured", &chart.force, &chart.comparator, "Where"];
    let head = element("tr").children(heads.into_iter().map(|name| element("th").scope("col").text(name.to_string())));
    let table = element("table")
        .class("chart__table")
        .child(element("thead").child(head))
        .child(element("tbody").children(chart.rows.iter().map(pair_row)));
    let anchor = chart.anchor.to_string();
    let exports = [ExportKind::Quotation, ExportKind::Csv, ExportKind::Svg, ExportKind::Png, ExportKind::Embed];
    let commands = exports.map(|export| Command::Export(export, anchor.clone()));
    let commands = commands.into_iter().chain([Command::AddToBrief(anchor.clone())]);
    element("figure")
        .key(chart.anchor.to_string())
        .id(chart.anchor.to_string())
        .tabindex("-1")
        .class("chart")
        .child(element("figcaption").class("chart__title").text(title))
        .child(element("div").class("table-frame").tabindex("0").role("region").aria_label(&chart.title).child(table))
        .child(components::note(&chart.source))
        .child(components::command_buttons(commands))
}

fn pair_row<A>(pair: &ChartRow) -> Node<A> {
    element("tr")
        .key(pair.anchor.to_string())
        .id(pair.anchor.to_string())
        .tabindex("-1")
        .child(element("th").scope("row").text(&pair.label))
        .child(bar_cell(&pair.force, "chart__bar chart__bar--force"))
        .child(bar_cell(&pair.comparator, "chart__bar"))
        .child(element("td").child(components::link(&pair.place)))
}

fn bar_cell<A>(bar: &Bar, class: &'static str) -> Node<A> {
    let svg = element("svg")
        .class(class)
        .width("100%")
        .height("10")
        .aria_hidden("true")
        .focusable("false")
        .child(element("rect").x("0").y("0").height("10").width(components::format_percent(bar.share)));
    element("td").class("chart__value").child(element("span").text(&bar.value)).child(svg)
}

fn number_item<A>(number: &NumberEntry) -> Node<A> {
    let about = [number.period.as_ref(), number.comparator.as_ref()].into_iter().flatten();
    let about = about.map(|words| element("span").text(words).text(" · "));
    let finding = number.finding.as_ref().map(|to| element("span").text(" · ").child(components::link(to)));
    element("li")
        .key(number.anchor.to_string())
        .id(number.anchor.to_string())
        .tabindex("-1")
        .class("number")
        .child(element("strong").class("number__value").text(&number.value))
        .child(element("span").class("number__label").child(text(&number.label)))
        .child(element("span").class("note").children(about).child(components::link(&number.place)).child_opt(finding))
        .child(components::command_buttons([Command::AddToBrief(number.anchor.to_string())]))
}
