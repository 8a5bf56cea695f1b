//! Items of a box that are set as a list.

use crate::structure::boxes::asking::{asks, has_deadline};
use crate::structure::draft::{Draft, Place};
use crate::structure::role::Role;
use intake::block::{Block, Mark};
use intake::text::is_finished;
use model::FindingKind;

/// List items, with the lists inside them, and paragraphs that ask for something.
pub fn read(kind: FindingKind, blocks: &[Block], place: &Place, draft: &mut Draft) {
    let must_ask = matches!(kind, FindingKind::Recommendation | FindingKind::AreaForImprovement);
    for (head, items) in group(blocks).into_iter().take_while(|(head, _)| !must_ask || has_verb(&head.text())) {
        if kind == FindingKind::Recommendation && asks_each(head, &items) {
            draft.mark(head, Role::Heading);
            items.iter().for_each(|item| _ = draft.find(kind, place, item, &[]));
        } else {
            draft.find(kind, place, head, &items);
        }
    }
}

/// Whether it is the items that ask, each by its own time, and the words above only say that they do.
fn asks_each(head: &Block, items: &[&Block]) -> bool {
    let head = head.text();
    let says_only = !head.contains(" should") && !head.contains(" must");
    says_only && items.len() > 1 && items.iter().all(|item| has_deadline(&item.text()))
}

/// Groups list items under the item or paragraph that opens their list with a colon.
///
/// Where the marks of inner and outer lists are the same, the words decide: a list goes on until an item ends
/// with a full stop. What follows the last item and asks for nothing is not in the box.
pub fn group<'b, 'a>(blocks: &'b [Block<'a>]) -> Vec<(&'b Block<'a>, Vec<&'b Block<'a>>)> {
    let mut groups: Vec<(&Block, Vec<&Block>)> = Vec::new();
    let mut is_open = false;
    let mut has_list = false;
    for (i, block) in blocks.iter().enumerate() {
        let text = block.text();
        let is_paragraph = block.mark == Mark::None;
        let opens_list = text.ends_with(':') && blocks.get(i + 1).is_some_and(|next| next.mark != Mark::None);
        let belongs = !is_paragraph
            || (if groups.is_empty() { may_ask(&text) } else { asks(&text) })
            // A box that has set its items as a list goes on with another list.
            && (!has_list || opens_list || has_deadline(&text));
        has_list |= !is_paragraph;
        // Another bullet than that of the item above marks a list inside it; the same one ends such a list.
        let inner = groups.last().and_then(|(head, items)| {
            let (outer, this) = (head.sign?, block.sign?);
            let has_inner = items.first().is_some_and(|item| item.sign != Some(outer));
            (this != outer || has_inner).then_some(this != outer)
        });
        // The list of a paragraph goes on with items like its first, whatever they end with.
        let of_paragraph =
            groups.last().filter(|(head, _)| head.mark == Mark::None).and_then(|(_, items)| items.first());
        let is_like = of_paragraph.map(|first| asks(&first.text()) == asks(&text));
        if !is_paragraph && is_like == Some(false) {
            break;
        }
        let inside = inner.unwrap_or(is_open || block.mark == Mark::Letter || is_like == Some(true));
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

/// Whether a paragraph right under the heading of its box may ask for something.
fn may_ask(text: &str) -> bool {
    const LONGEST_HEADING: usize = 70;
    has_verb(text) && (is_finished(text) || text.len() > LONGEST_HEADING)
}

/// Whether the words ask at all.
fn has_verb(text: &str) -> bool {
    ["should", "must", "needs to", "need to", "recommends"].iter().any(|ask| text.contains(ask))
}
