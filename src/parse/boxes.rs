//! The boxes of formal items: areas for improvement, causes of concern, recommendations, practice, main findings.

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

/// Reads every box among the blocks of one section.
///
/// A cause of concern holds until the next box of its kind, and the recommendations between are its own.
pub fn read(blocks: &[Block], style: Style, place: &Place, draft: &mut Draft) {
    let mut starts: Vec<(usize, FindingKind)> = Vec::new();
    for (i, block) in blocks.iter().enumerate() {
        let further = style == Style::Listed && starts.last().is_some_and(|(_, kind)| is_further_concern(*kind, block));
        starts.extend(box_kind(block).or(further.then_some(FindingKind::CauseOfConcern)).map(|kind| (i, kind)));
    }
    let mut concern: Option<(FindingKey, Place)> = None;
    for (n, (start, kind)) in starts.iter().enumerate() {
        let end = starts.get(n + 1).map_or(blocks.len(), |(next, _)| *next);
        let is_headed = box_kind(&blocks[*start]).is_some();
        let place = match &concern {
            _ if is_headed => place.under(&blocks[*start].text()),
            Some((_, above)) => above.clone(),
            None => place.clone(),
        };
        let inside = &blocks[start + usize::from(is_headed)..end];
        if is_headed {
            draft.mark(&blocks[*start], Role::Heading);
        }
        match (kind, style) {
            (FindingKind::Recommendation, _) => {
                let place = match &concern {
                    Some((key, above)) => Place { parent: Some(key.clone()), ..above.under(&blocks[*start].text()) },
                    None => place,
                };
                read_listed(*kind, inside, &place, draft);
            }
            (FindingKind::CauseOfConcern, Style::Listed) => {
                concern = read_statement(inside, &place, draft).map(|key| (key, place));
            }
            (FindingKind::CauseOfConcern, Style::Headed) => {
                concern = read_headed(*kind, inside, &place, draft).map(|key| (key, place));
            }
            (_, Style::Listed) => read_listed(*kind, inside, &place, draft),
            (_, Style::Headed) => _ = read_headed(*kind, inside, &place, draft),
        }
    }
}

/// One heading "Causes of concern" can stand over several statements, each followed by its recommendations.
fn is_further_concern(kind: FindingKind, block: &Block) -> bool {
    let text = block.text();
    let states = text.contains("cause of concern") && !text.contains("this cause of concern");
    kind == FindingKind::Recommendation && block.mark == Mark::None && states && is_finished(&text)
}

/// A cause of concern in prose: the statement whole, over all its paragraphs, with the lists in it.
fn read_statement(blocks: &[Block], place: &Place, draft: &mut Draft) -> Option<FindingKey> {
    let (head, rest) = blocks.split_first()?;
    let (paragraphs, lists): (Vec<&Block>, Vec<&Block>) = rest.iter().partition(|b| b.mark == Mark::None);
    let mut whole = head.clone();
    paragraphs.iter().for_each(|paragraph| whole.pieces.extend(&paragraph.pieces));
    Some(draft.find(FindingKind::CauseOfConcern, place, &whole, &lists))
}

/// Items that are a heading with its explanation; returns the key of the last.
fn read_headed(kind: FindingKind, blocks: &[Block], place: &Place, draft: &mut Draft) -> Option<FindingKey> {
    headed::read(kind, headed::items(blocks, kind != FindingKind::MainFinding), place, draft)
}

/// List items, with the lists inside them, and paragraphs that ask for something.
fn read_listed(kind: FindingKind, blocks: &[Block], place: &Place, draft: &mut Draft) {
    for (head, items) in group(blocks) {
        draft.find(kind, place, head, &items);
    }
}

/// Groups list items under the item or paragraph that opens their list with a colon.
///
/// Where the marks of inner and outer lists are the same, the words decide: a list goes on until an item ends
/// with a full stop. What follows the last item and asks for nothing is not in the box.
pub fn group<'b, 'a>(blocks: &'b [Block<'a>]) -> Vec<(&'b Block<'a>, Vec<&'b Block<'a>>)> {
    const LONGEST_HEADING: usize = 70;
    let mut groups: Vec<(&Block, Vec<&Block>)> = Vec::new();
    let mut is_open = false;
    for block in blocks {
        let text = block.text();
        let is_paragraph = block.mark == Mark::None;
        // What the inspectors will do themselves asks for nothing, whatever they expect to find by then.
        let is_announced = ["We will ", "HMIC will ", "HMICFRS will "].iter().any(|start| text.starts_with(start));
        let asks = !is_announced && ["should", "must", "needs to", "recommends"].iter().any(|ask| text.contains(ask));
        let belongs = !is_paragraph || (asks && (is_finished(&text) || text.len() > LONGEST_HEADING));
        // Another bullet than that of the item above marks a list inside it; the same one ends such a list.
        let inner = groups.last().and_then(|(head, items)| {
            let (outer, this) = (head.sign?, block.sign?);
            let has_inner = items.first().is_some_and(|item| item.sign != Some(outer));
            (this != outer || has_inner).then_some(this != outer)
        });
        let inside = inner.unwrap_or(is_open || block.mark == Mark::Letter);
        match groups.last_mut() {
            Some((_, items)) if !is_paragraph && inside => {
                items.push(block);
                is_open = !text.ends_with('.');
            }
            _ if belongs => {
                is_open = text.ends_with(':');
                groups.push((block, Vec::new()));
            }
            // An introduction to the list.
            None => {}
            Some(_) => break,
        }
    }
    groups
}
