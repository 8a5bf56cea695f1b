//! The table of judgments in a 2021/22 report: a column for each grade, with the short names of areas in the cells.

mod matching;

use crate::structure::draft::ReportDraft;
use crate::structure::role::LineRole;
use intake::block::{Block, BlockKind};
use model::folding::fold_phrase;
use model::problem::ProblemKind;
use model::{Grade, Passage};

/// The table of judgments, as the list of its filled cells.
#[derive(Default)]
pub struct JudgmentTable {
    entries: Vec<TableEntry>,
}

/// More cells than this are not a table of judgments: a report has at most 13 areas.
const MAX_ENTRIES: usize = 60;

/// A filled cell.
struct TableEntry {
    /// The short name of the area, as printed.
    name: String,
    /// The grade of the column.
    grade: Grade,
    /// Where the cell is.
    passage: Passage,
}

impl JudgmentTable {
    /// Reads the rows under the row with the names of the grades.
    pub fn from_section(section: &[Block], draft: &mut ReportDraft) -> JudgmentTable {
        let rows: Vec<&Block> = section.iter().filter(|b| b.kind == BlockKind::TableRow).collect();
        let header: Vec<Option<Grade>> = rows
            .first()
            .map(|row| row.cells().map(|cell| Grade::from_printed(cell.text)).collect())
            .unwrap_or_default();
        if header.iter().flatten().count() < 2 {
            let expected = "a row with the names of the grades above the areas".to_string();
            draft.add_problem(ProblemKind::BrokenTable { expected }, &[&section[0]]);
            return JudgmentTable::default();
        }
        draft.mark_lines(rows[0], LineRole::Heading);
        let mut entries = Vec::new();
        for row in &rows[1..] {
            draft.mark_lines(row, LineRole::Judgment);
            for (cell, grade) in row.cells().zip(&header).filter(|(cell, _)| !cell.text.is_empty()) {
                let passage = intake::block::piece_passage(&cell);
                match grade {
                    Some(grade) => entries.push(TableEntry { name: cell.text.to_string(), grade: *grade, passage }),
                    None => draft.add_problem(ProblemKind::UnmatchedTableName { name: cell.text.to_string() }, &[row]),
                }
            }
        }
        if entries.len() > MAX_ENTRIES {
            draft
                .add_problem(ProblemKind::BrokenTable { expected: format!("at most {MAX_ENTRIES} areas") }, &[rows[0]]);
            entries.clear();
        }
        JudgmentTable { entries }
    }

    /// Whether one of its cells has this name, after folding.
    pub fn has_name(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| fold_phrase(&entry.name) == fold_phrase(name))
    }
}
