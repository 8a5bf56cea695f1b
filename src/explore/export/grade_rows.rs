//! Grades as a tidy table: one row for each force, subject and inspection, one meaning for each column.

use crate::export::sheet::{ADDRESS_COLUMN, Sheet};
use crate::pages::caveats::newer_inspections;
use crate::pages::direction::direction_tile;
use crate::pages::timeline::entry_tile;
use crate::pages::{phrasing, public_grades, tile};
use crate::route;
use crate::state::{State, View};
use crate::timeline::layout::{LayoutColumn, LayoutEntry, LayoutRow, TimelineLayout};
use corpus::{Corpus, DateSource, MissingGrade, PublicGrade, Publication};
use model::{Cycle, DateSpan, Force, Grade, Judgment, Subject};

/// The columns of a table of grades. Dates are written as in ISO 8601, only as precise as they are known.
const COLUMNS: [&str; 24] = [
    "force",
    "region",
    "cycle",
    "scale",
    "break_before",
    "newer_inspections",
    "inspection",
    "report_held",
    "published",
    "published_precision",
    "published_source",
    "subject",
    "wording",
    "state",
    "grade",
    "inspected",
    "stated_by",
    "stated_at",
    "confirmed_at",
    "changed_from",
    "changed_on",
    "report_on_earlier_judgment",
    "corrected_by_this_site",
    ADDRESS_COLUMN,
];

/// The grades of forces in some cycles, for the subjects that a timeline shows or, if any are given, for these.
pub fn grades_sheet(corpus: &Corpus, forces: &[&Force], subjects: &[&Subject], cycles: &[Cycle]) -> Sheet {
    let mut rows = Vec::new();
    for force in forces {
        let layout = match subjects {
            [] => TimelineLayout::for_force(corpus, force),
            _ => TimelineLayout::of_cycles(corpus, force, cycles),
        };
        let is_wanted = |row: &&LayoutRow| {
            subjects.is_empty() || subjects.iter().any(|s| row.subject.is_some_and(|subject| subject.id == s.id))
        };
        for row in layout.rows.iter().filter(is_wanted) {
            for (column, cell) in layout.columns.iter().zip(&row.cells) {
                rows.extend(cell.iter().filter_map(|entry| grade_row(corpus, force, column, entry, row)));
            }
        }
    }
    let names: Vec<String> = match forces.len() {
        n if n == corpus.forces.len() => vec![format!("all {n} forces")],
        _ => forces.iter().map(|force| force.name.clone()).collect(),
    };
    let is_shown = |cycle: &Cycle| cycles.iter().any(|shown| shown.id == cycle.id);
    let parts = forces.iter().flat_map(|force| public_grades::completeness_by_cycle(corpus, force, is_shown));
    let about = format!("Grades of {}", phrasing::join_as_list(&names));
    let checked = format!("The data was last checked on {}.", corpus.checked.in_words());
    let caveats = CAVEATS.map(str::to_string);
    let breaks = phrasing::break_sentences(corpus).filter(|_| cycles.len() > 1);
    let notes = [about, checked].into_iter().chain(caveats).chain(breaks).chain(parts).collect();
    Sheet { notes, columns: COLUMNS.to_vec(), rows }
}

/// What has to be known to read the table.
const CAVEATS: [&str; 6] = [
    "Columns: “subject” is this site's own grouping; “wording” is the inspectorate's; “state” says what kind of fact a \
     row is, and there is a grade only where one is known.",
    "States: graded; carried forward (the grade of an earlier inspection stands, “inspected” has its year); ungraded; \
     pending; not inspected; report not held (“stated_by” says who states the grade); graded, not known here; not known \
     here; not graded (a page counts the areas graded, and all that it counts are known); not asked.",
    "“report_on_earlier_judgment”: the sentence in which a report sets the judgment against an earlier one. No other \
     direction of change is stated.",
    "“break_before”: why a grade cannot be compared with those before it. “newer_inspections”: the later cycles in which \
     the force is known to have been inspected.",
    "“corrected_by_this_site”: what our program had read, and why a person corrected it. The correction is ours, not the \
     report's.",
    "A grade that is not known here may exist. Do not count rows without a grade as if they had none.",
];

/// A row of the table; `None` for a break.
fn grade_row(
    corpus: &Corpus,
    force: &Force,
    column: &LayoutColumn,
    entry: &LayoutEntry,
    row: &LayoutRow,
) -> Option<Vec<String>> {
    let (tile, wording) = entry_tile(corpus, force, column, entry)?;
    let cycle = corpus.cycle(column.cycle_id()?)?;
    let report = match (column, entry) {
        (LayoutColumn::HeldReport(report), LayoutEntry::Judgment(_)) => Some(*report),
        _ => None,
    };
    let published = match report {
        Some(report) => corpus.publication_of(report),
        None => corpus.publication_of_cycle(&force.id, &cycle.id),
    };
    let inspection = report.map_or(String::new(), phrasing::inspection_name);
    let fact = Fact::of(entry);
    let cells = [
        &[force.name.clone(), force.region.clone(), cycle.id.clone(), cycle.scale.name().to_string()][..],
        &[cycle.break_label.clone().unwrap_or_default()],
        &[newer_inspections(corpus, &force.id, &cycle.id).join("; "), inspection],
        &[report.map_or("no", |report| if report.id.is_opened() { "opened by you" } else { "yes" }).to_string()],
        &publication_cells(published),
        &[row.name.to_string(), if entry.is_known() { wording } else { String::new() }],
        &fact.cells(),
        &[direction_tile(corpus, column, entry, row.name).map(|(_, sentence)| sentence).unwrap_or_default()],
        &[correction(column, entry)],
        &[address_within_site(tile.href, force)],
    ];
    Some(cells.concat())
}

/// What this site has corrected in a judgment of a report held, and why; empty if nothing.
fn correction(column: &LayoutColumn, entry: &LayoutEntry) -> String {
    let corrected = match (column, entry) {
        (LayoutColumn::HeldReport(report), LayoutEntry::Judgment(judgment)) => tile::correction_of(report, judgment),
        _ => None,
    };
    corrected.unwrap_or_default().to_string()
}

/// The date of publication, its precision, and where it is from.
fn publication_cells(published: Option<Publication>) -> [String; 3] {
    let Some(published) = published else { return Default::default() };
    let source = match published.source {
        DateSource::Report => "printed in the report".to_string(),
        DateSource::Page { url, .. } => url.to_string(),
    };
    [iso_date(published.date), precision(published.date).to_string(), source]
}

/// The date as precise as it is known: "2022-10".
pub fn iso_date(date: DateSpan) -> String {
    String::from(date)
}

/// How precise a date is.
pub fn precision(date: DateSpan) -> &'static str {
    match iso_date(date).len() {
        4 => "year",
        7 => "month",
        10 => "day",
        _ => "range",
    }
}

/// The address of a page of the site; a tile without its own address leads to the force.
fn address_within_site(href: String, force: &Force) -> String {
    if href.is_empty() { route::path(&State::for_view(View::Force(force.id.clone()))) } else { href }
}

/// What a row says, apart from where and when.
#[derive(Default)]
struct Fact {
    state: &'static str,
    grade: Option<Grade>,
    inspected: String,
    stated_by: String,
    stated_at: String,
    confirmed_at: String,
    changed_from: String,
    changed_on: String,
}

impl Fact {
    fn of(entry: &LayoutEntry) -> Fact {
        match entry {
            LayoutEntry::Judgment(judgment) => Fact::of_judgment(judgment),
            LayoutEntry::PublicGrade(known) => Fact::of_public_grade(known),
            LayoutEntry::Missing { why, .. } => Fact { state: missing_state(*why), ..Fact::default() },
        }
    }

    fn of_judgment(judgment: &Judgment) -> Fact {
        let inspected = judgment.inspected.clone().unwrap_or_default();
        Fact {
            state: judgment.status.name(),
            grade: judgment.grade,
            inspected,
            stated_by: "report".to_string(),
            ..Fact::default()
        }
    }

    fn of_public_grade(known: &PublicGrade) -> Fact {
        let mut pages = known.sources.iter().map(|(page, _)| *page);
        let first = pages.next();
        Fact {
            state: "report not held",
            grade: Some(known.grade),
            stated_by: first.map_or("", |page| page.publisher.name()).to_string(),
            stated_at: first.map(|page| page.url.clone()).unwrap_or_default(),
            confirmed_at: pages.map(|page| page.url.as_str()).collect::<Vec<_>>().join(" "),
            changed_from: known.change.map_or("", |change| change.from.name()).to_string(),
            changed_on: known.change.map(|change| iso_date(change.changed)).unwrap_or_default(),
            ..Fact::default()
        }
    }

    fn cells(self) -> [String; 8] {
        [
            self.state.to_string(),
            self.grade.map_or("", Grade::name).to_string(),
            self.inspected,
            self.stated_by,
            self.stated_at,
            self.confirmed_at,
            self.changed_from,
            self.changed_on,
        ]
    }
}

fn missing_state(why: MissingGrade) -> &'static str {
    match why {
        MissingGrade::Graded => "graded, not known here",
        MissingGrade::Unknown => "not known here",
        MissingGrade::NoGradeGiven => "ungraded",
        MissingGrade::NotCounted => "not among the areas graded",
        MissingGrade::NotAsked | MissingGrade::NotInReport => "not asked",
    }
}
