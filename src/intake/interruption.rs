//! Joins paragraphs and list items that a page break, a footnote or a box has split.

use crate::block::{Block, BlockKind};
use crate::sentence::split_sentences;
use crate::text::{continues_paragraph, ends_mid_sentence, is_complete};

/// Joins blocks that an interruption has split; `pages` are the page numbers and running lines, in order.
pub fn rejoin_blocks<'a>(blocks: Vec<Block<'a>>, pages: &[Block]) -> Vec<Block<'a>> {
    let joined = join_blocks_if(blocks, |last, block, _| continues_paragraph(&last.tail(), block.first_piece().text));
    join_blocks_if(joined, |last, block, next| {
        is_page_break_between(last, block, pages) && continues_over_page(last, block, next)
    })
}

fn join_blocks_if<'a>(
    blocks: Vec<Block<'a>>,
    is_one: impl Fn(&Block, &Block, Option<&Block>) -> bool,
) -> Vec<Block<'a>> {
    let mut out: Vec<Block> = Vec::new();
    let mut blocks = blocks.into_iter().peekable();
    while let Some(block) = blocks.next() {
        match out.last_mut() {
            Some(last)
                if block.kind == BlockKind::Plain
                    && block.heading_level.is_none()
                    && last.heading_level.is_none()
                    && last.kind != BlockKind::TableRow
                    && !is_question_heading(&block)
                    && is_one(last, &block, blocks.peek()) =>
            {
                last.pieces.extend(block.pieces);
            }
            _ => out.push(block),
        }
    }
    out
}

/// Whether a block is a question set as a heading, such as "Has the force improved?", which continues no paragraph.
fn is_question_heading(block: &Block) -> bool {
    let is_capitalised = block.first_piece().text.starts_with(char::is_uppercase);
    is_capitalised && block.tail().words.ends_with('?') && !block.text().contains(". ")
}

/// Whether a page ends between two consecutive blocks: there is a page number or running line between them.
pub fn is_page_break_between(last: &Block, block: &Block, pages: &[Block]) -> bool {
    let (from, to) = (last.pieces[last.pieces.len() - 1].line, block.first_piece().line);
    let n = pages.partition_point(|page| page.first_piece().line < from);
    pages.get(n).is_some_and(|page| page.first_piece().line < to)
}

/// Whether a block after a page break, although it begins with a capital, continues the block before it.
///
/// It does if the block before ends as no list item does ("what it does with / West Mercia Police"), if the last
/// sentence before is too short to be one ("He"), or if a list continues after it.
fn continues_over_page(last: &Block, block: &Block, next: Option<&Block>) -> bool {
    let (before, after) = (last.tail().words, block.tail().words);
    if is_complete(&before) || !is_complete(&after) || after.ends_with(':') {
        return false;
    }
    if !is_list_item(last) {
        let ends = split_sentences(&before).map(|sentence| sentence.text).last().filter(|end| end.len() < before.len());
        return ends.is_some_and(|end| end.split(' ').nth(2).is_none());
    }
    let list_continues = next.is_some_and(|next| (next.kind, next.bullet) == (last.kind, last.bullet));
    // A running line that occurs only once is not recognised, and may have been joined with the text after it. So a
    // block with a gap in its lines is not joined.
    let is_whole = block.pieces.windows(2).all(|pair| pair[1].line == pair[0].line + 1);
    is_whole && (ends_mid_sentence(&before) || (list_continues && split_sentences(&block.text()).nth(1).is_none()))
}

/// Whether a block is an item of a list.
pub fn is_list_item(block: &Block) -> bool {
    matches!(block.kind, BlockKind::BulletItem | BlockKind::LetterItem)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Layout;
    use model::line::source_lines;

    fn joined(text: &str) -> Vec<String> {
        let lines: Vec<_> = source_lines(text).collect();
        Layout::from_text(text, &lines).body.iter().map(Block::text).collect()
    }

    #[test]
    fn an_item_continues_after_a_page_break_even_with_a_capital() {
        let open = "- It should look at what it does with\n\n9\n\nWest Mercia Police and others.\n- It should share.";
        assert_eq!(
            joined(open),
            ["It should look at what it does with West Mercia Police and others.", "It should share."]
        );
        let listed = "- It should do as it told\n\n9\n\nWest Mercia Police.\n- It should share.";
        assert_eq!(joined(listed), ["It should do as it told West Mercia Police.", "It should share."]);
        let paragraph = "He says so. They\n\n13\n\nPolice Scotland has a plan and\n\nDyfed-Powys Police too.";
        assert_eq!(joined(paragraph), ["He says so. They Police Scotland has a plan and Dyfed-Powys Police too."]);
    }

    #[test]
    fn what_starts_anew_after_a_page_break_stays_separate() {
        for text in [
            "- calls\n- visits\n\n9\n\nThe force is large.",
            "- calls\n- visits\n\n9\n\nIt should write down:\n- names",
            "- what it works with\n\nThe force is large.",
            "Our report said so. The force should share\n\n9\n\nIt does not share.",
            "It works. They like it\n\n9\n\nInvestigating crime",
        ] {
            let expected = text.lines().filter(|line| !line.is_empty() && *line != "9").count();
            assert_eq!(joined(text).len(), expected, "{text}");
        }
    }
}
