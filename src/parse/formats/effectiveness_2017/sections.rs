//! Finds the sections of a report of 2017, even if one has lost its heading or its grade.

use crate::structure::dated_table::{DatedRow, match_rows};
use crate::structure::outline::{block_judgment, is_similar, may_be_heading};
use intake::block::{Block, BlockKind};
use model::JudgmentStatus;
use std::collections::HashSet;

/// A section, which extends up to the next one.
pub struct SectionStart {
    /// The index of its first block.
    pub start: usize,
    /// Whether its first block is its heading.
    pub has_heading: bool,
    /// Whether its grade is printed, under the heading if it has one.
    pub has_grade: bool,
    /// The index of its row in the table of judgments.
    pub row_index: Option<usize>,
}

impl SectionStart {
    /// The number of blocks that its heading and its grade take up: 1 or 2.
    pub fn head_len(&self) -> usize {
        usize::from(self.has_heading) + usize::from(self.has_grade)
    }
}

/// Finds the sections after the summary: by a grade under a heading; by a grade alone; or by a heading alone, if the
/// table has an inspected question of that name.
pub fn find_sections(body: &[Block], summary: usize, rows: &[DatedRow]) -> Vec<SectionStart> {
    let is_grade = |i: usize| body[i].kind == BlockKind::Plain && block_judgment(&body[i]).is_some();
    // The name of a question may end with a colon. After other words with a colon, the grade is only quoted.
    let is_named = |i: usize| rows.iter().any(|row| body[i].has_text(&row.name.text()));
    let is_prose = |i: usize| body[i].kind == BlockKind::Plain && body[i].tail().words.ends_with(':') && !is_named(i);
    let grades = (summary + 2..body.len()).filter(|i| is_grade(*i) && !is_grade(i - 1) && !is_prose(i - 1));
    let section = |i: usize| {
        let has_heading = may_be_heading(&body[i - 1]) || is_named(i - 1);
        SectionStart { start: i - usize::from(has_heading), has_heading, has_grade: true, row_index: None }
    };
    let mut sections: Vec<SectionStart> = grades.map(section).collect();
    let mut headed: Vec<&mut SectionStart> = sections.iter_mut().filter(|section| section.has_heading).collect();
    let headings: Vec<&Block> = headed.iter().map(|section| &body[section.start]).collect();
    headed.iter_mut().zip(match_rows(&headings, rows)).for_each(|(section, row)| section.row_index = row);
    let known: HashSet<usize> = sections.iter().filter_map(|section| section.row_index).collect();
    for (n, row) in rows.iter().enumerate().filter(|(n, _)| !known.contains(n)) {
        let alone = find_lone_heading(body, summary, &sections, row);
        sections.extend(alone.map(|start| SectionStart {
            start,
            has_heading: true,
            has_grade: false,
            row_index: Some(n),
        }));
    }
    sections.sort_by_key(|section| section.start);
    sections
}

/// The index of the first unused heading with the name of a row, or one similar to it if the question was inspected.
fn find_lone_heading(body: &[Block], summary: usize, sections: &[SectionStart], row: &DatedRow) -> Option<usize> {
    const LONGEST: usize = 120;
    let known: HashSet<usize> =
        sections.iter().flat_map(|section| section.start..section.start + section.head_len()).collect();
    let is_inspected = matches!(row.state, JudgmentStatus::Graded | JudgmentStatus::Ungraded);
    let name = row.name.text();
    let is_alike = |b: &Block| is_inspected && may_be_heading(b) && is_similar(&name, &b.text());
    let is_like = |b: &Block| b.approximate_len() < LONGEST && (b.has_text(&name) || is_alike(b));
    (summary + 1..body.len()).find(|i| !known.contains(i) && is_like(&body[*i]))
}
