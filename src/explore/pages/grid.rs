//! Timelines and comparisons as tiles in rows and columns, for pictures and for what is presented.

use crate::pages::tile::Tile;
use crate::pages::timeline::given_tile;
use crate::pages::{compare, names, public_grades};
use crate::timeline::lanes::{Column, Given, Lanes, Row};
use corpus::Corpus;
use model::{Cycle, Force};

/// Tiles in rows and columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    pub heads: Vec<Head>,
    /// The name of each row, with an entry for each column.
    pub rows: Vec<(String, Vec<Entry>)>,
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    pub name: String,
    /// Whether the grades to the left of it are not comparable with those in it.
    pub is_behind_break: bool,
    /// What is small under the name.
    pub about: String,
}

/// The tiles of a place in the grid, or why there are none.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub tiles: Vec<Tile>,
    pub nothing: String,
}

impl Head {
    fn new(name: &str, is_behind_break: bool, about: String) -> Head {
        Head { name: name.to_string(), is_behind_break, about }
    }
}

/// The timeline of a force: every column of it, every row, every tile.
pub fn of_force(corpus: &Corpus, force: &Force) -> Grid {
    let lanes = Lanes::of(corpus, force);
    let shown: Vec<(usize, &Column)> =
        lanes.columns.iter().enumerate().filter(|(_, column)| !matches!(column, Column::Break(_))).collect();
    let head = |(c, column): &(usize, &Column)| {
        let is_behind = c.checked_sub(1).is_some_and(|before| matches!(lanes.columns[before], Column::Break(_)));
        match column {
            Column::Held(report) => {
                let date = corpus.published(report).map(|published| published.when.short()).unwrap_or_default();
                Head::new(&report.cycle, is_behind, format!("{} {date}", names::inspection(report)))
            }
            Column::NotHeld(cycle) | Column::Break(cycle) => Head::new(&cycle.id, is_behind, "not held".to_string()),
        }
    };
    let entry = |cells: &[Vec<Given>], (c, column): &(usize, &Column)| {
        let tiles = cells[*c].iter().filter_map(|given| given_tile(corpus, force, column, given));
        Entry { tiles: tiles.map(|(tile, _)| tile).collect(), nothing: String::new() }
    };
    let row = |row: &Row| (row.name.to_string(), shown.iter().map(|place| entry(&row.cells, place)).collect());
    Grid { heads: shown.iter().map(head).collect(), rows: lanes.rows.iter().map(row).collect() }
}

/// One subject of a comparison.
pub fn of_table(corpus: &Corpus, table: &compare::Table) -> Grid {
    let is_cycle = |(_, head): &(usize, &compare::Head)| matches!(head, compare::Head::Cycle(_));
    let columns: Vec<usize> = table.heads.iter().enumerate().filter(is_cycle).map(|(c, _)| c).collect();
    let head = |cycle: &Cycle| Head::new(&cycle.id, cycle.break_label.is_some(), String::new());
    let entry = |cell: &compare::Cell| Entry {
        // In the table of areas, how many there are stands beside the grade.
        tiles: cell.tiles.iter().map(|(tile, words)| noted(tile, words, table.counts_areas)).collect(),
        nothing: cell.nothing.clone(),
    };
    let row = |row: &compare::Row| (row.force.text.clone(), columns.iter().map(|c| entry(&row.cells[*c])).collect());
    Grid { heads: corpus.cycles.iter().map(head).collect(), rows: table.rows.iter().map(row).collect() }
}

fn noted(tile: &Tile, words: &str, is_count: bool) -> Tile {
    let note = if is_count { Some(format!("({words})")) } else { tile.note.clone() };
    Tile { note, ..tile.clone() }
}

/// What to bear in mind: how things are drawn, what a break is, and what is not known.
pub fn about(corpus: &Corpus, forces: &[&Force]) -> Vec<String> {
    let drawn = "Dotted: the report is not held, a public page states the grade. Outlined: no new grade. An empty place: none \
                 is held or known.";
    let label = |cycle: &Cycle| Some(format!("Bar before {}: {}", cycle.id, cycle.break_label.as_ref()?));
    let breaks = corpus.cycles.iter().filter_map(label);
    let parts = forces.iter().flat_map(|force| public_grades::extents(corpus, force));
    std::iter::once(drawn.to_string()).chain(breaks).chain(parts).collect()
}
