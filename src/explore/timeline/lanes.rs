//! The columns and rows of a force's timeline, with the judgment in each cell.

use corpus::{Corpus, PublicGrade};
use model::{Cycle, Force, Grade, Judgment, Report, State, Subject};

/// A column. Columns are in order of date, from left to right.
#[derive(Clone, Copy, Debug)]
pub enum Column<'c> {
    /// An inspection whose report is held. The last one of a cycle also has the grades of that cycle's other reports
    /// that are known from public pages.
    HeldReport(&'c Report),
    /// A cycle for which no report on this force is held.
    NotHeld(&'c Cycle),
    /// A break before a cycle: the inspectorate says that grades to its left and right cannot be compared.
    Break(&'c Cycle),
}

/// An entry in a cell.
#[derive(Clone, Debug)]
pub enum LayoutEntry<'c> {
    /// A judgment of a held report.
    Judgment(&'c Judgment),
    /// A grade that public pages state; its report is not held.
    PublicGrade(PublicGrade<'c>),
}

/// A row: a subject, or an area that no subject groups.
#[derive(Clone, Debug)]
pub struct Row<'c> {
    /// The subject; `None` for an area that no subject groups.
    pub subject: Option<&'c Subject>,
    /// The name of the subject, or of the area as printed.
    pub name: &'c str,
    /// For each column, its entries in this row. Most columns have one, many none.
    pub cells: Vec<Vec<LayoutEntry<'c>>>,
    /// For each column, whether its tile may be joined to the tile in the column on its left.
    pub joined_to_left: Vec<bool>,
}

/// The layout of a timeline.
#[derive(Clone, Debug)]
pub struct Lanes<'c> {
    /// The columns, in order of date.
    pub columns: Vec<Column<'c>>,
    /// The rows that have entries: subjects in their order, then areas that no subject groups.
    pub rows: Vec<Row<'c>>,
}

impl<'c> Lanes<'c> {
    /// Lays out the judgments of a force and the grades known from public pages.
    pub fn of(corpus: &'c Corpus, force: &'c Force) -> Lanes<'c> {
        let columns = columns(corpus, force);
        let mut rows: Vec<Row> = corpus.subjects.iter().map(|s| Row::new(Some(s), &s.name, columns.len())).collect();
        for (c, column) in columns.iter().enumerate() {
            for (subject, name, given) in given(corpus, force, *column, columns.get(c + 1)) {
                let is_row = |row: &Row| match subject {
                    Some(subject) => row.subject.is_some_and(|s| s.id == subject.id),
                    None => row.subject.is_none() && row.name == name,
                };
                let at = rows.iter().position(is_row).unwrap_or_else(|| {
                    rows.push(Row::new(None, name, columns.len()));
                    rows.len() - 1
                });
                rows[at].cells[c].push(given);
            }
        }
        rows.retain(|row| row.cells.iter().any(|cell| !cell.is_empty()));
        for row in &mut rows {
            row.joined_to_left = (0..columns.len()).map(|c| joins(corpus, &columns, &row.cells, c)).collect();
        }
        Lanes { columns, rows }
    }
}

impl<'c> Lanes<'c> {
    /// The entries for a subject in one cycle, from all columns of that cycle.
    pub fn given(
        &self,
        subject: &Subject,
        cycle: &Cycle,
    ) -> impl DoubleEndedIterator<Item = (&Column<'c>, &LayoutEntry<'c>)> {
        let row = self.rows.iter().find(|row| row.subject.is_some_and(|other| other.id == subject.id));
        let columns = self.columns.iter().enumerate().filter(move |(_, column)| match column {
            Column::HeldReport(report) => report.cycle == cycle.id,
            Column::NotHeld(other) => other.id == cycle.id,
            Column::Break(_) => false,
        });
        columns.flat_map(move |(c, column)| {
            row.into_iter().flat_map(move |row| row.cells[c].iter().map(move |given| (column, given)))
        })
    }
}

impl<'c> Row<'c> {
    fn new(subject: Option<&'c Subject>, name: &'c str, columns: usize) -> Self {
        Row { subject, name, cells: vec![Vec::new(); columns], joined_to_left: Vec::new() }
    }
}

/// The columns for every cycle: its held reports in order of date, after a break where grading changed.
fn columns<'c>(corpus: &'c Corpus, force: &'c Force) -> Vec<Column<'c>> {
    let mut columns = Vec::new();
    for cycle in &corpus.cycles {
        if cycle.break_label.is_some() && !columns.is_empty() {
            columns.push(Column::Break(cycle));
        }
        let before = columns.len();
        columns.extend(corpus.reports_on(&force.id).filter(|r| r.cycle == cycle.id).map(Column::HeldReport));
        if columns.len() == before {
            columns.push(Column::NotHeld(cycle));
        }
    }
    columns
}

/// The entries of a column, each with its subject, if any, and its name.
fn given<'c>(
    corpus: &'c Corpus,
    force: &'c Force,
    column: Column<'c>,
    next: Option<&Column<'c>>,
) -> Vec<(Option<&'c Subject>, &'c str, LayoutEntry<'c>)> {
    let known = |cycle: &'c str| {
        let known = corpus.known(&force.id, cycle).into_iter();
        known.map(|k| (k.subject, k.name(), LayoutEntry::PublicGrade(k))).collect::<Vec<_>>()
    };
    match column {
        Column::Break(_) => Vec::new(),
        Column::NotHeld(cycle) => known(&cycle.id),
        Column::HeldReport(report) => {
            let judged = report.judgments.iter();
            let judged = judged.map(|j| (corpus.subject_of(j), j.area.as_str(), LayoutEntry::Judgment(j)));
            let is_last = !matches!(next, Some(Column::HeldReport(next)) if next.cycle == report.cycle);
            judged.chain(if is_last { known(&report.cycle) } else { Vec::new() }).collect()
        }
    }
}

/// Whether the inspectorate calls the grade in a column comparable with the one in the column on its left.
///
/// Only neighbours are joined: nothing is joined across a break or a column whose report is not held.
fn joins(corpus: &Corpus, columns: &[Column], cells: &[Vec<LayoutEntry>], c: usize) -> bool {
    let (Some(before), Column::HeldReport(report)) = (c.checked_sub(1), columns[c]) else { return false };
    let Column::HeldReport(earlier) = columns[before] else { return false };
    let comparable = corpus.cycle(&report.cycle).is_some_and(|cycle| cycle.comparable_with_previous);
    let graded = |cell: &[LayoutEntry]| matches!(cell, [LayoutEntry::Judgment(j)] if j.state == State::Graded && j.grade.is_some());
    comparable && earlier.cycle != report.cycle && graded(&cells[before]) && graded(&cells[c])
}

/// How many judgments have each grade, best grade first, without grades that none has.
pub fn tally<'j>(judgments: impl IntoIterator<Item = &'j Judgment>) -> Vec<(Grade, usize)> {
    let judgments: Vec<_> = judgments.into_iter().filter(|j| j.state == State::Graded).collect();
    let count = |grade| judgments.iter().filter(|j| j.grade == Some(grade)).count();
    Grade::ALL.into_iter().map(|grade| (grade, count(grade))).filter(|(_, n)| *n > 0).collect()
}
