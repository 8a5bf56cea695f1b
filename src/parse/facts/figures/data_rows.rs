//! Whether the text contains a figure's data: rows of words followed by values.
//!
//! In texts extracted from paginated documents, the words of a table appear somewhere on the page of its caption, even
//! after the caption of the next figure. In other texts they follow their caption.

use crate::facts::figures::parse_caption;
use crate::facts::footnotes::page_layout::{PageStarts, ends_in_value};
use crate::structure::outline::is_figure;
use intake::block::{Block, BlockKind};
use intake::text::is_complete;
use std::collections::BTreeMap;

/// How many rows belong to each caption, by the index of the caption's block.
pub struct DataRows(BTreeMap<usize, usize>);

impl DataRows {
    /// Assigns each row to the last caption on its page that can have data in the text.
    pub fn new(source: &str, blocks: &[Block]) -> Self {
        let pages = PageStarts::new(source);
        let mut rows: BTreeMap<usize, usize> = BTreeMap::new();
        let mut open: Option<usize> = None;
        for (n, block) in blocks.iter().enumerate() {
            let text = block.text();
            let is_on_page = |caption: &usize| pages.page_at(blocks[*caption].start) == pages.page_at(block.start);
            if parse_caption(&text).is_some() {
                open = if shows_every_force(&text) {
                    open.filter(is_on_page).filter(|_| pages.has_page_breaks())
                } else {
                    Some(n)
                };
            } else if is_data_row(block, &text) {
                open.filter(is_on_page).into_iter().for_each(|caption| *rows.entry(caption).or_default() += 1);
            } else if announces_table(&text) || (!pages.has_page_breaks() && is_prose(block, &text)) {
                open = None;
            }
        }
        DataRows(rows)
    }

    /// Whether more than one row belongs to the caption in block `caption`.
    pub fn has_data(&self, caption: usize) -> bool {
        self.0.get(&caption).is_some_and(|rows| *rows > 1)
    }
}

/// Whether the caption is of a chart with a bar for every force; the values of such charts are not in the text.
fn shows_every_force(caption: &str) -> bool {
    ["by force", "across forces", "all forces"].iter().any(|words| caption.contains(words))
}

fn is_data_row(block: &Block, text: &str) -> bool {
    let is_short = text.len() < 200 && text.contains(' ');
    match block.kind {
        BlockKind::TableRow => {
            block.cells().filter(|cell| !cell.text.is_empty()).last().is_some_and(|cell| ends_in_value(cell.text))
        }
        _ => is_short && ends_in_value(text),
    }
}

/// Whether a sentence announces a table without a caption, whose rows do not belong to the figure above it.
fn announces_table(text: &str) -> bool {
    is_complete(text) && ["table below", "following table"].iter().any(|words| text.contains(words))
}

fn is_prose(block: &Block, text: &str) -> bool {
    let is_note = is_figure(block) || text.starts_with('*') || text.starts_with("For further information");
    block.kind == BlockKind::Plain && is_complete(text) && !is_note
}

#[cfg(test)]
mod tests {
    use super::*;
    use intake::division::divide_lines;
    use model::line::source_lines;

    #[track_caller]
    fn assert_has_data(text: &str, expected: &[bool]) {
        let lines: Vec<_> = source_lines(text).collect();
        let blocks = divide_lines(&lines).blocks;
        let tables = DataRows::new(text, &blocks);
        let captions = (0..blocks.len()).filter(|n| parse_caption(&blocks[*n].text()).is_some());
        assert_eq!(captions.map(|n| tables.has_data(n)).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn rows_after_a_caption_are_its_data_and_prose_is_not() {
        assert_has_data(
            "Figure 1: Crime\n\nSource: Exshire\n\nBurglary 1.0 2.0\n\nArson 0.5 0.7\n\nThe force is good.",
            &[true],
        );
        assert_has_data(
            "Figure 1: Crime\n\nSource: Exshire\n\nThe force is good.\n\nBurglary 1.0 2.0\n\nArson 0.5 0.7",
            &[false],
        );
        assert_has_data("Figure 1: Crime\n\nBurglary\t1.0\t2.0\nArson\t0.5\t0.7", &[true]);
    }

    #[test]
    fn rows_belong_to_the_caption_on_their_page_even_after_a_chart_and_prose() {
        let page = " Figure 1: Crime rates\n\nFigure 2: Rates, by force\n\nThe force is good.\n\nBurglary 1.0 2.0\n\nArson 0.5 0.7";
        assert_has_data(page, &[true, false]);
        assert_has_data(" Figure 1: Crime rates\n Next page\n\nBurglary 1.0 2.0\n\nArson 0.5 0.7", &[false]);
    }

    #[test]
    fn a_table_announced_in_prose_does_not_belong_to_the_figure_above() {
        assert_has_data(
            " Figure 1: Crime\n\nThe table below shows rates.\n\nBurglary 1.0 2.0\n\nArson 0.5 0.7",
            &[false],
        );
    }
}
