//! Which columns and rows a force's timeline has, and which judgment stands where.

use crate::corpus::Corpus;
use crate::model::{Cycle, Force, Grade, Judgment, Report, State, Subject};

/// One column, from left to right in order of date.
#[derive(Clone, Copy, Debug)]
pub enum Column<'c> {
    /// An inspection whose report is held.
    Held(&'c Report),
    /// A cycle of which no report on this force is held.
    NotHeld(&'c Cycle),
    /// Grades to the left and right of it are not comparable, by the inspectorate's own word.
    Break(&'c Cycle),
}

/// A row: one subject, or one area that no subject groups, under the name that the report prints.
#[derive(Clone, Debug)]
pub struct Row<'c> {
    pub subject: Option<&'c Subject>,
    pub name: &'c str,
    /// For each column, the judgments on this subject. Most have one, many none.
    pub cells: Vec<Vec<&'c Judgment>>,
    /// For each column, whether a step may join its tile to the one in the column before it.
    pub joined: Vec<bool>,
}

/// A timeline before it is drawn.
#[derive(Clone, Debug)]
pub struct Lanes<'c> {
    pub columns: Vec<Column<'c>>,
    pub rows: Vec<Row<'c>>,
}

impl<'c> Lanes<'c> {
    /// Lays out what is held on a force.
    pub fn of(corpus: &'c Corpus, force: &'c Force) -> Lanes<'c> {
        let columns = columns(corpus, force);
        let mut rows: Vec<Row> = corpus.subjects.iter().map(|s| Row::new(Some(s), &s.name, columns.len())).collect();
        for (c, column) in columns.iter().enumerate() {
            let Column::Held(report) = column else { continue };
            for judgment in &report.judgments {
                let subject = corpus.subject_of(judgment).map(|s| s.id.as_str());
                let name = judgment.area.as_str();
                let is_row = |row: &Row| match subject {
                    Some(id) => row.subject.is_some_and(|s| s.id == id),
                    None => row.subject.is_none() && row.name == name,
                };
                let at = rows.iter().position(is_row).unwrap_or_else(|| {
                    rows.push(Row::new(None, name, columns.len()));
                    rows.len() - 1
                });
                rows[at].cells[c].push(judgment);
            }
        }
        rows.retain(|row| row.cells.iter().any(|cell| !cell.is_empty()));
        for row in &mut rows {
            row.joined = (0..columns.len()).map(|c| joins(corpus, &columns, &row.cells, c)).collect();
        }
        Lanes { columns, rows }
    }
}

impl<'c> Row<'c> {
    fn new(subject: Option<&'c Subject>, name: &'c str, columns: usize) -> Self {
        Row { subject, name, cells: vec![Vec::new(); columns], joined: Vec::new() }
    }
}

/// Every cycle in order, its held reports in order of date, a break before each cycle that begins a new grading.
fn columns<'c>(corpus: &'c Corpus, force: &'c Force) -> Vec<Column<'c>> {
    let mut columns = Vec::new();
    for cycle in &corpus.cycles {
        if cycle.break_label.is_some() && !columns.is_empty() {
            columns.push(Column::Break(cycle));
        }
        let before = columns.len();
        columns.extend(corpus.reports_on(&force.id).filter(|r| r.cycle == cycle.id).map(Column::Held));
        if columns.len() == before {
            columns.push(Column::NotHeld(cycle));
        }
    }
    columns
}

/// Whether the inspectorate calls the grade in this column comparable with the one in the column just before.
///
/// Only neighbours are joined: across a column that is not held or a break nothing is known to connect.
fn joins(corpus: &Corpus, columns: &[Column], cells: &[Vec<&Judgment>], c: usize) -> bool {
    let (Some(before), Column::Held(report)) = (c.checked_sub(1), columns[c]) else { return false };
    let Column::Held(earlier) = columns[before] else { return false };
    let comparable = corpus.cycle(&report.cycle).is_some_and(|cycle| cycle.comparable_with_previous);
    let graded = |cell: &[&Judgment]| matches!(cell, [j] if j.state == State::Graded && j.grade.is_some());
    comparable && earlier.cycle != report.cycle && graded(&cells[before]) && graded(&cells[c])
}

/// How many judgments have each grade, in the order of the scale, those that have none left out.
pub fn tally<'j>(judgments: impl IntoIterator<Item = &'j Judgment>) -> Vec<(Grade, usize)> {
    let judgments: Vec<_> = judgments.into_iter().filter(|j| j.state == State::Graded).collect();
    let count = |grade| judgments.iter().filter(|j| j.grade == Some(grade)).count();
    Grade::ALL.into_iter().map(|grade| (grade, count(grade))).filter(|(_, n)| *n > 0).collect()
}
