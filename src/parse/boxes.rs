//! The boxes of formal items: areas for improvement, causes of concern, recommendations, practice, main findings.

mod asking;
mod listed;

pub use listed::group;

use super::block::{Block, Mark};
use super::draft::{Draft, Place};
use super::headed;
use super::outline::box_kind;
use super::role::Role;
use super::text::is_finished;
use crate::model::{FindingKey, FindingKind};

/// How the items of a box are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// List items (to 2018/19).
    Listed,
    /// A heading each, with paragraphs of explanation (from 2021/22). Recommendations are listed all the same.
    Headed,
}

/// One box.
struct Boxed<'b, 'a> {
    kind: FindingKind,
    /// A further cause of concern may have none of its own.
    heading: Option<&'b Block<'a>>,
    inside: &'b [Block<'a>],
}

/// Reads every box among the blocks of one section.
///
/// A cause of concern holds until the next box of its kind, and the recommendations between are its own.
pub fn read(blocks: &[Block], style: Style, place: &Place, draft: &mut Draft) {
    // Where the recommendations for the cause of concern above stand, and where another without a heading does.
    let (mut to_concern, mut of_concern) = (place.clone(), place.clone());
    for Boxed { kind, heading, inside } in boxes(blocks, style) {
        let under = |place: &Place| heading.map_or(place.clone(), |heading| place.under(&heading.text()));
        heading.into_iter().for_each(|heading| draft.mark(heading, Role::Heading));
        match (kind, style) {
            (FindingKind::Recommendation, _) => listed::read(kind, inside, &under(&to_concern), draft),
            (FindingKind::CauseOfConcern, _) => {
                of_concern = if heading.is_some() { under(place) } else { of_concern };
                let concern = match style {
                    Style::Listed => read_concern(inside, &of_concern, draft),
                    Style::Headed => read_headed(kind, inside, &of_concern, draft),
                };
                let above = if concern.is_some() { &of_concern } else { place };
                to_concern = Place { parent: concern, ..above.clone() };
            }
            (_, Style::Listed) => listed::read(kind, inside, &under(place), draft),
            (_, Style::Headed) => _ = read_headed(kind, inside, &under(place), draft),
        }
    }
}

/// The boxes, each up to the next.
fn boxes<'b, 'a>(blocks: &'b [Block<'a>], style: Style) -> Vec<Boxed<'b, 'a>> {
    let mut starts: Vec<(usize, FindingKind, bool)> = Vec::new();
    let mut may_be_further = false;
    for (i, block) in blocks.iter().enumerate() {
        if let Some(kind) = box_kind(block) {
            may_be_further = kind == FindingKind::Recommendation && style == Style::Listed;
            starts.push((i, kind, true));
        } else if may_be_further && is_further_concern(block) {
            may_be_further = false;
            starts.push((i, FindingKind::CauseOfConcern, false));
        } else if block.mark == Mark::None && !is_finished(&block.tail().words) {
            // Behind another heading stands the explaining text.
            may_be_further = false;
        }
    }
    let ends = starts.iter().skip(1).map(|(next, ..)| *next).chain(Some(blocks.len()));
    let boxed = |((start, kind, is_headed), end): (&(usize, FindingKind, bool), usize)| Boxed {
        kind: *kind,
        heading: is_headed.then(|| &blocks[*start]),
        inside: &blocks[start + usize::from(*is_headed)..end],
    };
    starts.iter().zip(ends).map(boxed).collect()
}

/// One heading "Causes of concern" can stand over several statements, each followed by its recommendations.
///
/// It says what *is* one; what was one, or is one no more, is told in other words.
fn is_further_concern(block: &Block) -> bool {
    let text = block.text();
    let states = ["is a cause of concern", "are a cause of concern", "cause of concern is that"];
    block.mark == Mark::None && states.iter().any(|words| text.contains(words)) && is_finished(&text)
}

/// A cause of concern in prose: the statement whole, over all its paragraphs, with the lists in it. What it asks for
/// under no heading of its own are recommendations all the same.
fn read_concern(blocks: &[Block], place: &Place, draft: &mut Draft) -> Option<FindingKey> {
    let asked = blocks.iter().skip(1).position(|b| b.mark == Mark::None && asking::asks(&b.text()));
    let (statement, recommended) = blocks.split_at(asked.map_or(blocks.len(), |n| n + 1));
    let (head, rest) = statement.split_first()?;
    let (paragraphs, lists): (Vec<&Block>, Vec<&Block>) = rest.iter().partition(|b| b.mark == Mark::None);
    let mut whole = head.clone();
    paragraphs.iter().for_each(|paragraph| whole.pieces.extend(&paragraph.pieces));
    let key = draft.find(FindingKind::CauseOfConcern, place, &whole, &lists);
    let place = Place { parent: Some(key.clone()), ..place.clone() };
    listed::read(FindingKind::Recommendation, recommended, &place, draft);
    Some(key)
}

/// Items that are a heading with its explanation; returns the key of the last.
fn read_headed(kind: FindingKind, blocks: &[Block], place: &Place, draft: &mut Draft) -> Option<FindingKey> {
    headed::read(kind, headed::items(blocks, kind != FindingKind::MainFinding), place, draft)
}
