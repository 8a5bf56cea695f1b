//! Finds items of findings that a page break may have cut off.

use crate::structure::role::LineRole;
use intake::block::{Block, BlockKind};
use intake::interruption::{is_list_item, is_page_break_between};
use intake::text::is_complete;

/// List items of findings that end at a page break in the middle of a sentence, each with the block after the break, if
/// that became no part of a finding: it may or may not be the rest of the item.
pub fn find_unfinished<'b, 'a>(
    blocks: &'b [Block<'a>],
    pages: &[Block],
    roles: &[LineRole],
) -> Vec<[&'b Block<'a>; 2]> {
    let role = |block: &Block| roles[block.first_piece().line as usize - 1];
    let is_unclear = |[item, rest]: &[&Block; 2]| {
        is_list_item(item)
            && matches!(role(item), LineRole::Finding | LineRole::FindingBody)
            && rest.kind == BlockKind::Plain
            && matches!(role(rest), LineRole::Narrative | LineRole::Unread | LineRole::Blank)
            && is_page_break_between(item, rest, pages)
            && !is_complete(&item.tail().words)
            && is_complete(&rest.tail().words)
    };
    blocks.windows(2).map(|pair| [&pair[0], &pair[1]]).filter(is_unclear).collect()
}
