//! The tables at the front: a row for each component, with its grade and the year of the last inspection.

use super::headings::{Chapter, Part, part_named};
use super::{CYCLE, Pillar};
use crate::structure::dated_table::{self, DatedRow};
use crate::structure::draft::{NewJudgment, ReportDraft};
use crate::structure::outline::parse_judgment;
use crate::structure::role::LineRole;
use intake::block::{Block, LinePiece};
use model::folding::fold_phrase;
use model::problem::ProblemKind;
use model::{Grade, JudgmentStatus, Scope};
use std::ops::Range;

/// The words of its last column's head.
const LAST_INSPECTED: &str = "last inspected";

/// The tables, one for each pillar or one for all, as the list of their rows.
pub struct FrontTable<'a> {
    /// The rows, each with what it is about.
    pub rows: Vec<(Option<Part>, DatedRow<'a>)>,
    /// The blocks of the tables, by index.
    ranges: Vec<Range<usize>>,
}

impl<'a> FrontTable<'a> {
    /// Reads every table with a column "Last inspected".
    pub fn read(body: &[Block<'a>], pillars: &[Pillar], draft: &mut ReportDraft) -> Self {
        let is_head = |b: &Block| b.pieces.iter().any(|piece| is_head_line(piece));
        let heads: Vec<usize> = (0..body.len()).filter(|i| is_head(&body[*i])).collect();
        let mut table = FrontTable { rows: Vec::new(), ranges: Vec::new() };
        for (n, head) in heads.iter().enumerate() {
            // Two lines of one head are one table.
            if table.ranges.last().is_some_and(|range| range.contains(head)) {
                continue;
            }
            let next = heads.iter().skip(n + 1).find(|next| **next > head + 1).copied().unwrap_or(body.len());
            let end = (head + 1..next).find(|i| ends_table(&body[*i], pillars)).unwrap_or(next);
            let of_pillar = body[*head].pieces.iter().filter_map(|piece| pillar_row(&body[*head], piece, pillars));
            table.rows.extend(of_pillar.map(|(part, row)| (Some(part), row)));
            let rows = dated_table::read_rows(&body[*head..end], CYCLE, draft);
            table.rows.extend(rows.into_iter().map(|row| (part_named(&row.name.text(), pillars), row)));
            table.ranges.push(*head..end);
        }
        table
    }

    /// Whether the block at this index belongs to a table.
    pub fn contains(&self, index: usize) -> bool {
        self.ranges.iter().any(|range| range.contains(&index))
    }

    /// Whether there is a row for this part.
    pub fn has_row(&self, part: Part) -> bool {
        self.rows.iter().any(|(of, _)| *of == Some(part))
    }

    /// Reads the rows of parts that have no chapter: a component that was not inspected again may have none.
    pub fn read_rows_without_chapter(&self, chapters: &[Chapter], draft: &mut ReportDraft) {
        for (n, (part, row)) in self.rows.iter().enumerate() {
            let is_first = self.rows[..n].iter().all(|(of, _)| part.is_none() || of != part);
            if chapters.iter().any(|chapter| chapter.has_row(*part, row)) || !is_first {
                continue;
            }
            if row.state == JudgmentStatus::Graded {
                let part = format!("section for '{}'", row.name.text());
                draft.add_problem(ProblemKind::MissingPart { part }, &[&row.name]);
            }
            let rows = self.rows.iter().filter(|(of, _)| part.is_some() && of == part).map(|(_, row)| row);
            let grades: Vec<Option<Grade>> = rows.map(|row| row.grade).collect();
            if grades.windows(2).any(|pair| pair[0] != pair[1]) {
                draft.add_problem(ProblemKind::UnclearGrade { area: row.name.text() }, &[&row.grade_cell]);
                continue;
            }
            let scope = if matches!(part, Some(Part::Pillar(_))) { Scope::Pillar } else { Scope::Question };
            let judged = NewJudgment::new(scope, (row.state, row.grade), &row.name, &row.grade_cell);
            draft.add_judgment(NewJudgment { inspected: row.year.clone(), ..judged });
            draft.mark_lines(&row.grade_cell, LineRole::Judgment);
        }
    }
}

/// Whether a line has the head of the last column.
fn is_head_line(piece: &LinePiece) -> bool {
    const LONGEST: usize = 80;
    let words = fold_phrase(piece.text);
    words.len() < LONGEST && words.contains(LAST_INSPECTED)
}

/// Whether a block comes after a table: a sentence, or the heading of another part.
fn ends_table(block: &Block, pillars: &[Pillar]) -> bool {
    const SHORTEST: usize = 60;
    const NEXT: [&str; 3] = ["HM Inspector's observations", "Force in context", "Summary"];
    let words = fold_phrase(&block.text());
    (block.text().ends_with('.') && block.approximate_len() > SHORTEST)
        || NEXT.iter().any(|heading| block.has_text(heading))
        || pillars.iter().any(|pillar| words.starts_with(&fold_phrase(pillar.question)))
}

/// The row in a head like "Effectiveness  Good  Last inspected".
fn pillar_row<'a>(block: &Block<'a>, line: &LinePiece<'a>, pillars: &[Pillar]) -> Option<(Part, DatedRow<'a>)> {
    let p = pillars.iter().position(|pillar| line.text.starts_with(pillar.name))?;
    let name_end = pillars[p].name.len();
    let last = line.text.to_lowercase().find(LAST_INSPECTED).filter(|last| *last > name_end)?;
    let grade = line.slice(name_end..last);
    let (state, grade_read) = parse_judgment(grade.text)?;
    let plain = |piece| block.with_pieces(vec![piece]).into_plain();
    let (name, grade_cell) = (plain(line.slice(0..name_end)), plain(grade));
    Some((Part::Pillar(p), DatedRow { name, grade_cell, state, grade: grade_read, year: None }))
}
