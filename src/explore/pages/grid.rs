//! Timelines and comparisons as plain grids of tiles, for pictures and slides.

use crate::pages::national::{NationalColumn, NationalPage, NationalRow};
use crate::pages::tile::Tile;
use crate::pages::timeline::{entry_tiles, not_held_head};
use crate::pages::{compare, phrasing, public_grades};
use crate::timeline::layout::{LayoutColumn, LayoutEntry, LayoutRow, TimelineLayout};
use corpus::Corpus;
use model::{Cycle, Force};

/// A grid of tiles.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// The heads of the columns.
    pub heads: Vec<GridHead>,
    /// The rows: the name of each, and an entry for each column.
    pub rows: Vec<(String, Vec<GridEntry>)>,
    /// Whether its tiles have letters and not words.
    pub has_letters: bool,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct GridHead {
    /// The id of the cycle; in a grid of subjects empty, or the subject.
    pub name: String,
    /// The id of the cycle whose grades are below.
    pub cycle: String,
    /// Whether there is a break on its left: grades on both sides are not comparable.
    pub is_after_break: bool,
    /// The text in small letters under the name: the pillar and date of the inspection, or "not held".
    pub caption: String,
}

/// An entry of a row in one column.
#[derive(Clone, Debug, PartialEq)]
pub struct GridEntry {
    /// Its tiles. Most entries have one.
    pub tiles: Vec<Tile>,
    /// Why there are no tiles; may be empty.
    pub empty_reason: String,
}

impl GridHead {
    fn new(name: &str, is_after_break: bool, caption: String) -> GridHead {
        GridHead { name: name.to_string(), cycle: name.to_string(), is_after_break, caption }
    }
}

/// The timeline of a force. Breaks are not columns but belong to the head on their right.
pub fn timeline_grid(corpus: &Corpus, force: &Force) -> Grid {
    let layout = TimelineLayout::for_force(corpus, force);
    let shown: Vec<(usize, &LayoutColumn)> =
        layout.columns.iter().enumerate().filter(|(_, column)| !matches!(column, LayoutColumn::Break(_))).collect();
    let head = |(c, column): &(usize, &LayoutColumn)| {
        let is_behind = c.checked_sub(1).is_some_and(|before| matches!(layout.columns[before], LayoutColumn::Break(_)));
        match column {
            LayoutColumn::HeldReport(report) => {
                let date =
                    corpus.publication_of(report).map(|published| published.date.short_month()).unwrap_or_default();
                let others = if layout.has_public_grade(*c) { ", others not held" } else { "" };
                let caption = format!("{} {date}{others}", phrasing::inspection_name(report));
                GridHead::new(&report.cycle, is_behind, caption)
            }
            LayoutColumn::NotHeld(cycle) | LayoutColumn::Break(cycle) => {
                let head = not_held_head(corpus, force, cycle);
                let known = ["not held".to_string(), head.date].into_iter().chain(head.known_part);
                let known: Vec<String> = known.filter(|words| !words.is_empty()).collect();
                GridHead::new(&cycle.id, is_behind, known.join("; "))
            }
        }
    };
    let entry = |name: &str, cells: &[Vec<LayoutEntry>], (c, column): &(usize, &LayoutColumn)| {
        let tiles = cells[*c].iter().flat_map(|given| entry_tiles(corpus, force, column, given, name));
        GridEntry { tiles: tiles.map(|(tile, _)| tile).collect(), empty_reason: String::new() }
    };
    let row = |row: &LayoutRow| {
        (row.name.to_string(), shown.iter().map(|place| entry(row.name, &row.cells, place)).collect())
    };
    Grid { heads: shown.iter().map(head).collect(), rows: layout.rows.iter().map(row).collect(), has_letters: false }
}

/// One table of a comparison: of a few forces in one cycle with a column for each force, else with a row for each.
pub fn comparison_grid(table: &compare::CompareTable) -> Grid {
    /// How many names of forces fit side by side.
    const MAX_COLUMNS: usize = 4;
    let mut columns: Vec<(usize, &str, bool)> = Vec::new();
    let mut is_after_break = false;
    for (c, head) in table.heads.iter().enumerate() {
        match head {
            compare::CompareHead::Break { .. } => is_after_break = true,
            compare::CompareHead::Column(name) => columns.push((c, name, std::mem::take(&mut is_after_break))),
        }
    }
    let entry = |row: &compare::CompareRow, c: usize| GridEntry {
        tiles: row.cells[c].tiles.iter().map(|(tile, _)| tile.clone()).collect(),
        empty_reason: String::new(),
    };
    let Some(cycle) = table.cycle.as_ref().filter(|_| table.rows.len() <= MAX_COLUMNS) else {
        let row = |row: &compare::CompareRow| {
            let inspected = if row.inspected.is_empty() { String::new() } else { format!(", {}", row.inspected) };
            (format!("{}{inspected}", row.force.text), columns.iter().map(|(c, ..)| entry(row, *c)).collect())
        };
        let heads = columns.iter().map(|(_, name, is_behind)| match &table.cycle {
            Some(cycle) => GridHead { cycle: cycle.clone(), ..GridHead::new("", *is_behind, name.to_string()) },
            None => GridHead::new(name, *is_behind, String::new()),
        });
        return Grid { heads: heads.collect(), rows: table.rows.iter().map(row).collect(), has_letters: false };
    };
    let force_head = |row: &compare::CompareRow| GridHead {
        cycle: cycle.clone(),
        ..GridHead::new(&row.force.text, false, row.inspected.clone())
    };
    let subject_row =
        |(c, name, _): &(usize, &str, bool)| (name.to_string(), table.rows.iter().map(|row| entry(row, *c)).collect());
    Grid {
        heads: table.rows.iter().map(force_head).collect(),
        rows: columns.iter().map(subject_row).collect(),
        has_letters: false,
    }
}

/// All forces in one cycle or on one subject.
pub fn national_grid(page: &NationalPage) -> Grid {
    let mut heads: Vec<GridHead> = Vec::new();
    let mut is_after_break = false;
    let mut shown: Vec<usize> = Vec::new();
    for (c, column) in page.columns.iter().enumerate() {
        match column {
            NationalColumn::Break(_) => is_after_break = true,
            NationalColumn::Grades { link, .. } => {
                heads.push(GridHead::new("", std::mem::take(&mut is_after_break), link.text.clone()));
                shown.push(c);
            }
        }
    }
    let entry = |tiles: &Vec<Tile>| GridEntry { tiles: tiles.clone(), empty_reason: String::new() };
    let row = |row: &NationalRow| (row.short_name.clone(), shown.iter().map(|c| entry(&row.cells[*c])).collect());
    Grid { heads, rows: page.rows.iter().map(row).collect(), has_letters: false }
}

/// Notes for a grid: how tiles are drawn, what the breaks are, and what is not known.
pub fn grid_notes(corpus: &Corpus, forces: &[&Force]) -> Vec<String> {
    let breaks = corpus.cycles.iter().filter_map(break_note);
    let parts = forces.iter().flat_map(|force| public_grades::completeness_by_cycle(corpus, force, |_| true));
    let checked = format!("The data was last checked on {}.", corpus.checked.in_words());
    [LEGEND.to_string(), checked].into_iter().chain(breaks).chain(parts).collect()
}

/// What the breaks between the columns of a part of a grid are.
pub fn breaks_in_part(corpus: &Corpus, heads: &[GridHead]) -> Vec<String> {
    let note = |cycle: &Cycle| Some(format!("Bar before {}: {}", cycle.id, cycle.break_label.as_ref()?));
    let is_drawn = |cycle: &&Cycle| heads.iter().any(|head| head.is_after_break && is_of(head, cycle));
    corpus.cycles.iter().filter(is_drawn).filter_map(note).collect()
}

/// Why there was no cycle for some time before those of a part of a grid.
pub fn gaps_in_part(corpus: &Corpus, heads: &[GridHead]) -> Vec<String> {
    let is_between = |cycle: &&Cycle| is_shown(cycle, heads) && heads.iter().any(|head| !is_of(head, cycle));
    corpus.cycles.iter().filter(is_between).filter_map(|cycle| cycle.gap_before.clone()).collect()
}

/// How much is known of the grades of these forces in the columns of a part of a grid.
pub fn known_parts(corpus: &Corpus, forces: &[&Force], heads: &[GridHead]) -> Vec<String> {
    let is_in_part = |cycle: &Cycle| is_shown(cycle, heads);
    forces.iter().flat_map(|force| public_grades::completeness_by_cycle(corpus, force, is_in_part)).collect()
}

fn is_shown(cycle: &Cycle, heads: &[GridHead]) -> bool {
    heads.iter().any(|head| is_of(head, cycle))
}

fn is_of(head: &GridHead, cycle: &Cycle) -> bool {
    head.cycle == cycle.id || head.name == cycle.id
}

/// How tiles are drawn, in few words.
pub const SHORT_LEGEND: &str = "Outlined grade: its report is not held, or it was carried forward; dotted, “press”: only the \
                                press states the grade. Dashed: not known here.";

/// How tiles are drawn.
const LEGEND: &str = "Outlined grade: the report is not held (not part of this site); a public page states the grade, \
                          dotted and marked “press” if only the press does. Grey outline: carried forward, or no grade for the \
                          reason named. Dashed: graded, or possibly graded, but not known here.";

fn break_note(cycle: &Cycle) -> Option<String> {
    Some(format!("The bar before {} is a break: {}", cycle.id, phrasing::break_words(cycle)?))
}
