//! The numbers that a report gives for its force, with their comparators, periods, units and places in the text.

use crate::pages::report::line_href;
use crate::pages::{Link, caveats, phrasing};
use crate::route::Anchor;
use crate::state::{State, View};
use corpus::Corpus;
use model::folding::join_words;
use model::{FindingKey, Measure, Report};

/// The numbers of a report or of one of its findings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Numbers {
    /// Groups of numbers that are comparable and can be drawn on one scale.
    pub charts: Vec<Chart>,
    /// All other numbers.
    pub others: Vec<NumberEntry>,
}

/// Rows of one table with the same unit, period and comparator, which the report itself presents side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The anchor of the chart on the page.
    pub anchor: Anchor,
    /// The caption of the table, with unit and period.
    pub title: String,
    /// The name of the force.
    pub force: String,
    /// What the force is compared with: "England and Wales".
    pub comparator: String,
    /// The rows.
    pub rows: Vec<ChartRow>,
    /// The report, its date and a caveat. Every export of the chart contains it.
    pub source: String,
}

/// A row of a chart: the number of the force and that of the comparator.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartRow {
    /// The anchor of the row on the page.
    pub anchor: Anchor,
    /// What is measured.
    pub label: String,
    /// The number of the force.
    pub force: Bar,
    /// The number of the comparator.
    pub comparator: Bar,
    /// The lines where both are printed, as a link.
    pub place: Link,
}

/// A bar of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The number as printed.
    pub value: String,
    /// The length of the bar, in percent of the longest bar.
    pub share: f64,
}

/// A number that is not part of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberEntry {
    /// The anchor of the number on the page.
    pub anchor: Anchor,
    /// What is measured, in the words of the report.
    pub label: String,
    /// The number as printed, with its unit: "24 out of 25 cases".
    pub value: String,
    /// The period that it covers, as printed.
    pub period: Option<String>,
    /// The number that the report compares it with: "England and Wales: 14.3".
    pub comparator: Option<String>,
    /// The lines where it is printed, as a link.
    pub place: Link,
    /// The finding that it is part of.
    pub finding: Option<Link>,
}

impl Numbers {
    /// Whether there are no numbers.
    pub fn is_empty(&self) -> bool {
        self.charts.is_empty() && self.others.is_empty()
    }
}

/// The numbers of a report, or only those of one finding.
pub fn report_numbers(corpus: &Corpus, report: &Report, finding: Option<&FindingKey>) -> Numbers {
    let measures = report.measures.iter().filter(|measure| finding.is_none() || measure.finding.as_ref() == finding);
    let mut groups: Vec<Vec<&Measure>> = Vec::new();
    for measure in measures {
        match groups.iter_mut().find(|group| is_comparable(group[0], measure)) {
            Some(group) => group.push(measure),
            None => groups.push(vec![measure]),
        }
    }
    let mut numbers = Numbers::default();
    for group in groups {
        if group.len() > 1 && group[0].table.is_some() && plain_values(group[0]).is_some() {
            let anchor = Anchor::Chart(numbers.charts.len() + 1);
            numbers.charts.push(build_chart(corpus, report, anchor, &group));
        } else {
            numbers.others.extend(group.into_iter().map(|measure| build_number(report, measure)));
        }
    }
    numbers
}

/// Whether two measures may be drawn on one scale: they must be rows of one table with the same unit, comparator and
/// known period.
fn is_comparable(a: &Measure, b: &Measure) -> bool {
    let is_plain =
        |measure: &Measure| measure.period.is_some() && plain_values(measure).is_some() && !is_change(measure);
    is_plain(a)
        && is_plain(b)
        && a.table.is_some()
        && a.table == b.table
        && a.unit == b.unit
        && a.period == b.period
        && a.comparator == b.comparator
}

/// Whether a measure is a rise or a fall. Such measures are not drawn: two may go in opposite directions, and their
/// bars would not show it.
fn is_change(measure: &Measure) -> bool {
    const CHANGES: [&str; 8] = ["increas", "decreas", "reduc", "fell", "fall", "rose", "rise", "change"];
    let label = measure.label.to_ascii_lowercase();
    label.split(' ').any(|word| CHANGES.iter().any(|change| word.starts_with(change)))
}

/// The value of a measure and that of its comparator, in thousandths; `None` unless both are plain numbers, without
/// ranges, signs or words.
fn plain_values(measure: &Measure) -> Option<(u64, u64)> {
    measure.comparator.as_ref()?;
    Some((parse_thousandths(&measure.value)?, parse_thousandths(measure.comparator_value.as_ref()?)?))
}

/// A printed number in thousandths. Integers are used because parsing floating-point numbers would make the program
/// larger.
fn parse_thousandths(printed: &str) -> Option<u64> {
    let digits = printed.strip_suffix('%').unwrap_or(printed).replace(',', "");
    let (whole, part) = digits.split_once('.').unwrap_or((&digits, ""));
    let is_number = |digits: &str| digits.bytes().all(|b| b.is_ascii_digit());
    let is_plain = !whole.is_empty() && part.len() <= 3 && is_number(whole) && is_number(part);
    format!("{whole}{part:0<3}").parse().ok().filter(|_| is_plain)
}

fn build_chart(corpus: &Corpus, report: &Report, anchor: Anchor, group: &[&Measure]) -> Chart {
    let pairs = || group.iter().filter_map(|measure| plain_values(measure));
    let largest = pairs().map(|(a, b)| a.max(b)).max().unwrap_or(0).max(1);
    let share = |value: u64| value as f64 / largest as f64 * 100.0;
    let row = |measure: &&Measure| {
        let (force, comparator) = plain_values(measure)?;
        let printed = measure.comparator_value.clone().unwrap_or_default();
        Some(ChartRow {
            anchor: Anchor::for_measure(report, measure),
            label: measure.label.clone(),
            force: Bar { value: measure.value.clone(), share: share(force) },
            comparator: Bar { value: printed, share: share(comparator) },
            place: citation_link(report, measure),
        })
    };
    Chart {
        anchor,
        title: chart_title(group[0]),
        force: report.force.name.clone(),
        comparator: group[0].comparator.clone().unwrap_or_default(),
        rows: group.iter().filter_map(row).collect(),
        source: numbers_source(corpus, report),
    }
}

/// The caption of the table, with the unit and period added if it does not contain them.
fn chart_title(measure: &Measure) -> String {
    let caption = measure.table.as_deref().unwrap_or_default();
    let caption = caption.split("Source:").next().unwrap_or(caption).trim_end_matches([' ', ',']);
    let unit = measure.unit.as_deref().unwrap_or("unit not printed");
    let missing =
        [Some(unit), measure.period.as_deref()].into_iter().flatten().filter(|words| !caption.contains(words));
    let missing: Vec<&str> = missing.collect();
    if missing.is_empty() { caption.to_string() } else { format!("{caption} ({})", join_words(&missing, ", ")) }
}

/// The source of a report's numbers, with the caveat that later numbers may differ.
pub fn numbers_source(corpus: &Corpus, report: &Report) -> String {
    let newer = caveats::report_notice_text(corpus, report).map(|words| format!(" {words}")).unwrap_or_default();
    format!(
        "{}, {}, published {}. Numbers as printed in the report for that period; later numbers may differ.{newer}",
        report.force.name,
        phrasing::report_name(report),
        phrasing::publication_date(corpus, report)
    )
}

fn build_number(report: &Report, measure: &Measure) -> NumberEntry {
    let unit = measure.unit.as_ref().filter(|unit| !(measure.value.ends_with('%') && *unit == "percent"));
    let comparator = measure.comparator.as_ref().map(|name| match &measure.comparator_value {
        Some(value) => format!("{name}: {value}"),
        None => format!("compared with {name}"),
    });
    let finding = measure.finding.as_ref().and_then(|key| report.findings.iter().find(|f| f.key == *key));
    let finding = finding.map(|f| Link::to(&State::for_view(View::Finding(f.key.clone())), f.kind.name()));
    NumberEntry {
        anchor: Anchor::for_measure(report, measure),
        label: measure.label.clone(),
        value: unit.map_or_else(|| measure.value.clone(), |unit| format!("{} {unit}", measure.value)),
        period: measure.period.clone(),
        comparator,
        place: citation_link(report, measure),
        finding,
    }
}

fn citation_link(report: &Report, measure: &Measure) -> Link {
    let line = measure.passages.first().map_or(1, |passage| passage.lines[0]);
    Link { href: line_href(report, line), text: crate::pages::passage::cite_passages(report, &measure.passages) }
}
