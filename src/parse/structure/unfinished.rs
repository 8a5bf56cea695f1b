//! Finds items of findings that a page break may have cut off.

use crate::structure::role::Role;
use intake::block::{Block, Mark};
use intake::interruption::{is_item, is_over_page};
use intake::text::is_finished;

/// List items of findings that end at a page break in the middle of a sentence, each with the block after the break, if
/// that became no part of a finding: it may or may not be the rest of the item.
pub fn unclear<'b, 'a>(blocks: &'b [Block<'a>], pages: &[Block], roles: &[Role]) -> Vec<[&'b Block<'a>; 2]> {
    let role = |block: &Block| roles[block.first().line as usize - 1];
    let is_unclear = |[item, rest]: &[&Block; 2]| {
        is_item(item)
            && matches!(role(item), Role::Finding | Role::FindingBody)
            && rest.kind == Mark::Plain
            && matches!(role(rest), Role::Narrative | Role::Unread | Role::Blank)
            && is_over_page(item, rest, pages)
            && !is_finished(&item.tail().words)
            && is_finished(&rest.tail().words)
    };
    blocks.windows(2).map(|pair| [&pair[0], &pair[1]]).filter(is_unclear).collect()
}
