//! Paragraphs and list items that a page break, a footnote or a box has parted.

use super::block::{Block, Mark};
use super::prose::sentences;
use super::role::Role;
use super::text::{continues, ends_open, is_finished};

/// Joins blocks that an interruption has parted; `pages` are the page numbers, in the order of the source.
pub fn rejoin<'a>(blocks: Vec<Block<'a>>, pages: &[Block]) -> Vec<Block<'a>> {
    let joined = join(blocks, |last, block, _| continues(&last.tail(), block.first().text));
    join(joined, |last, block, next| is_over_page(last, block, pages) && goes_on(last, block, next))
}

fn join<'a>(blocks: Vec<Block<'a>>, is_one: impl Fn(&Block, &Block, Option<&Block>) -> bool) -> Vec<Block<'a>> {
    let mut out: Vec<Block> = Vec::new();
    let mut blocks = blocks.into_iter().peekable();
    while let Some(block) = blocks.next() {
        match out.last_mut() {
            Some(last)
                if block.mark == Mark::None
                    && last.mark != Mark::Row
                    && !is_question(&block)
                    && is_one(last, &block, blocks.peek()) =>
            {
                last.pieces.extend(block.pieces);
            }
            _ => out.push(block),
        }
    }
    out
}

/// A question set as a heading: "Has the force improved?" goes on with nothing.
fn is_question(block: &Block) -> bool {
    let starts = block.first().text.starts_with(char::is_uppercase);
    starts && block.tail().words.ends_with('?') && !block.text().contains(". ")
}

/// Whether a page number stands between two blocks that follow each other.
fn is_over_page(last: &Block, block: &Block, pages: &[Block]) -> bool {
    let (from, to) = (last.pieces[last.pieces.len() - 1].line, block.first().line);
    let n = pages.partition_point(|page| page.first().line < from);
    pages.get(n).is_some_and(|page| page.first().line < to)
}

/// Whether words behind a page break, though they begin with a capital, go on with what stands before it.
///
/// They do if that ends as no item does ("what it does with / West Mercia Police"), if its last sentence is too short for
/// one ("He"), or if a list goes on behind them.
fn goes_on(last: &Block, block: &Block, next: Option<&Block>) -> bool {
    let (before, after) = (last.tail().words, block.tail().words);
    if is_finished(&before) || !is_finished(&after) || after.ends_with(':') {
        return false;
    }
    if !is_item(last) {
        let ends = sentences(&before).map(|sentence| sentence.text).last().filter(|end| end.len() < before.len());
        return ends.is_some_and(|end| end.split(' ').nth(2).is_none());
    }
    let list_goes_on = next.is_some_and(|next| (next.mark, next.sign) == (last.mark, last.sign));
    // A running line met only once goes together with words that it has parted, and must not part others.
    let is_whole = block.pieces.windows(2).all(|pair| pair[1].line == pair[0].line + 1);
    is_whole && (ends_open(&before) || (list_goes_on && sentences(&block.text()).nth(1).is_none()))
}

fn is_item(block: &Block) -> bool {
    matches!(block.mark, Mark::Bullet | Mark::Letter)
}

/// List items of findings that end at a page break in the middle of a sentence, each with what stands behind the break,
/// when that became no part of a finding: nothing tells whether it is the rest of the item.
pub fn unclear<'b, 'a>(blocks: &'b [Block<'a>], pages: &[Block], roles: &[Role]) -> Vec<[&'b Block<'a>; 2]> {
    let role = |block: &Block| roles[block.first().line as usize - 1];
    let is_unclear = |[item, rest]: &[&Block; 2]| {
        is_item(item)
            && matches!(role(item), Role::Finding | Role::Body)
            && rest.mark == Mark::None
            && matches!(role(rest), Role::Narrative | Role::Unread | Role::Blank)
            && is_over_page(item, rest, pages)
            && !is_finished(&item.tail().words)
            && is_finished(&rest.tail().words)
    };
    blocks.windows(2).map(|pair| [&pair[0], &pair[1]]).filter(is_unclear).collect()
}

#[cfg(test)]
mod tests {
    use super::super::page::Layout;
    use super::super::text::lines;
    use super::*;

    fn joined(text: &str) -> Vec<String> {
        let lines: Vec<_> = lines(text).collect();
        Layout::of(text, &lines).words.iter().map(Block::text).collect()
    }

    #[test]
    fn an_item_goes_on_behind_a_page_break_though_with_a_capital() {
        let with = "- It should look at what it does with\n\n9\n\nWest Mercia Police and others.\n- It should share.";
        assert_eq!(
            joined(with),
            ["It should look at what it does with West Mercia Police and others.", "It should share."]
        );
        let listed = "- It should do as it told\n\n9\n\nWest Mercia Police.\n- It should share.";
        assert_eq!(joined(listed), ["It should do as it told West Mercia Police.", "It should share."]);
        let paragraph = "He says so. They\n\n13\n\nPolice Scotland has a plan and\n\nDyfed-Powys Police too.";
        assert_eq!(joined(paragraph), ["He says so. They Police Scotland has a plan and Dyfed-Powys Police too."]);
    }

    #[test]
    fn what_begins_anew_behind_a_page_break_stays_apart() {
        for text in [
            "- calls\n- visits\n\n9\n\nThe force is large.",
            "- calls\n- visits\n\n9\n\nIt should write down:\n- names",
            "- what it works with\n\nThe force is large.",
            "Our report said so. The force should share\n\n9\n\nIt does not share.",
            "It works. They like it\n\n9\n\nInvestigating crime",
        ] {
            let whole = text.lines().filter(|line| !line.is_empty() && *line != "9").count();
            assert_eq!(joined(text).len(), whole, "{text}");
        }
    }
}
