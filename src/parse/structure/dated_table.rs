//! The table of judgments of 2017. Each row has a question, its grade and the year in which it was last inspected.

mod cells;

use crate::structure::draft::ReportDraft;
use crate::structure::outline::{is_similar, parse_judgment};
use crate::structure::role::LineRole;
use cells::{is_dash, is_first_grade_word, is_second_grade_word, is_table_head, parse_year, table_cells};
use intake::block::{Block, LinePiece};
use model::folding::fold_phrase;
use model::problem::ProblemKind;
use model::{Grade, JudgmentStatus};
use std::collections::HashMap;

/// More rows than this are not a table of judgments.
const MAX_ROWS: usize = 60;

/// A name of more lines than this is not a question.
const MAX_NAME_LINES: usize = 12;

/// A row of the table.
pub struct DatedRow<'a> {
    /// The question, as the table prints it.
    pub name: Block<'a>,
    /// The cell with the grade, or with the words for its absence.
    pub grade_cell: Block<'a>,
    /// Whether there is a grade, and if not, why not.
    pub state: JudgmentStatus,
    /// The grade. Also `None` while only the first word of "Requires improvement" has been read.
    pub grade: Option<Grade>,
    /// The year in which it was last inspected, if it is given: "2015/16".
    pub year: Option<String>,
}

impl DatedRow<'_> {
    /// Whether only the first word of "Requires improvement" has been read.
    fn is_half_read(&self) -> bool {
        self.grade_cell.pieces.len() == 1 && is_first_grade_word(self.grade_cell.first_piece().text)
    }
}

/// The table while it is being read.
struct TableReader<'b, 'a> {
    /// The rows so far.
    rows: Vec<DatedRow<'a>>,
    /// The lines of a name whose grade is still to come, with their blocks.
    name: Vec<(LinePiece<'a>, &'b Block<'a>)>,
    /// Whether the last grade has no name, so that what belongs to it has no row.
    is_nameless: bool,
    /// Blocks with something else in the place of a name, grade or year.
    broken_blocks: Vec<&'b Block<'a>>,
}

/// Reads the rows, whether their cells are separated by tabs or spaces or on lines of their own, one or two for each.
///
/// A grade from another year than `cycle` is carried forward.
pub fn read_rows<'a>(table: &[Block<'a>], cycle: &str, draft: &mut ReportDraft) -> Vec<DatedRow<'a>> {
    let Some(head) = table.iter().position(|b| b.pieces.iter().any(is_table_head)) else {
        let expected = "a row that says 'Question', 'Grade' and 'Last inspected'".to_string();
        draft.add_problem(ProblemKind::BrokenTable { expected }, &table.first().into_iter().collect::<Vec<_>>());
        return Vec::new();
    };
    let mut reading = TableReader { rows: Vec::new(), name: Vec::new(), is_nameless: false, broken_blocks: Vec::new() };
    let mut marked = None;
    for (block, cell) in table_cells(&table[head..]) {
        if reading.take_cell(block, cell) && marked.replace(block.start) != Some(block.start) {
            draft.mark_lines(block, LineRole::Judgment);
        }
        if reading.rows.len() > MAX_ROWS || reading.name.len() > MAX_NAME_LINES {
            break;
        }
    }
    let TableReader { mut rows, name, broken_blocks: mut broken, .. } = reading;
    if rows.len() > MAX_ROWS {
        draft.add_problem(ProblemKind::BrokenTable { expected: format!("at most {MAX_ROWS} rows") }, &[]);
        rows.clear();
    }
    let halves: Vec<DatedRow> = rows.extract_if(.., |row| row.is_half_read()).collect();
    let is_carried =
        |row: &DatedRow| row.state == JudgmentStatus::Graded && row.year.as_deref().is_some_and(|year| year != cycle);
    rows.iter_mut().filter(|row| is_carried(row)).for_each(|row| row.state = JudgmentStatus::CarriedForward);
    broken.extend(name.iter().map(|(_, block)| *block));
    broken.sort_by_key(|block| block.start);
    broken.dedup_by_key(|block| block.start);
    broken.extend(halves.iter().map(|row| &row.grade_cell));
    if rows.is_empty() || !broken.is_empty() {
        let expected = "a question, its grade and a year in each row".to_string();
        draft.add_problem(ProblemKind::BrokenTable { expected }, &broken);
    }
    rows
}

impl<'b, 'a> TableReader<'b, 'a> {
    /// Reads the next cell; returns whether it is a grade or its year.
    fn take_cell(&mut self, block: &'b Block<'a>, cell: LinePiece<'a>) -> bool {
        let is_open = !self.name.is_empty();
        let row = self.rows.last_mut().filter(|_| !is_open && !self.is_nameless);
        let judged =
            parse_judgment(cell.text).or(is_first_grade_word(cell.text).then_some((JudgmentStatus::Graded, None)));
        let year = parse_year(cell.text);
        match (row, judged) {
            (_, Some((state, grade))) if is_open => {
                let pieces = self.name.drain(..).map(|(piece, _)| piece).collect();
                let (name, stated) =
                    (block.with_pieces(pieces).into_plain(), block.with_pieces(vec![cell]).into_plain());
                self.rows.push(DatedRow { name, grade_cell: stated, state, grade, year: None });
                return true;
            }
            (_, Some(_)) => {
                self.is_nameless = true;
                self.broken_blocks.push(block);
            }
            (Some(row), _) if row.is_half_read() && is_second_grade_word(cell.text) => {
                row.grade_cell.pieces.push(cell);
                row.grade = Some(Grade::RequiresImprovement);
                return true;
            }
            (Some(row), _) if row.year.is_none() && year.is_some() => {
                row.year = year;
                return true;
            }
            // A name without a grade, or the rest of a grade without a name.
            _ if year.is_some() || (self.is_nameless && is_second_grade_word(cell.text)) => {
                self.broken_blocks.push(block);
                self.broken_blocks.extend(self.name.drain(..).map(|(_, block)| block));
            }
            _ if is_dash(cell.text) => {}
            // What follows a grade on its line is not the name of another row.
            (Some(row), _) if row.grade_cell.first_piece().line == cell.line => self.broken_blocks.push(block),
            (Some(row), _) if cell.text.starts_with(char::is_lowercase) => row.name.pieces.push(cell),
            _ => {
                self.is_nameless = false;
                self.name.push((cell, block));
            }
        }
        false
    }
}

/// The row of each section, by index: the one with its name, or else an unused one with a similar name.
pub fn match_rows(sections: &[&Block], rows: &[DatedRow]) -> Vec<Option<usize>> {
    let names: Vec<String> = rows.iter().map(|row| row.name.text()).collect();
    let places: HashMap<String, usize> =
        names.iter().enumerate().rev().map(|(n, name)| (fold_phrase(name), n)).collect();
    let mut found: Vec<Option<usize>> =
        sections.iter().map(|section| places.get(&fold_phrase(&section.text())).copied()).collect();
    let mut free: Vec<usize> = (0..rows.len()).filter(|n| !found.contains(&Some(*n))).collect();
    for (section, of) in sections.iter().zip(&mut found).filter(|(_, of)| of.is_none()) {
        if let Some(k) = free.iter().position(|n| is_similar(&names[*n], &section.text())) {
            *of = Some(free.remove(k));
        }
    }
    found
}

#[cfg(test)]
mod tests;
