//! Reports on pillars with components (2018/19): each pillar and each component has a grade.
//!
//! A grade can stand in three places: under the heading of its chapter, in a table at the front with the year of the last
//! inspection, and in a sentence of the chapter. A component that was not inspected again keeps an earlier grade, which
//! a fixed sentence and the year in the table say.

mod carried;
mod chapter;
mod extent;
mod headings;
mod statement;
mod table;

use crate::structure::contents;
use crate::structure::draft::ReportDraft;
use crate::structure::outline::{is_figure, may_be_heading, split_headings};
use crate::structure::questions;
use crate::structure::role::LineRole;
use chapter::ChapterReader;
use extent::pillar_extents;
use headings::{Chapter, Part, find_chapters};
use intake::block::Block;
use model::folding::fold_phrase;
use model::problem::ProblemKind;
use table::FrontTable;

/// The cycle of these reports.
pub const CYCLE: &str = "2018/19";

/// Words of the sentence above the detailed findings of a component: "... for our judgment of performance in this area."
pub const FINDINGS_INTRODUCTION: &str = "These are the basis for our judgment of";

/// The first year of the cycle: what is said of earlier years is not about this inspection.
const FIRST_YEAR: u32 = 2018;

/// A pillar, with the words that reports use for it.
pub struct Pillar {
    /// Its name: "Effectiveness".
    pub name: &'static str,
    /// Its question, without the question mark.
    pub question: &'static str,
    /// What sentences with its grade call it: "is good at <topic>", folded.
    pub topics: &'static [&'static str],
    /// Its components, in the order of the report.
    pub components: &'static [Component],
}

/// A component of a pillar.
pub struct Component {
    /// Its names: in the printed report first, on the web page last.
    pub names: &'static [&'static str],
    /// Whether it has a grade.
    is_graded: bool,
}

impl Component {
    /// A component with a grade.
    pub const fn graded(names: &'static [&'static str]) -> Self {
        Component { names, is_graded: true }
    }

    /// A component that is never graded.
    pub const fn ungraded(names: &'static [&'static str]) -> Self {
        Component { names, is_graded: false }
    }
}

/// Reads judgments and findings from the blocks of a report, and adds them to the draft.
pub fn read_report(blocks: &[Block], pillars: &'static [Pillar], draft: &mut ReportDraft) {
    let asked: Vec<String> = pillars.iter().map(|pillar| format!("{}?", pillar.question)).collect();
    let headings: Vec<&str> =
        asked.iter().map(String::as_str).chain(["Summary", "HM Inspector's observations"]).collect();
    let blocks = split_headings(blocks, &headings);
    let blocks = questions::split_questions(&blocks);
    let list = contents::read_contents(&blocks, draft);
    draft.mark_unmarked(&blocks[..list.start], LineRole::Identity);
    let body = &blocks[list.end..];
    let is_end = |b: &Block| fold_phrase(b.first_piece().text).starts_with("annex a") && may_be_heading(b);
    let imprint = body.iter().rposition(|b| b.text().contains('©')).unwrap_or(body.len());
    let end = body.iter().rposition(is_end).unwrap_or(imprint).min(imprint);
    draft.mark_unmarked(&body[imprint..], LineRole::Identity);

    let table = FrontTable::read(&body[..end], pillars, draft);
    let chapters = find_chapters(&body[..end], &table, pillars);
    let extents = pillar_extents(&body[..end], pillars);
    let reader = ChapterReader { pillars, table: &table, extents: &extents };
    for chapter in &chapters {
        reader.read(chapter, draft);
    }
    table.read_rows_without_chapter(&chapters, draft);
    add_missing_chapters(&chapters, &table, pillars, draft);

    draft.reserve_unread_items(&body[..end]);
    draft.mark_unmarked(body.iter().filter(|b| is_figure(b)), LineRole::Figure);
    draft.mark_unmarked(body.iter().filter(|b| b.approximate_len() < 120 && may_be_heading(b)), LineRole::Heading);
    draft.mark_unmarked(body, LineRole::Narrative);
}

/// Adds a problem for each component, of the pillars that the report has, of which it has neither a chapter nor a row.
fn add_missing_chapters(chapters: &[Chapter], table: &FrontTable, pillars: &[Pillar], draft: &mut ReportDraft) {
    let has = |part: Part| chapters.iter().any(|chapter| chapter.part == Some(part)) || table.has_row(part);
    for (p, pillar) in pillars.iter().enumerate() {
        let components = || (0..pillar.components.len()).map(|c| Part::Component(p, c));
        if !has(Part::Pillar(p)) && !components().any(has) {
            continue;
        }
        let missing =
            components().zip(pillar.components).filter(|(part, component)| component.is_graded && !has(*part));
        for (_, component) in missing {
            let part = format!("section for '{}'", component.names[0]);
            draft.add_problem(ProblemKind::MissingPart { part }, &[]);
        }
    }
}
