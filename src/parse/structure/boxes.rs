//! Reads the boxes of formal items: areas for improvement, causes of concern, recommendations, practice, main findings.

mod list_items;
pub mod request;

pub use list_items::group_items;

use crate::structure::draft::{FindingContext, ReportDraft};
use crate::structure::headed_items;
use crate::structure::outline::box_kind;
use crate::structure::role::LineRole;
use intake::block::{Block, BlockKind};
use intake::text::is_complete;
use model::problem::ProblemKind;
use model::{FindingKey, FindingKind};

/// How the items of boxes are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoxStyle {
    /// List items; recommendations answer no cause of concern (2014).
    Plain,
    /// List items; recommendations answer the cause of concern above (2016 to 2018/19).
    Listed,
    /// Headings, each with paragraphs of explanation (2021/22). Recommendations are still list items.
    Headed,
    /// The same, but each item of a list under a deadline is a recommendation (from 2023-25).
    HeadedWithItems,
}

/// One box.
struct FindingBox<'b, 'a> {
    /// The kind of its findings.
    kind: FindingKind,
    /// Its heading; a second cause of concern may have none of its own.
    heading: Option<&'b Block<'a>>,
    /// The blocks after its heading.
    contents: &'b [Block<'a>],
}

/// Reads every box among the blocks of one section.
///
/// Recommendations answer the last cause of concern before them.
pub fn read_boxes(blocks: &[Block], style: BoxStyle, context: &FindingContext, draft: &mut ReportDraft) {
    // The places of recommendations that answer the cause of concern above, and of another cause without a heading.
    let (mut to_concern, mut of_concern) = (context.clone(), context.clone());
    let boxes = divide_boxes(blocks, style);
    for (n, FindingBox { kind, heading, contents: inside }) in boxes.iter().enumerate() {
        let (kind, heading, inside) = (*kind, *heading, *inside);
        let under = |context: &FindingContext| {
            heading.map_or(context.clone(), |heading| context.under_heading(&heading.text()))
        };
        heading.into_iter().for_each(|heading| draft.mark_lines(heading, LineRole::Heading));
        match (kind, style) {
            (FindingKind::Recommendation, _) => {
                if style == BoxStyle::Listed && to_concern.parent.is_none() {
                    let part = "cause of concern above these recommendations".to_string();
                    draft.add_problem(ProblemKind::MissingPart { part }, &heading.into_iter().collect::<Vec<_>>());
                }
                match style {
                    BoxStyle::HeadedWithItems => list_items::read_items(inside, &under(&to_concern), draft),
                    _ => list_items::read_list(kind, inside, &under(&to_concern), draft),
                }
            }
            (FindingKind::CauseOfConcern, BoxStyle::Listed) if are_several_concerns(&boxes[n..]) => {
                inside.iter().for_each(|statement| _ = draft.add_finding(kind, &under(context), statement, &[]));
            }
            (FindingKind::CauseOfConcern, _) => {
                of_concern = if heading.is_some() { under(context) } else { of_concern };
                let concern = match style {
                    BoxStyle::Plain | BoxStyle::Listed => read_concern(inside, &of_concern, draft),
                    BoxStyle::Headed | BoxStyle::HeadedWithItems => read_headed(kind, inside, &of_concern, draft),
                };
                let above = if concern.is_some() { &of_concern } else { context };
                to_concern = FindingContext { parent: concern, ..above.clone() };
            }
            (_, BoxStyle::Plain | BoxStyle::Listed) => list_items::read_list(kind, inside, &under(context), draft),
            (_, BoxStyle::Headed | BoxStyle::HeadedWithItems) => _ = read_headed(kind, inside, &under(context), draft),
        }
    }
}

/// Whether the first box has several causes of concern, one in each paragraph: so it says, there are no recommendations,
/// and another box shows where it ends.
fn are_several_concerns(boxes: &[FindingBox]) -> bool {
    let [FindingBox { heading: Some(heading), contents, .. }, next, ..] = boxes else { return false };
    let is_statement =
        |b: &Block| b.kind == BlockKind::Plain && is_complete(&b.text()) && !request::is_request(&b.text());
    heading.has_text("Causes of concern")
        && next.kind != FindingKind::Recommendation
        && contents.len() > 1
        && contents.iter().all(is_statement)
}

/// The index of the block at which the first box of list items starts.
pub fn first_box_start(blocks: &[Block]) -> Option<usize> {
    box_starts(blocks, BoxStyle::Listed).first().map(|(start, ..)| *start)
}

/// Divides blocks into boxes, each extending up to the next.
fn divide_boxes<'b, 'a>(blocks: &'b [Block<'a>], style: BoxStyle) -> Vec<FindingBox<'b, 'a>> {
    let starts = box_starts(blocks, style);
    let ends = starts.iter().skip(1).map(|(next, ..)| *next).chain(Some(blocks.len()));
    let boxed = |((start, kind, is_headed), end): (&(usize, FindingKind, bool), usize)| FindingBox {
        kind: *kind,
        heading: is_headed.then(|| &blocks[*start]),
        contents: &blocks[start + usize::from(*is_headed)..end],
    };
    starts.iter().zip(ends).map(boxed).collect()
}

/// The indices at which boxes start, with their kinds and whether they have headings.
///
/// One heading "Causes of concern" can cover several statements, each followed by its recommendations, and a heading
/// can be lost. So a paragraph right above recommendations that states a cause of concern is one.
fn box_starts(blocks: &[Block], style: BoxStyle) -> Vec<(usize, FindingKind, bool)> {
    let mut starts: Vec<(usize, FindingKind, bool)> = Vec::new();
    for (i, block) in blocks.iter().enumerate() {
        let Some(kind) = box_kind(block) else { continue };
        let (above, from) = starts.last().map_or((None, 0), |(start, kind, _)| (Some(*kind), start + 1));
        let is_answer = kind == FindingKind::Recommendation && style == BoxStyle::Listed;
        if is_answer && above != Some(FindingKind::CauseOfConcern) {
            let is_prose = |b: &Block| b.kind == BlockKind::Plain && is_complete(&b.tail().words);
            let prose = blocks[from..i].iter().rev().take_while(|b| is_prose(b)).count();
            let stated = blocks[i - prose..i].iter().position(states_concern);
            starts.extend(stated.map(|n| (i - prose + n, FindingKind::CauseOfConcern, false)));
        }
        starts.push((i, kind, true));
    }
    starts
}

/// Whether a paragraph states a present cause of concern; past ones are described in other words.
fn states_concern(block: &Block) -> bool {
    let text = block.text();
    ["is a cause of concern", "are a cause of concern", "cause of concern is that"]
        .iter()
        .any(|words| text.contains(words))
}

/// Reads a cause of concern in prose: the whole statement with all its paragraphs and lists. Requests in it without a
/// heading are read as recommendations too.
fn read_concern(blocks: &[Block], context: &FindingContext, draft: &mut ReportDraft) -> Option<FindingKey> {
    let asked = blocks.iter().skip(1).position(|b| request::is_request(&b.text()));
    let (statement, recommended) = blocks.split_at(asked.map_or(blocks.len(), |n| n + 1));
    let (head, rest) = statement.split_first()?;
    let (paragraphs, lists): (Vec<&Block>, Vec<&Block>) = rest.iter().partition(|b| b.kind == BlockKind::Plain);
    let mut whole = head.clone();
    paragraphs.iter().for_each(|paragraph| whole.pieces.extend(&paragraph.pieces));
    let key = draft.add_finding(FindingKind::CauseOfConcern, context, &whole, &lists);
    let place = FindingContext { parent: Some(key.clone()), ..context.clone() };
    list_items::read_list(FindingKind::Recommendation, recommended, &place, draft);
    Some(key)
}

/// Reads items that consist of a heading and its explanation; returns the key of the last.
fn read_headed(
    kind: FindingKind,
    blocks: &[Block],
    context: &FindingContext,
    draft: &mut ReportDraft,
) -> Option<FindingKey> {
    headed_items::add_items(kind, headed_items::divide_items(blocks, kind != FindingKind::MainFinding), context, draft)
}
