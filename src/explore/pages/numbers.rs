//! Numbers that a report gives of its force: beside what it compares them with, with period, unit and place.

use crate::pages::report::line_href;
use crate::pages::{Link, names};
use crate::route::Anchor;
use crate::state::{State, View};
use corpus::Corpus;
use model::{FindingKey, Measure, Report};

/// The numbers of one report, or of one finding of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Numbers {
    /// What is measured alike, side by side on one scale.
    pub charts: Vec<Chart>,
    /// The others, one by one.
    pub single: Vec<Number>,
}

/// Rows of one table with one unit, period and comparator: what the report itself sets side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The name of its place on the page.
    pub anchor: Anchor,
    /// The caption of the table, with unit and period.
    pub title: String,
    pub force: String,
    pub comparator: String,
    pub rows: Vec<Pair>,
    /// Report, publication and what to bear in mind: goes along wherever the chart is taken.
    pub source: String,
}

/// The force's number beside the comparator's.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The name of its place on the page.
    pub anchor: Anchor,
    pub label: String,
    pub force: Bar,
    pub comparator: Bar,
    pub place: Link,
}

/// A number as printed, with the share of the chart's width that it takes, in percent.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    pub value: String,
    pub share: f64,
}

/// A number that stands alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// The name of its place on the page.
    pub anchor: Anchor,
    /// The report's words around it.
    pub label: String,
    /// With its unit: "24 out of 25 cases".
    pub value: String,
    pub period: Option<String>,
    /// "England and Wales: 14.3".
    pub comparator: Option<String>,
    pub place: Link,
    pub finding: Option<Link>,
}

impl Numbers {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.charts.is_empty() && self.single.is_empty()
    }
}

/// The numbers of a report, or only those of one finding.
pub fn numbers(corpus: &Corpus, report: &Report, of: Option<&FindingKey>) -> Numbers {
    let measures = report.measures.iter().filter(|measure| of.is_none() || measure.finding.as_ref() == of);
    let mut groups: Vec<Vec<&Measure>> = Vec::new();
    for measure in measures {
        match groups.iter_mut().find(|group| is_alike(group[0], measure)) {
            Some(group) => group.push(measure),
            None => groups.push(vec![measure]),
        }
    }
    let mut numbers = Numbers::default();
    for group in groups {
        if group.len() > 1 && group[0].table.is_some() && pair_of(group[0]).is_some() {
            let anchor = Anchor::Chart(numbers.charts.len() + 1);
            numbers.charts.push(chart(corpus, report, anchor, &group));
        } else {
            numbers.single.extend(group.into_iter().map(|measure| number(report, measure)));
        }
    }
    numbers
}

/// Only rows of one table that have the same unit, comparator and known period may stand on one scale.
fn is_alike(a: &Measure, b: &Measure) -> bool {
    let is_plain = |measure: &Measure| measure.period.is_some() && pair_of(measure).is_some() && !is_change(measure);
    is_plain(a)
        && is_plain(b)
        && a.table.is_some()
        && a.table == b.table
        && a.unit == b.unit
        && a.period == b.period
        && a.comparator == b.comparator
}

/// Whether the words tell of a rise or a fall: two of those may go different ways, and bars would not show it.
fn is_change(measure: &Measure) -> bool {
    const CHANGES: [&str; 8] = ["increas", "decreas", "reduc", "fell", "fall", "rose", "rise", "change"];
    let label = measure.label.to_ascii_lowercase();
    label.split(' ').any(|word| CHANGES.iter().any(|change| word.starts_with(change)))
}

/// Both numbers of a measure, where both are plain: no ranges, parts or changes with a sign.
fn pair_of(measure: &Measure) -> Option<(u64, u64)> {
    measure.comparator.as_ref()?;
    Some((thousandths(&measure.value)?, thousandths(measure.comparator_value.as_ref()?)?))
}

/// A printed number in thousandths. In whole numbers: reading fractions would cost the program more than it is worth.
fn thousandths(printed: &str) -> Option<u64> {
    let digits = printed.strip_suffix('%').unwrap_or(printed).replace(',', "");
    let (whole, part) = digits.split_once('.').unwrap_or((&digits, ""));
    let is_number = |digits: &str| digits.bytes().all(|b| b.is_ascii_digit());
    let is_plain = !whole.is_empty() && part.len() <= 3 && is_number(whole) && is_number(part);
    format!("{whole}{part:0<3}").parse().ok().filter(|_| is_plain)
}

fn chart(corpus: &Corpus, report: &Report, anchor: Anchor, group: &[&Measure]) -> Chart {
    let pairs = || group.iter().filter_map(|measure| pair_of(measure));
    let most = pairs().map(|(a, b)| a.max(b)).max().unwrap_or(0).max(1);
    let share = |value: u64| value as f64 / most as f64 * 100.0;
    let row = |measure: &&Measure| {
        let (force, comparator) = pair_of(measure)?;
        let printed = measure.comparator_value.clone().unwrap_or_default();
        Some(Pair {
            anchor: Anchor::of_measure(report, measure),
            label: measure.label.clone(),
            force: Bar { value: measure.value.clone(), share: share(force) },
            comparator: Bar { value: printed, share: share(comparator) },
            place: place(report, measure),
        })
    };
    Chart {
        anchor,
        title: title(group[0]),
        force: report.force.name.clone(),
        comparator: group[0].comparator.clone().unwrap_or_default(),
        rows: group.iter().filter_map(row).collect(),
        source: source(corpus, report),
    }
}

/// The caption of the table, with unit and period where it does not say them itself.
fn title(measure: &Measure) -> String {
    let caption = measure.table.as_deref().unwrap_or_default();
    let caption = caption.split("Source:").next().unwrap_or(caption).trim_end_matches([' ', ',']);
    let unit = measure.unit.as_deref().unwrap_or("unit not printed");
    let lacking =
        [Some(unit), measure.period.as_deref()].into_iter().flatten().filter(|words| !caption.contains(words));
    let lacking: Vec<&str> = lacking.collect();
    if lacking.is_empty() { caption.to_string() } else { format!("{caption} ({})", lacking.join(", ")) }
}

/// What goes along with any number: where it is from, and that it is of its time.
pub fn source(corpus: &Corpus, report: &Report) -> String {
    format!(
        "{}, {}, published {}. Numbers as the report prints them for that period; later ones may differ.",
        report.force.name,
        names::report(report),
        names::published(corpus, report)
    )
}

fn number(report: &Report, measure: &Measure) -> Number {
    let unit = measure.unit.as_ref().filter(|unit| !(measure.value.ends_with('%') && *unit == "percent"));
    let comparator = measure.comparator.as_ref().map(|name| match &measure.comparator_value {
        Some(value) => format!("{name}: {value}"),
        None => format!("compared with {name}"),
    });
    let finding = measure.finding.as_ref().and_then(|key| report.findings.iter().find(|f| f.key == *key));
    let finding = finding.map(|f| Link::to(&State::at(View::Finding(f.key.clone())), f.kind.name()));
    Number {
        anchor: Anchor::of_measure(report, measure),
        label: measure.label.clone(),
        value: unit.map_or_else(|| measure.value.clone(), |unit| format!("{} {unit}", measure.value)),
        period: measure.period.clone(),
        comparator,
        place: place(report, measure),
        finding,
    }
}

fn place(report: &Report, measure: &Measure) -> Link {
    let line = measure.passages.first().map_or(1, |passage| passage.lines[0]);
    Link { href: line_href(report, line), text: crate::pages::passage::cite(&measure.passages) }
}
