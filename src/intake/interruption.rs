//! Paragraphs and list items that a page break, a footnote or a box has parted.

use crate::block::{Block, Mark};
use crate::sentence::sentences;
use crate::text::{continues, ends_open, is_finished};

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
/// Whether a page ends between two blocks.
pub fn is_over_page(last: &Block, block: &Block, pages: &[Block]) -> bool {
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

/// Whether a block is an item of a list.
pub fn is_item(block: &Block) -> bool {
    matches!(block.mark, Mark::Bullet | Mark::Letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Layout;
    use model::line::source_lines;

    fn joined(text: &str) -> Vec<String> {
        let lines: Vec<_> = source_lines(text).collect();
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
