//! The table of judgments in a 2021/22 report: a column for each grade, with the short names of areas in the cells.

mod join;

use crate::structure::draft::Draft;
use crate::structure::role::LineRole;
use intake::block::{Block, BlockKind};
use model::fold::fold_phrase;
use model::problem::Kind;
use model::{Grade, Passage};

/// The table of judgments, as the list of its filled cells.
#[derive(Default)]
pub struct Table {
    entries: Vec<Entry>,
}

/// More cells than this are not a table of judgments: a report has at most 13 areas.
const MAX_ENTRIES: usize = 60;

/// A filled cell.
struct Entry {
    /// The short name of the area, as printed.
    name: String,
    /// The grade of the column.
    grade: Grade,
    /// Where the cell is.
    passage: Passage,
}

impl Table {
    /// Reads the rows under the row with the names of the grades.
    pub fn read(section: &[Block], draft: &mut Draft) -> Table {
        let rows: Vec<&Block> = section.iter().filter(|b| b.kind == BlockKind::TableRow).collect();
        let header: Vec<Option<Grade>> = rows
            .first()
            .map(|row| row.cells().map(|cell| Grade::from_printed(cell.text)).collect())
            .unwrap_or_default();
        if header.iter().flatten().count() < 2 {
            let expected = "a row with the names of the grades above the areas".to_string();
            draft.problem(Kind::BrokenTable { expected }, &[&section[0]]);
            return Table::default();
        }
        draft.mark(rows[0], LineRole::Heading);
        let mut entries = Vec::new();
        for row in &rows[1..] {
            draft.mark(row, LineRole::Judgment);
            for (cell, grade) in row.cells().zip(&header).filter(|(cell, _)| !cell.text.is_empty()) {
                let passage = intake::block::place(&cell);
                match grade {
                    Some(grade) => entries.push(Entry { name: cell.text.to_string(), grade: *grade, passage }),
                    None => draft.problem(Kind::UnmatchedTableName { name: cell.text.to_string() }, &[row]),
                }
            }
        }
        if entries.len() > MAX_ENTRIES {
            draft.problem(Kind::BrokenTable { expected: format!("at most {MAX_ENTRIES} areas") }, &[rows[0]]);
            entries.clear();
        }
        Table { entries }
    }

    /// Whether one of its cells has this name, after folding.
    pub fn names(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| fold_phrase(&entry.name) == fold_phrase(name))
    }
}
