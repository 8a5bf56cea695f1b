//! Divides a report into sections by its headings, and determines what each section is.

use crate::structure::areas::grade_sentences::grade_verb;
use crate::structure::areas::{AreaLayout, INTRODUCTION};
use crate::structure::outline::{block_judgment, box_kind, may_be_heading, parse_judgment};
use intake::block::{Block, BlockKind};
use intake::text::is_complete;
use model::Grade;
use model::folding::fold_phrase;
use std::collections::HashSet;

/// The section with the table of judgments.
pub const JUDGMENTS: &str = "Our judgments";
/// The section with the victim service assessment.
pub const VICTIM_ASSESSMENT: &str = "Victim service assessment";

/// The section around the judgments, where they have no heading of their own.
const SUMMARY: &str = "Overall summary";

/// Divides the blocks between contents list and imprint at the headings of sections.
///
/// A heading starts a section if the contents list or the cycle's known names have it, or if a grade is printed under
/// it. A grade in a sentence under it is not enough: "The force is good at ..." may explain any main finding.
pub fn divide_sections<'b, 'a>(
    body: &'b [Block<'a>],
    contents: &[String],
    layout: &AreaLayout,
) -> Vec<&'b [Block<'a>]> {
    let parts = layout.parts.iter().map(|(heading, _)| *heading).chain(Some(VICTIM_ASSESSMENT));
    let named = contents.iter().map(String::as_str).chain(parts).chain(layout.areas.iter().copied());
    let titles: HashSet<String> = named.map(fold_phrase).collect();
    let introductions: Vec<usize> = (0..body.len()).filter(|i| body[*i].text().contains(INTRODUCTION)).collect();
    let mut starts: Vec<usize> = Vec::new();
    for i in (0..body.len()).filter(|i| may_head_section(&body[*i])) {
        // The table of judgments names areas too, and may come out of text extraction with each cell on its own line.
        let in_table = starts.last().is_some_and(|start| {
            let is_introduced = || introductions.iter().any(|at| (*start..i).contains(at));
            body[*start].has_text(JUDGMENTS) || (body[*start].has_text(SUMMARY) && is_introduced())
        });
        let is_graded = grade_below(&body[i..]).is_some_and(|grade| !in_table || restates(body.get(i + 2), grade));
        let is_named = titles.contains(&fold_phrase(&body[i].text())) && (!in_table || is_part(&body[i..], layout));
        if is_graded || is_named {
            starts.push(i);
        }
    }
    let ends = starts.iter().skip(1).copied().chain(Some(body.len()));
    starts.iter().zip(ends).map(|(from, to)| &body[*from..to]).collect()
}

/// The judgment that is printed under the first block.
fn grade_below(blocks: &[Block]) -> Option<Option<Grade>> {
    let stated = blocks.get(1).filter(|b| b.kind == BlockKind::Plain)?;
    parse_judgment(&stated.text()).map(|(_, grade)| grade)
}

/// Whether a block is a sentence with this grade, as under the grade of an area, and not the next cell of a table.
fn restates(block: Option<&Block>, grade: Option<Grade>) -> bool {
    block.zip(grade).is_some_and(|(block, grade)| {
        let verb = grade_verb(grade);
        is_complete(&block.tail().words) && fold_phrase(&block.text()).contains(&format!(" {verb} "))
    })
}

/// Whether a block can be the heading of a section.
fn may_head_section(block: &Block) -> bool {
    const LONGEST: usize = 200;
    block.approximate_len() <= LONGEST
        && may_be_heading(block)
        && box_kind(block).is_none()
        && block_judgment(block).is_none()
}

/// Whether a section is one of those that are not areas.
fn is_part(section: &[Block], layout: &AreaLayout) -> bool {
    layout.part_reader(section).is_some() || section[0].has_text(VICTIM_ASSESSMENT)
}
