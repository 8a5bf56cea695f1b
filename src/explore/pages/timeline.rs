//! The timeline of a force: column heads, tiles, breaks, rows of findings, and the legend.

use crate::facets::Facet;
use crate::pages::direction::direction_tile;
use crate::pages::legend::{LegendState, legend_states};
use crate::pages::{DEADLINES, Link, NO_DATE, no_grade, phrasing, public_grades, tile};
use crate::route::{self, Anchor};
use crate::state::{State, View};
use crate::timeline::layout::{LayoutColumn, LayoutEntry, TimelineLayout};
use corpus::Corpus;
use model::folding::join_words;
use model::{Aside, Cycle, FindingKind, Force, Report, Scale};
use tile::Tile;

/// A timeline with all its words and positions.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// The heads of the columns.
    pub heads: Vec<TimelineHead>,
    /// The rows of tiles.
    pub rows: Vec<TimelineRow>,
    /// The rows of findings, one for each kind.
    pub findings_rows: Vec<FindingsRow>,
    /// The column of the newest inspection that has grades.
    pub newest_column: Option<usize>,
    /// The scales that the legend explains.
    pub legend_scales: Vec<Scale>,
    /// The states other than a new grade that are drawn, in the order of the legend.
    pub legend_states: Vec<LegendState>,
    /// A short explanation of how to read it.
    pub how_to_read: String,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq)]
pub enum TimelineHead {
    /// An inspection whose report is held.
    Inspection(InspectionHead),
    /// A cycle for which no report is held.
    NotHeld(NotHeldHead),
    /// A break in comparability.
    Break(BreakHead),
}

/// An inspection whose report is held.
#[derive(Clone, Debug, PartialEq)]
pub struct InspectionHead {
    /// The id of the cycle.
    pub cycle: String,
    /// The pillar or programme: "Effectiveness", "Crime inspection".
    pub inspection_name: String,
    /// The date of publication: "Mar 2018", or "no date printed".
    pub date: String,
    /// The address of the report.
    pub href: String,
    /// The name of the report, with its date and where the date is from.
    pub name: String,
    /// Whether the report gives no grades, which is stated once for the whole column.
    pub is_ungraded: bool,
    /// Whether the column also has grades of other reports, which are not held.
    pub has_others: bool,
}

/// A cycle for which no report is held.
#[derive(Clone, Debug, PartialEq)]
pub struct NotHeldHead {
    /// The id of the cycle.
    pub cycle: String,
    /// When its report was published: "Jun 2025"; empty if that is not known.
    pub date: String,
    /// The accessible name: that no report is held, and what is known from public pages.
    pub name: String,
    /// The anchor of what public pages state.
    pub anchor: Anchor,
    /// How many areas are known, if grades of areas or their number are: "1 of 8 areas known".
    pub known_part: Option<String>,
    /// How complete the known grades are, in sentences.
    pub completeness: String,
}

/// A break in comparability.
#[derive(Clone, Debug, PartialEq)]
pub struct BreakHead {
    /// The id of the cycle after the break.
    pub cycle: String,
    /// Why grades before and after it are not comparable.
    pub label: String,
    /// Why there was no inspection for some time, in a sentence.
    pub gap: Option<String>,
    /// The inspectorate's statement and a link to it; `None` if no report held contains it.
    pub quote: Option<(String, Link)>,
}

/// A row of tiles.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineRow {
    /// The name of the subject, or of an area as printed.
    pub name: String,
    /// Whether it is a subject, this product's own grouping, and not an area.
    pub is_subject: bool,
    /// A cell for each column.
    pub cells: Vec<TimelineCell>,
}

/// A cell of a row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TimelineCell {
    /// The tiles, each with the wording of that year.
    pub tiles: Vec<(Tile, String)>,
    /// Whether a line joins it to the cell on its left.
    pub is_joined: bool,
}

/// The row of findings of one kind, with a mark for each finding in the column of its report; or that of deadlines.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingsRow {
    /// The kind in the plural.
    pub name: &'static str,
    /// The class name of the kind.
    pub class: String,
    /// For each column, the marks; `None` if there are no such findings.
    pub cells: Vec<Option<FindingMarks>>,
}

/// The marks of one kind in one report.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingMarks {
    /// The number of findings.
    pub count: usize,
    /// What is shown in place of marks: the dates of deadlines. Empty for findings.
    pub dates: String,
    /// The address of the list of them.
    pub href: String,
    /// The accessible name: number, kind, force and report.
    pub name: String,
}

impl Timeline {
    /// The number of elements that can have the focus, by row and column: first the heads, then the subjects, then the
    /// rows of findings.
    pub fn focusable_counts(&self) -> Vec<Vec<usize>> {
        let heads = vec![1; self.heads.len()];
        let rows = self.rows.iter().map(|row| row.cells.iter().map(|cell| cell.tiles.len()).collect());
        let strips =
            self.findings_rows.iter().map(|strip| strip.cells.iter().map(|c| usize::from(c.is_some())).collect());
        std::iter::once(heads).chain(rows).chain(strips).collect()
    }
}

/// How to read a timeline.
const HOW_TO_READ: &str = "Each column is one inspection, oldest first; each row is a subject. The word is the grade, \
                           and the bars show its position on the scale of that year. No direction of change is \
                           shown, unless a report states one.";

/// The timeline of a force.
pub fn force_timeline(corpus: &Corpus, force: &Force) -> Timeline {
    let layout = TimelineLayout::for_force(corpus, force);
    let rows = layout.rows.iter().map(|row| TimelineRow {
        name: row.name.to_string(),
        is_subject: row.subject.is_some(),
        cells: layout
            .columns
            .iter()
            .enumerate()
            .map(|(c, column)| {
                let cell = timeline_cell(corpus, force, column, &row.cells[c], row.joined_to_left[c], row.name);
                beside_break(cell, &layout.columns, c)
            })
            .collect(),
    });
    let rows: Vec<TimelineRow> = rows.collect();
    let mut scales: Vec<Scale> = Vec::new();
    for (c, column) in layout.columns.iter().enumerate() {
        let scale = match column {
            LayoutColumn::HeldReport(report) => report.scale,
            LayoutColumn::NotHeld(cycle) => cycle.scale,
            LayoutColumn::Break(_) => Scale::Ungraded,
        };
        if layout.has_known_grade(c) && scale != Scale::Ungraded && !scales.contains(&scale) {
            scales.push(scale);
        }
    }
    let legend_states = legend_states(&rows);
    Timeline {
        heads: (0..layout.columns.len()).map(|c| timeline_head(corpus, force, &layout, c)).collect(),
        rows,
        findings_rows: strips(corpus, force, &layout),
        newest_column: (0..layout.columns.len()).rev().find(|c| layout.has_known_grade(*c)),
        legend_scales: scales,
        legend_states,
        how_to_read: if layout.rows.iter().any(|row| row.joined_to_left.contains(&true)) {
            format!("{HOW_TO_READ} Grades are joined only where the inspectorate calls them comparable.")
        } else {
            HOW_TO_READ.to_string()
        },
    }
}

/// The report of a column, if it is held.
fn held_report<'c>(column: &LayoutColumn<'c>) -> Option<&'c Report> {
    match column {
        LayoutColumn::HeldReport(report) => Some(report),
        _ => None,
    }
}

fn timeline_cell(
    corpus: &Corpus,
    force: &Force,
    column: &LayoutColumn,
    entries: &[LayoutEntry],
    joined: bool,
    subject: &str,
) -> TimelineCell {
    TimelineCell {
        tiles: entries.iter().flat_map(|entry| entry_tiles(corpus, force, column, entry, subject)).collect(),
        is_joined: joined,
    }
}

/// Says in the names of the tiles beside a break that it is there: those who move along the row by keys do not see it.
fn beside_break(mut cell: TimelineCell, columns: &[LayoutColumn], c: usize) -> TimelineCell {
    let around = &columns[c.saturating_sub(1)..columns.len().min(c + 2)];
    if around.iter().any(|column| matches!(column, LayoutColumn::Break(_))) {
        cell.tiles.iter_mut().for_each(|(tile, _)| tile.accessible_name.push_str(" Beside a break in the grading."));
    }
    cell
}

/// The tile of an entry in a column and, if its report sets it against an earlier judgment, the mark that says so.
///
/// `subject` is the name of the row.
pub fn entry_tiles(
    corpus: &Corpus,
    force: &Force,
    column: &LayoutColumn,
    entry: &LayoutEntry,
    subject: &str,
) -> Vec<(Tile, String)> {
    let mut tiles = Vec::new();
    tiles.extend(entry_tile(corpus, force, column, entry));
    tiles.extend(direction_tile(corpus, column, entry, subject));
    tiles
}

/// The tile of an entry in a column, with the wording of that year.
pub fn entry_tile(
    corpus: &Corpus,
    force: &Force,
    column: &LayoutColumn,
    entry: &LayoutEntry,
) -> Option<(Tile, String)> {
    Some(match entry {
        LayoutEntry::Judgment(judgment) => {
            (tile::judgment_tile(corpus, held_report(column)?, judgment), judgment.area.clone())
        }
        LayoutEntry::PublicGrade(known) => (tile::public_grade_tile(corpus, force, known), known.wording().to_string()),
        LayoutEntry::Missing { subject, cycle, why } => no_grade::no_grade_tile(corpus, force, subject, cycle, *why),
    })
}

fn timeline_head(corpus: &Corpus, force: &Force, layout: &TimelineLayout, c: usize) -> TimelineHead {
    match &layout.columns[c] {
        LayoutColumn::Break(cycle) => TimelineHead::Break(break_head(corpus, cycle)),
        LayoutColumn::NotHeld(cycle) => TimelineHead::NotHeld(not_held_head(corpus, force, cycle)),
        LayoutColumn::HeldReport(report) => {
            let published = corpus.publication_of(report);
            let has_others = layout.has_public_grade(c);
            let others =
                if has_others { "; grades of other reports, which are not held, are in the same column" } else { "" };
            TimelineHead::Inspection(InspectionHead {
                cycle: report.cycle.clone(),
                inspection_name: phrasing::inspection_name(report),
                date: published.map_or("no date printed".to_string(), |p| p.date.short_month()),
                href: route::path(&State::for_view(View::Report(report.id.clone()))),
                name: format!(
                    "{}, published {}{others}",
                    phrasing::report_name(report),
                    phrasing::publication_date(corpus, report)
                ),
                is_ungraded: report.scale == Scale::Ungraded,
                has_others,
            })
        }
    }
}

/// The head of a cycle of which no report on a force is held.
pub fn not_held_head(corpus: &Corpus, force: &Force, cycle: &Cycle) -> NotHeldHead {
    let public_grades = corpus.grades_only_in_register(&force.id, &cycle.id);
    let extent = public_grades::completeness_notes(corpus, force, cycle, &public_grades);
    let count = corpus.largest_count(&force.id, &cycle.id);
    let graded = count.map(|count| count.graded);
    let all_areas = public_grades::known_area_count(&public_grades);
    // More than were counted are areas that were added later.
    let within = count.map(|count| Corpus::areas_within_count(&public_grades, count));
    let areas = within.filter(|_| graded.is_some_and(|graded| all_areas <= graded)).unwrap_or(all_areas);
    let part = match graded {
        Some(graded) if areas > graded => Some(format!("{areas} areas known")),
        Some(graded) if areas == graded => Some(format!("all {graded} areas known")),
        Some(graded) => Some(format!("{areas} of {graded} areas known")),
        None if areas > 0 => Some(format!("{} known", phrasing::count_with_noun(areas, "area", "areas"))),
        None => None,
    };
    let words = join_words(&extent.into_iter().map(|(words, _)| words).collect::<Vec<_>>(), " ");
    let grades = match (graded, public_grades.len()) {
        (Some(_), _) => "but public pages say how many areas got each grade",
        (None, 0) => "so its grades are not known here",
        (None, 1) => "but a public page states a grade",
        (None, _) => "but public pages state grades",
    };
    let published = corpus.publication_of_cycle(&force.id, &cycle.id);
    let name =
        format!("{}, {}: Not held. No report from this cycle is held here, {grades}. {words}", force.name, cycle.id);
    NotHeldHead {
        cycle: cycle.id.clone(),
        date: published.map(|published| published.date.short_month()).unwrap_or_default(),
        name: name.trim_end().to_string(),
        anchor: Anchor::for_public_grades(cycle),
        known_part: part,
        completeness: words,
    }
}

/// The break before a cycle, with the inspectorate's statement if a report held contains it.
pub fn break_head(corpus: &Corpus, cycle: &Cycle) -> BreakHead {
    let quote = cycle.statement.as_ref().and_then(|statement| {
        let report = corpus.report(&statement.report)?;
        let page = State::for_view(View::Report(report.id.clone()));
        let text =
            format!("{}, {}, {}", report.force.name, phrasing::report_name(report), statement.passage.citation());
        let place = Anchor::Line(statement.passage.lines[0]);
        Some((statement.quote.clone(), Link::to_anchor(&page, &place, text)))
    });
    BreakHead {
        cycle: cycle.id.clone(),
        label: cycle.break_label.clone().unwrap_or_default(),
        gap: cycle.gap_before.clone(),
        quote,
    }
}

/// A row of findings for each kind that any of the force's reports has.
fn strips(corpus: &Corpus, force: &Force, layout: &TimelineLayout) -> Vec<FindingsRow> {
    let strip = |kind: FindingKind| {
        let cells: Vec<Option<FindingMarks>> =
            layout.columns.iter().map(|column| finding_marks(corpus, force, held_report(column)?, kind)).collect();
        (kind.plural_name(), kind.slug(), cells)
    };
    let page = route::path(&State::for_view(View::Force(force.id.clone())));
    let deadlines = corpus.asides_of(&page).iter().find(|aside| aside.id == DEADLINES);
    let deadlines = deadlines.map(|aside| {
        let of_report = |column| deadline_marks(aside, force, held_report(column)?);
        ("Deadlines", DEADLINES.to_string(), layout.columns.iter().map(of_report).collect())
    });
    let rows = FindingKind::ALL.into_iter().map(strip).chain(deadlines);
    rows.filter(|(.., cells)| cells.iter().any(Option::is_some))
        .map(|(name, class, cells)| FindingsRow { name, class, cells })
        .collect()
}

/// The dates by which findings of a report are to be acted on; `None` if there are none.
fn deadline_marks(aside: &Aside, force: &Force, report: &Report) -> Option<FindingMarks> {
    let start = format!("finding/{}/", report.id);
    let labels: Vec<&str> =
        aside.items().filter(|[_, href, _]| href.starts_with(&start)).map(|[date, ..]| date).collect();
    let (count, first) = (labels.len(), labels.iter().find(|date| **date != NO_DATE)?);
    let last = labels.last()?;
    let dates = if first == last { first.to_string() } else { format!("{first} to {last}") };
    Some(FindingMarks {
        count,
        href: format!("{}#{}", aside.page, aside.id),
        name: format!("Deadlines: {dates}: {}, {}", force.name, phrasing::report_name(report)),
        dates,
    })
}

fn finding_marks(corpus: &Corpus, force: &Force, report: &Report, kind: FindingKind) -> Option<FindingMarks> {
    let count = corpus.contents_of(&report.id)?.findings_of_kind(kind);
    let chosen =
        [(Facet::Force, force.id.to_string()), (Facet::Cycle, report.cycle.clone()), (Facet::Kind, kind.slug())];
    let number = phrasing::count_of_kind(count, kind);
    (count > 0).then(|| FindingMarks {
        count,
        dates: String::new(),
        href: route::address(&State::filtered_findings(chosen)),
        name: format!("{number}: {}, {}", force.name, phrasing::report_name(report)),
    })
}
