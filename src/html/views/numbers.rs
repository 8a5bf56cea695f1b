//! Numbers: a table with bars for numbers that have a comparator, and a list for single ones, in the report's words.

use crate::node::{Node, element, text};
use crate::parts;
use explore::command::Command;
use explore::export::Export;
use explore::pages::numbers::{Bar, Chart, ChartRow, Number, Numbers};

/// All numbers of a report or finding, or "None."
pub fn numbers<A>(numbers: &Numbers) -> Node<A> {
    element("div")
        .children(numbers.charts.iter().map(chart))
        .child(element("ul").class("numbers").children(numbers.others.iter().map(number)))
        .child_opt(numbers.is_empty().then(|| element("p").text("None.")))
}

/// A table of the numbers of a force and of its comparator, with a bar for each.
pub fn chart<A>(chart: &Chart) -> Node<A> {
    let title = format!("{}: {} compared with {}", chart.title, chart.force, chart.comparator);
    let heads = ["What is measured", &chart.force, &chart.comparator, "Where"];
    let head = element("tr").children(heads.into_iter().map(|name| element("th").scope("col").text(name.to_string())));
    let table = element("table")
        .class("chart__table")
        .child(element("thead").child(head))
        .child(element("tbody").children(chart.rows.iter().map(pair)));
    let anchor = chart.anchor.to_string();
    let exports = [Export::Quotation, Export::Csv, Export::Svg, Export::Png];
    let commands = exports.map(|export| Command::Export(export, anchor.clone()));
    let commands = commands.into_iter().chain([Command::AddToBrief(anchor.clone())]);
    element("figure")
        .key(chart.anchor.to_string())
        .id(chart.anchor.to_string())
        .class("chart")
        .child(element("figcaption").class("chart__title").text(title))
        .child(element("div").class("table-frame").tabindex("0").role("region").aria_label(&chart.title).child(table))
        .child(parts::note(&chart.source))
        .child(parts::command_buttons(commands))
}

fn pair<A>(pair: &ChartRow) -> Node<A> {
    element("tr")
        .key(pair.anchor.to_string())
        .id(pair.anchor.to_string())
        .tabindex("-1")
        .child(element("th").scope("row").text(&pair.label))
        .child(bar(&pair.force, "chart__bar chart__bar--force"))
        .child(bar(&pair.comparator, "chart__bar"))
        .child(element("td").child(parts::link(&pair.place)))
}

fn bar<A>(bar: &Bar, class: &'static str) -> Node<A> {
    let svg = element("svg")
        .class(class)
        .width("100%")
        .height("10")
        .aria_hidden("true")
        .focusable("false")
        .child(element("rect").x("0").y("0").height("10").width(parts::percent(bar.share)));
    element("td").class("chart__value").child(element("span").text(&bar.value)).child(svg)
}

fn number<A>(number: &Number) -> Node<A> {
    let about = [number.period.as_ref(), number.comparator.as_ref()].into_iter().flatten();
    let about = about.map(|words| element("span").text(words).text(" · "));
    let finding = number.finding.as_ref().map(|to| element("span").text(" · ").child(parts::link(to)));
    element("li")
        .key(number.anchor.to_string())
        .id(number.anchor.to_string())
        .tabindex("-1")
        .class("number")
        .child(element("strong").class("number__value").text(&number.value))
        .child(element("span").class("number__label").child(text(&number.label)))
        .child(element("span").class("note").children(about).child(parts::link(&number.place)).child_opt(finding))
        .child(parts::command_buttons([Command::AddToBrief(number.anchor.to_string())]))
}
