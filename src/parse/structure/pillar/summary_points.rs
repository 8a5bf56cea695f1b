//! Reads the paragraphs of a summary as findings.

use crate::structure::draft::{FindingContext, ReportDraft};
use crate::structure::outline::{block_judgment, may_be_heading};
use intake::block::{Block, BlockKind};
use model::FindingKind;

/// Reads each paragraph, except for a word in the place of the grade.
pub fn read_summary_points(blocks: &[Block], context: &FindingContext, draft: &mut ReportDraft) {
    const LONGEST_WORD: usize = 30;
    let is_word = |b: &Block| b.approximate_len() < LONGEST_WORD && may_be_heading(b);
    let points = blocks.iter().enumerate().filter(|(n, b)| b.kind == BlockKind::Plain && !(*n == 0 && is_word(b)));
    for (_, point) in points.filter(|(_, b)| block_judgment(b).is_none()) {
        draft.add_finding(FindingKind::SummaryPoint, context, point, &[]);
    }
}
