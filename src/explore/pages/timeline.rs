//! The timeline of a force in words: heads, tiles, breaks, the strip of findings, and the keys to read it.

use crate::facets::Facet;
use crate::pages::{Link, names, public_grades, tile};
use crate::route::{self, Anchor};
use crate::state::{State, View};
use crate::timeline::lanes::{Column, Given, Lanes};
use crate::timeline::ruler::{Holds, Ruler};
use corpus::Corpus;
use model::{Cycle, FindingKind, Force, Grade, Ladder, Report, Scale, Scope};
use tile::Tile;

/// A drawn timeline but for the drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    pub ruler: Ruler,
    pub heads: Vec<Head>,
    pub rows: Vec<Row>,
    pub strips: Vec<Strip>,
    pub keys: Vec<Scale>,
    /// One line on how to read it.
    pub how_to_read: String,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq)]
pub enum Head {
    Inspection(Inspection),
    NotHeld(NotHeld),
    Break(Break),
}

/// An inspection whose report is held.
#[derive(Clone, Debug, PartialEq)]
pub struct Inspection {
    pub cycle: String,
    pub what: String,
    /// "Mar 2018", or what is said where no date is known.
    pub date: String,
    /// Where the date stands on the ruler of years.
    pub at: Option<f64>,
    pub href: String,
    /// Report and dates in full.
    pub name: String,
    /// The report grades nothing: said once for the whole column.
    pub ungraded: bool,
}

/// A cycle of which no report is held.
#[derive(Clone, Debug, PartialEq)]
pub struct NotHeld {
    pub cycle: String,
    /// That it is not held, and how much is known all the same.
    pub name: String,
    /// The place on the page that tells what is known, if anything is.
    pub anchor: Option<Anchor>,
    /// "1 of 8 areas known": where what is known is only a part.
    pub part: Option<String>,
    /// What the known grades are out of, in full.
    pub extent: String,
}

/// A break in comparability.
#[derive(Clone, Debug, PartialEq)]
pub struct Break {
    pub cycle: String,
    pub label: String,
    /// The inspectorate's own sentence and where it stands, where a held report prints it.
    pub quote: Option<(String, Link)>,
}

/// A row of tiles.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub name: String,
    /// Whether the name is this product's grouping and not the report's own.
    pub ours: bool,
    pub cells: Vec<Cell>,
}

/// A cell of a row: its tiles, each with the wording of that year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    pub tiles: Vec<(Tile, String)>,
    /// A thin step may join it to the cell on its left.
    pub joined: bool,
}

/// The findings of one kind, a mark each, in the columns of their reports.
#[derive(Clone, Debug, PartialEq)]
pub struct Strip {
    pub kind: FindingKind,
    /// For each column: how many, where they lead, and the name of the lot.
    pub cells: Vec<Option<Marks>>,
}

/// The marks of one kind in one report.
#[derive(Clone, Debug, PartialEq)]
pub struct Marks {
    pub count: usize,
    pub href: String,
    pub name: String,
}

impl Timeline {
    /// How many places that can have the focus each place of the grid has: heads first, then subjects, then strips.
    pub fn tiles_per_place(&self) -> Vec<Vec<usize>> {
        let is_entered = |head: &Head| !matches!(head, Head::NotHeld(found) if found.anchor.is_none());
        let heads = self.heads.iter().map(|head| usize::from(is_entered(head))).collect();
        let rows = self.rows.iter().map(|row| row.cells.iter().map(|cell| cell.tiles.len()).collect());
        let strips = self.strips.iter().map(|strip| strip.cells.iter().map(|c| usize::from(c.is_some())).collect());
        std::iter::once(heads).chain(rows).chain(strips).collect()
    }
}

const HOW_TO_READ: &str = "Each column is one inspection, oldest first; each row a subject. The word is the grade, the \
                           bars show where it stands on the scale of that year. An empty place: no grade is held or known.";

/// The timeline of a force.
pub fn timeline(corpus: &Corpus, force: &Force) -> Timeline {
    let lanes = Lanes::of(corpus, force);
    // The same years for every force, so that two timelines can be laid side by side.
    let dates = corpus.reports.iter().filter_map(|report| corpus.published(report)).map(|p| p.when);
    let dates = dates
        .chain(corpus.publication_dates.iter().map(|d| d.published))
        .chain(corpus.register.iter().filter_map(|page| page.dated));
    let dates = dates.map(|when| when.start().as_year_fraction());
    let holds = |(c, column): (usize, &Column)| match column {
        Column::Break(_) => Holds::Break,
        Column::Held(_) | Column::NotHeld(_) if lanes.rows.iter().all(|row| row.cells[c].is_empty()) => Holds::Nothing,
        Column::Held(_) | Column::NotHeld(_) => Holds::Judgments,
    };
    let ruler = Ruler::new(&lanes.columns.iter().enumerate().map(holds).collect::<Vec<_>>(), dates);
    let rows = lanes.rows.iter().map(|row| Row {
        name: row.name.to_string(),
        ours: row.subject.is_some(),
        cells: lanes
            .columns
            .iter()
            .enumerate()
            .map(|(c, column)| cell(corpus, force, column, &row.cells[c], row.joined[c]))
            .collect(),
    });
    let mut scales: Vec<Scale> = Vec::new();
    for (c, column) in lanes.columns.iter().enumerate() {
        let scale = match column {
            Column::Held(report) => report.scale,
            Column::NotHeld(cycle) => cycle.scale,
            Column::Break(_) => Scale::Ungraded,
        };
        let has_grades = lanes.rows.iter().any(|row| !row.cells[c].is_empty());
        if has_grades && scale != Scale::Ungraded && !scales.contains(&scale) {
            scales.push(scale);
        }
    }
    Timeline {
        heads: lanes.columns.iter().map(|column| head(corpus, force, column, &ruler)).collect(),
        rows: rows.collect(),
        strips: strips(force, &lanes),
        ruler,
        keys: scales,
        how_to_read: if lanes.rows.iter().any(|row| row.joined.contains(&true)) {
            format!("{HOW_TO_READ} Grades are joined only where the inspectorate calls them comparable.")
        } else {
            HOW_TO_READ.to_string()
        },
    }
}

fn held<'c>(column: &Column<'c>) -> Option<&'c Report> {
    match column {
        Column::Held(report) => Some(report),
        _ => None,
    }
}

fn cell(corpus: &Corpus, force: &Force, column: &Column, given: &[Given], joined: bool) -> Cell {
    Cell { tiles: given.iter().filter_map(|one| given_tile(corpus, force, column, one)).collect(), joined }
}

/// The tile of what a cell of a column holds, with the wording of that year.
pub fn given_tile(corpus: &Corpus, force: &Force, column: &Column, given: &Given) -> Option<(Tile, String)> {
    Some(match given {
        Given::Judged(judgment) => (tile::tile(corpus, held(column)?, judgment), judgment.area.clone()),
        Given::Stated(known) => (tile::stated(corpus, force, known), known.wording().to_string()),
    })
}

fn head(corpus: &Corpus, force: &Force, column: &Column, ruler: &Ruler) -> Head {
    match column {
        Column::Break(cycle) => Head::Break(break_before(corpus, cycle)),
        Column::NotHeld(cycle) => Head::NotHeld(not_held(corpus, force, cycle)),
        Column::Held(report) => {
            let published = corpus.published(report);
            Head::Inspection(Inspection {
                cycle: report.cycle.clone(),
                what: names::inspection(report),
                date: published.map_or("no date printed".to_string(), |p| p.when.short()),
                at: published.map(|p| ruler.at(p.when.start().as_year_fraction())),
                href: route::path(&State::at(View::Report(report.id.clone()))),
                name: format!("{}, published {}", names::report(report), names::published(corpus, report)),
                ungraded: report.scale == Scale::Ungraded,
            })
        }
    }
}

fn not_held(corpus: &Corpus, force: &Force, cycle: &Cycle) -> NotHeld {
    let known = corpus.known(&force.id, &cycle.id);
    let extent = public_grades::extent(corpus, force, cycle, &known);
    let areas = known.iter().filter(|known| known.scope == Scope::Area).count();
    let graded = corpus.counts(&force.id, &cycle.id).map(|(_, count)| count.graded).max();
    let part = match graded {
        Some(graded) => Some(format!("{areas} of {graded} areas known")),
        None if areas > 0 => Some(format!("{} known", names::count(areas, "area", "areas"))),
        None => None,
    };
    let words = extent.into_iter().map(|(words, _)| words).collect::<Vec<_>>().join(" ");
    let grades = match (graded, known.len()) {
        (Some(_), _) => "but public pages tell of its grades",
        (None, 0) => "so its grades are not known here",
        (None, 1) => "but a public page states a grade",
        (None, _) => "but public pages state grades",
    };
    let word = tile::state_word(tile::Drawing::NotHeld(None));
    let name = format!("{}, {}: {word}. No report of this cycle is held here, {grades}. {words}", force.name, cycle.id);
    NotHeld {
        cycle: cycle.id.clone(),
        name: name.trim_end().to_string(),
        anchor: (!known.is_empty() || graded.is_some()).then(|| Anchor::known_grades(cycle)),
        part,
        extent: words,
    }
}

/// The break before a cycle, with the inspectorate's sentence where it is held.
pub fn break_before(corpus: &Corpus, cycle: &Cycle) -> Break {
    let quote = cycle.statement.as_ref().and_then(|statement| {
        let report = corpus.report(&statement.report)?;
        let page = State::at(View::Report(report.id.clone()));
        let text = format!("{}, {}, {}", report.force.name, names::report(report), statement.passage.cite());
        let place = Anchor::Line(statement.passage.lines[0]);
        Some((statement.quote.clone(), Link::to_place(&page, &place, text)))
    });
    Break { cycle: cycle.id.clone(), label: cycle.break_label.clone().unwrap_or_default(), quote }
}

/// A strip for each kind that any of the force's reports has.
fn strips(force: &Force, lanes: &Lanes) -> Vec<Strip> {
    let strip = |kind: FindingKind| {
        let cells: Vec<Option<Marks>> = lanes.columns.iter().map(|column| marks(force, held(column)?, kind)).collect();
        cells.iter().any(Option::is_some).then_some(Strip { kind, cells })
    };
    FindingKind::ALL.into_iter().filter_map(strip).collect()
}

fn marks(force: &Force, report: &Report, kind: FindingKind) -> Option<Marks> {
    let count = report.findings.iter().filter(|f| f.kind == kind).count();
    let chosen =
        [(Facet::Force, force.id.to_string()), (Facet::Cycle, report.cycle.clone()), (Facet::Kind, kind.slug())];
    let what = names::of_kind(count, kind);
    (count > 0).then(|| Marks {
        count,
        href: route::address(&State::findings(chosen)),
        name: format!("{what}: {}, {}", force.name, names::report(report)),
    })
}

/// The grades of a scale with their ladders, best first.
pub fn key(scale: Scale) -> impl Iterator<Item = (Grade, Ladder)> {
    scale.grades().iter().filter_map(move |grade| Some((*grade, scale.ladder(*grade)?)))
}
