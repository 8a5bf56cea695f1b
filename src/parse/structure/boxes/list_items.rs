//! Reads the items of a box that are laid out as a list.

use crate::structure::boxes::request::{has_deadline, is_request};
use crate::structure::draft::{FindingContext, ReportDraft};
use crate::structure::role::LineRole;
use intake::block::{Block, BlockKind};
use intake::text::is_complete;
use model::FindingKind;

/// Reads list items with their nested lists, and paragraphs that ask for something, as findings of one kind.
pub fn read_list(kind: FindingKind, blocks: &[Block], context: &FindingContext, draft: &mut ReportDraft) {
    let must_ask = matches!(kind, FindingKind::Recommendation | FindingKind::AreaForImprovement);
    for (head, items) in
        group_items(blocks, kind).into_iter().take_while(|(head, _)| !must_ask || has_asking_verb(&head.text()))
    {
        if kind == FindingKind::Recommendation && has_item_requests(head, &items) {
            draft.mark_lines(head, LineRole::Heading);
            items.iter().for_each(|item| _ = draft.add_finding(kind, context, item, &[]));
        } else {
            draft.add_finding(kind, context, head, &items);
        }
    }
}

/// Reads each item of a list as a recommendation, with the deadline of the line above the list.
pub fn read_items(blocks: &[Block], context: &FindingContext, draft: &mut ReportDraft) {
    let kind = FindingKind::Recommendation;
    for (head, items) in group_items(blocks, kind) {
        if items.is_empty() {
            draft.add_finding(kind, context, head, &[]);
            continue;
        }
        draft.mark_lines(head, LineRole::FindingBody);
        let introduction = head.text();
        for item in items {
            draft.add_finding(kind, context, item, &[]);
            draft.set_deadline_of_last(&introduction);
        }
    }
}

/// Whether the items are findings of their own, each with its own deadline, and the text above only introduces them.
fn has_item_requests(head: &Block, items: &[&Block]) -> bool {
    let head = head.text();
    let is_introduction = !head.contains(" should") && !head.contains(" must");
    is_introduction && items.len() > 1 && items.iter().all(|item| has_deadline(&item.text()))
}

/// Groups list items under the item or paragraph that introduces them with a colon.
///
/// If the inner and the outer list have the same bullets, the words decide: the inner list continues until an item ends
/// with a full stop. A paragraph after the last item that asks for nothing is not part of the box.
pub fn group_items<'b, 'a>(blocks: &'b [Block<'a>], kind: FindingKind) -> Vec<(&'b Block<'a>, Vec<&'b Block<'a>>)> {
    let mut groups: Vec<(&Block, Vec<&Block>)> = Vec::new();
    let mut is_open = false;
    let mut has_list = false;
    for (i, block) in blocks.iter().enumerate() {
        let text = block.text();
        let is_paragraph = block.kind == BlockKind::Plain;
        let opens_list = text.ends_with(':') && blocks.get(i + 1).is_some_and(|next| next.kind != BlockKind::Plain);
        let belongs = !is_paragraph
            || (if groups.is_empty() { may_be_request(&text) } else { is_request(&text) })
            // A box whose items are a list continues only with another list, or with a deadline. One of recommendations
            // goes on with what else is asked for.
            && (!has_list || opens_list || has_deadline(&text) || kind == FindingKind::Recommendation);
        has_list |= !is_paragraph;
        // A different bullet from that of the item above starts a nested list; the same bullet ends it.
        let inner = groups.last().and_then(|(head, items)| {
            let (outer, this) = (head.bullet?, block.bullet?);
            let has_inner = items.first().is_some_and(|item| item.bullet != Some(outer));
            (this != outer || has_inner).then_some(this != outer)
        });
        // The list under a paragraph continues with items like its first, however they end.
        let of_paragraph =
            groups.last().filter(|(head, _)| head.kind == BlockKind::Plain).and_then(|(_, items)| items.first());
        let is_like = of_paragraph.map(|first| is_request(&first.text()) == is_request(&text));
        if !is_paragraph && is_like == Some(false) {
            break;
        }
        let inside = inner.unwrap_or(is_open || block.kind == BlockKind::LetterItem || is_like == Some(true));
        match groups.last_mut() {
            Some((_, items)) if !is_paragraph && inside => {
                items.push(block);
                is_open = !text.ends_with('.');
            }
            _ if belongs => {
                is_open = text.ends_with(':');
                groups.push((block, Vec::new()));
            }
            // An introduction to the list is not an item.
            None => {}
            Some(_) => break,
        }
    }
    groups
}

/// Whether a paragraph right under the heading of its box may be an item that asks for something.
fn may_be_request(text: &str) -> bool {
    const LONGEST_HEADING: usize = 70;
    has_asking_verb(text) && (is_complete(text) || text.len() > LONGEST_HEADING)
}

/// Whether a text has any words that make a request.
fn has_asking_verb(text: &str) -> bool {
    ["should", "must", "needs to", "need to", "recommends"].iter().any(|ask| text.contains(ask))
}
