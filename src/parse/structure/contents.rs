//! Reads the contents list: where headings are not marked, only it says what the sections are.

use crate::structure::draft::ReportDraft;
use crate::structure::role::LineRole;
use intake::block::{Block, BlockKind};

/// A contents list. Without one, it has no titles and the start and end are 0.
#[derive(Default)]
pub struct Contents {
    /// The titles of its entries.
    pub titles: Vec<String>,
    /// The index of the block that says "Contents".
    pub start: usize,
    /// The index of the first block after the list.
    pub end: usize,
}

/// Reads the list, with page numbers after tabs or dot leaders, and with each entry on its own line or all on one.
pub fn read_contents(blocks: &[Block], draft: &mut ReportDraft) -> Contents {
    let is_list = |b: &Block| {
        b.has_text("Contents") || (b.first_piece().text.starts_with("Contents ") && ends_with_page_number(b))
    };
    let Some(start) = blocks.iter().position(is_list) else { return Contents::default() };
    let is_entry = |b: &&Block| b.kind == BlockKind::TableRow || ends_with_page_number(b);
    let entries: Vec<&Block> = blocks[start + 1..].iter().take_while(is_entry).collect();
    draft.mark_lines(&blocks[start], LineRole::Heading);
    draft.mark_unmarked(entries.iter().copied(), LineRole::Contents);
    let words: Vec<String> = std::iter::once(&blocks[start]).chain(entries.iter().copied()).map(Block::text).collect();
    let list = words.join(" ");
    let list = list.strip_prefix("Contents").unwrap_or(&list);
    Contents { titles: entry_titles(list), start, end: start + 1 + entries.len() }
}

/// Whether a block ends with a page number.
fn ends_with_page_number(block: &Block) -> bool {
    block.tail().words.ends_with(|c: char| c.is_ascii_digit())
}

/// The words between page numbers, without dot leaders.
fn entry_titles(list: &str) -> Vec<String> {
    let mut titles = Vec::new();
    let mut title: Vec<&str> = Vec::new();
    let without_leaders = list.replace("..", " ").replace(" .", " ").replace('…', " ");
    for word in without_leaders.split_whitespace() {
        if !title.is_empty() && word.bytes().all(|b| b.is_ascii_digit()) {
            titles.push(title.join(" "));
            title.clear();
        } else {
            title.push(word);
        }
    }
    titles
}

#[cfg(test)]
mod tests {
    use super::entry_titles;

    #[test]
    fn leaders_and_page_numbers_are_not_part_of_a_title() {
        let list = "Our judgments\t1 Firearms capability.....\t23 Next steps.......9 PEEL 2021/22 changes ... 12";
        assert_eq!(entry_titles(list), ["Our judgments", "Firearms capability", "Next steps", "PEEL 2021/22 changes"]);
    }
}
