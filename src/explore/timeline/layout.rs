//! The columns and rows of a force's timeline, with the judgment in each cell.

use corpus::{Corpus, MissingGrade, PublicGrade};
use model::{Cycle, Force, Grade, Judgment, JudgmentStatus, Report, Subject};

/// A column. Columns are in order of date, from left to right.
#[derive(Clone, Copy, Debug)]
pub enum LayoutColumn<'c> {
    /// An inspection whose report is held, or was opened by the reader. The last held one of a cycle also has the grades of that cycle's other reports
    /// that are known from public pages.
    HeldReport(&'c Report),
    /// A cycle for which no report on this force is held.
    NotHeld(&'c Cycle),
    /// A break before a cycle: the inspectorate says that grades to its left and right cannot be compared.
    Break(&'c Cycle),
}

impl LayoutColumn<'_> {
    /// The id of its cycle; `None` for a break.
    pub fn cycle_id(&self) -> Option<&str> {
        match self {
            LayoutColumn::HeldReport(report) => Some(&report.cycle),
            LayoutColumn::NotHeld(cycle) => Some(&cycle.id),
            LayoutColumn::Break(_) => None,
        }
    }
}

/// An entry in a cell.
#[derive(Clone, Debug)]
pub enum LayoutEntry<'c> {
    /// A judgment of a held report.
    Judgment(&'c Judgment),
    /// A grade that public pages state; its report is not held.
    PublicGrade(PublicGrade<'c>),
    /// No grade is known.
    Missing {
        /// The subject of the row.
        subject: &'c Subject,
        /// The cycle of the column.
        cycle: &'c Cycle,
        /// Why there is none.
        why: MissingGrade,
    },
}

impl LayoutEntry<'_> {
    /// Whether it is a judgment or a known grade.
    pub fn is_known(&self) -> bool {
        !matches!(self, LayoutEntry::Missing { .. })
    }
}

/// A row: a subject, or an area that no subject groups.
#[derive(Clone, Debug)]
pub struct LayoutRow<'c> {
    /// The subject; `None` for an area that no subject groups.
    pub subject: Option<&'c Subject>,
    /// The name of the subject, or of the area as printed.
    pub name: &'c str,
    /// For each column, its entries in this row: none in a break and, for an area that no subject groups, where it is
    /// not known; otherwise at least one.
    pub cells: Vec<Vec<LayoutEntry<'c>>>,
    /// For each column, whether its tile may be joined to the tile in the column on its left.
    pub joined_to_left: Vec<bool>,
}

/// The layout of a timeline.
#[derive(Clone, Debug)]
pub struct TimelineLayout<'c> {
    /// The columns, in order of date.
    pub columns: Vec<LayoutColumn<'c>>,
    /// The rows: subjects in their order, then areas that no subject groups.
    pub rows: Vec<LayoutRow<'c>>,
}

impl<'c> TimelineLayout<'c> {
    /// Lays out the judgments of a force and the grades known from public pages, with the subjects on which a grade is
    /// known or was given.
    pub fn for_force(corpus: &'c Corpus, force: &'c Force) -> TimelineLayout<'c> {
        let mut layout = TimelineLayout::with_all_subjects(corpus, force);
        layout.rows.retain(|row| row.cells.iter().flatten().any(|entry| is_shown(corpus, force, entry)));
        layout
    }

    /// The same with every subject.
    pub fn with_all_subjects(corpus: &'c Corpus, force: &'c Force) -> TimelineLayout<'c> {
        TimelineLayout::of_cycles(corpus, force, &corpus.cycles)
    }

    /// The same with every subject, for some of the cycles.
    pub fn of_cycles(corpus: &'c Corpus, force: &'c Force, cycles: &'c [Cycle]) -> TimelineLayout<'c> {
        let columns = force_columns(corpus, force, cycles);
        let mut rows: Vec<LayoutRow> =
            corpus.subjects.iter().map(|s| LayoutRow::new(Some(s), &s.name, columns.len())).collect();
        for (c, column) in columns.iter().enumerate() {
            for (subject, name, given) in column_entries(corpus, force, *column, columns.get(c + 1)) {
                let is_row = |row: &LayoutRow| match subject {
                    Some(subject) => row.subject.is_some_and(|s| s.id == subject.id),
                    None => row.subject.is_none() && row.name == name,
                };
                let at = rows.iter().position(is_row).unwrap_or_else(|| {
                    rows.push(LayoutRow::new(None, name, columns.len()));
                    rows.len() - 1
                });
                rows[at].cells[c].push(given);
            }
        }
        for row in &mut rows {
            if let Some(subject) = row.subject {
                for (c, cell) in row.cells.iter_mut().enumerate().filter(|(_, cell)| cell.is_empty()) {
                    cell.extend(missing_entry(corpus, force, &columns, c, subject));
                }
            }
            row.joined_to_left =
                (0..columns.len()).map(|c| is_joined_to_left(corpus, &columns, &row.cells, c)).collect();
        }
        TimelineLayout { columns, rows }
    }
}

impl<'c> TimelineLayout<'c> {
    /// Whether a column has a judgment or a known grade.
    pub fn has_known_grade(&self, column: usize) -> bool {
        self.rows.iter().flat_map(|row| &row.cells[column]).any(LayoutEntry::is_known)
    }

    /// Whether a column has grades that only public pages state: in the column of a held report, those of other reports.
    pub fn has_public_grade(&self, column: usize) -> bool {
        let is_public = |entry: &LayoutEntry| matches!(entry, LayoutEntry::PublicGrade(_));
        self.rows.iter().flat_map(|row| &row.cells[column]).any(is_public)
    }

    /// The entries for a subject in one cycle, from all columns of that cycle.
    pub fn entries_for(
        &self,
        subject: &Subject,
        cycle: &Cycle,
    ) -> impl DoubleEndedIterator<Item = (&LayoutColumn<'c>, &LayoutEntry<'c>)> {
        let row = self.rows.iter().find(|row| row.subject.is_some_and(|other| other.id == subject.id));
        let is_of_cycle = |column: &LayoutColumn| column.cycle_id() == Some(cycle.id.as_str());
        let columns = self.columns.iter().enumerate().filter(move |(_, column)| is_of_cycle(column));
        columns.flat_map(move |(c, column)| {
            row.into_iter().flat_map(move |row| row.cells[c].iter().map(move |given| (column, given)))
        })
    }
}

impl<'c> LayoutRow<'c> {
    fn new(subject: Option<&'c Subject>, name: &'c str, columns: usize) -> Self {
        LayoutRow { subject, name, cells: vec![Vec::new(); columns], joined_to_left: Vec::new() }
    }
}

/// The columns for every cycle: its held reports in order of date, after a break where grading changed.
fn force_columns<'c>(corpus: &'c Corpus, force: &'c Force, cycles: &'c [Cycle]) -> Vec<LayoutColumn<'c>> {
    let mut columns = Vec::new();
    for cycle in cycles {
        if cycle.break_label.is_some() && !columns.is_empty() {
            columns.push(LayoutColumn::Break(cycle));
        }
        columns.extend(corpus.reports_on(&force.id).filter(|r| r.cycle == cycle.id).map(LayoutColumn::HeldReport));
        if !corpus.held_reports_on(&force.id).any(|report| report.cycle == cycle.id) {
            columns.push(LayoutColumn::NotHeld(cycle));
        }
    }
    columns
}

/// The entries of a column, each with its subject, if any, and its name.
fn column_entries<'c>(
    corpus: &'c Corpus,
    force: &'c Force,
    column: LayoutColumn<'c>,
    next: Option<&LayoutColumn<'c>>,
) -> Vec<(Option<&'c Subject>, &'c str, LayoutEntry<'c>)> {
    let known = |cycle: &'c str| {
        let public_grades = corpus.grades_only_in_register(&force.id, cycle).into_iter();
        public_grades.map(|k| (k.subject, k.name(), LayoutEntry::PublicGrade(k))).collect::<Vec<_>>()
    };
    match column {
        LayoutColumn::Break(_) => Vec::new(),
        LayoutColumn::NotHeld(cycle) => known(&cycle.id),
        LayoutColumn::HeldReport(report) => {
            let judged = report.judgments.iter();
            let judged = judged.map(|j| (corpus.subject_of_judgment(j), j.area.as_str(), LayoutEntry::Judgment(j)));
            judged.chain(if is_last_of_cycle(report, next) { known(&report.cycle) } else { Vec::new() }).collect()
        }
    }
}

/// The entry of a subject without a known grade; `None` in a break.
fn missing_entry<'c>(
    corpus: &'c Corpus,
    force: &Force,
    columns: &[LayoutColumn<'c>],
    c: usize,
    subject: &'c Subject,
) -> Option<LayoutEntry<'c>> {
    let (cycle, is_last) = match columns[c] {
        LayoutColumn::Break(_) => return None,
        LayoutColumn::NotHeld(cycle) => (cycle, true),
        LayoutColumn::HeldReport(report) => {
            (corpus.cycle(&report.cycle)?, is_last_of_cycle(report, columns.get(c + 1)))
        }
    };
    let why = corpus.missing_grade(&force.id, cycle, subject);
    // What the other reports of a cycle say stands in its last column.
    let why = if is_last || why == MissingGrade::NotAsked { why } else { MissingGrade::NotInReport };
    Some(LayoutEntry::Missing { subject, cycle, why })
}

/// Whether this is the last held report of its cycle. What public pages state never stands in the column of a report that the
/// reader has opened.
fn is_last_of_cycle(report: &Report, next: Option<&LayoutColumn>) -> bool {
    let is_same = matches!(next, Some(LayoutColumn::HeldReport(next)) if next.cycle == report.cycle);
    !is_same && !report.id.is_opened()
}

/// Whether an entry is a reason to show its row: a grade, or one that was or may have been counted.
pub(crate) fn is_shown(corpus: &Corpus, force: &Force, entry: &LayoutEntry) -> bool {
    match entry {
        LayoutEntry::Missing { why: MissingGrade::Graded, .. } => true,
        LayoutEntry::Missing { why: MissingGrade::Unknown, cycle, .. } => {
            corpus.largest_count(&force.id, &cycle.id).is_some()
        }
        entry => entry.is_known(),
    }
}

/// Whether the inspectorate calls the grade in a column comparable with the one in the column on its left.
///
/// Only neighbouring columns are joined: nothing is joined across a break or a column whose report is not held.
fn is_joined_to_left(corpus: &Corpus, columns: &[LayoutColumn], cells: &[Vec<LayoutEntry>], c: usize) -> bool {
    let (Some(before), LayoutColumn::HeldReport(report)) = (c.checked_sub(1), columns[c]) else { return false };
    let LayoutColumn::HeldReport(earlier) = columns[before] else { return false };
    let comparable = corpus.cycle(&report.cycle).is_some_and(|cycle| cycle.comparable_with_previous);
    let graded = |cell: &[LayoutEntry]| matches!(cell, [LayoutEntry::Judgment(j)] if j.status == JudgmentStatus::Graded && j.grade.is_some());
    let is_held = !earlier.id.is_opened() && !report.id.is_opened();
    comparable && is_held && earlier.cycle != report.cycle && graded(&cells[before]) && graded(&cells[c])
}

/// How many judgments have each grade, best grade first, without grades that none has.
pub fn count_grades<'j>(judgments: impl IntoIterator<Item = &'j Judgment>) -> Vec<(Grade, usize)> {
    let judgments: Vec<_> = judgments.into_iter().filter(|j| j.status == JudgmentStatus::Graded).collect();
    let count = |grade| judgments.iter().filter(|j| j.grade == Some(grade)).count();
    Grade::ALL.into_iter().map(|grade| (grade, count(grade))).filter(|(_, n)| *n > 0).collect()
}
