//! Whether a figure's data stand in the text: rows of words with values behind them.
//!
//! In texts with pages, the words of a table come out somewhere on the page of its caption, even behind the
//! caption of the next figure. Elsewhere they follow their caption.

use crate::facts::figures::caption;
use crate::facts::footnotes::layout::{Pages, ends_in_value};
use crate::structure::outline::is_figure;
use intake::block::{Block, Mark};
use intake::text::is_finished;
use std::collections::BTreeMap;

/// How many rows follow each caption, by the number of its block.
pub struct Tables(BTreeMap<usize, usize>);

impl Tables {
    /// Gives each row to the last caption on its page that can have one.
    pub fn of(source: &str, blocks: &[Block]) -> Self {
        let pages = Pages::of(source);
        let mut rows: BTreeMap<usize, usize> = BTreeMap::new();
        let mut open: Option<usize> = None;
        for (n, block) in blocks.iter().enumerate() {
            let text = block.text();
            let is_on_page = |caption: &usize| pages.at(blocks[*caption].marked_at) == pages.at(block.marked_at);
            if caption(&text).is_some() {
                open = if shows_every_force(&text) {
                    open.filter(is_on_page).filter(|_| pages.are_known())
                } else {
                    Some(n)
                };
            } else if is_row(block, &text) {
                open.filter(is_on_page).into_iter().for_each(|caption| *rows.entry(caption).or_default() += 1);
            } else if announces_table(&text) || (!pages.are_known() && is_prose(block, &text)) {
                open = None;
            }
        }
        Tables(rows)
    }

    /// Whether more than one row belongs to the caption of this block.
    pub fn has(&self, caption: usize) -> bool {
        self.0.get(&caption).is_some_and(|rows| *rows > 1)
    }
}

/// A chart with a bar for every force, whose values no text gives.
fn shows_every_force(caption: &str) -> bool {
    ["by force", "across forces", "all forces"].iter().any(|words| caption.contains(words))
}

fn is_row(block: &Block, text: &str) -> bool {
    let is_short = text.len() < 200 && text.contains(' ');
    match block.mark {
        Mark::Row => {
            block.cells().filter(|cell| !cell.text.is_empty()).last().is_some_and(|cell| ends_in_value(cell.text))
        }
        _ => is_short && ends_in_value(text),
    }
}

/// A table without a caption of its own is none of the figure above it.
fn announces_table(text: &str) -> bool {
    is_finished(text) && ["table below", "following table"].iter().any(|words| text.contains(words))
}

fn is_prose(block: &Block, text: &str) -> bool {
    let is_note = is_figure(block) || text.starts_with('*') || text.starts_with("For further information");
    block.mark == Mark::None && is_finished(text) && !is_note
}

#[cfg(test)]
mod tests {
    use super::*;
    use intake::division::divide;
    use model::line::source_lines;

    #[track_caller]
    fn with_data(text: &str, expected: &[bool]) {
        let lines: Vec<_> = source_lines(text).collect();
        let blocks = divide(&lines).blocks;
        let tables = Tables::of(text, &blocks);
        let captions = (0..blocks.len()).filter(|n| caption(&blocks[*n].text()).is_some());
        assert_eq!(captions.map(|n| tables.has(n)).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn rows_behind_a_caption_are_its_data_and_words_are_not() {
        with_data(
            "Figure 1: Crime\n\nSource: Exshire\n\nBurglary 1.0 2.0\n\nArson 0.5 0.7\n\nThe force is good.",
            &[true],
        );
        with_data(
            "Figure 1: Crime\n\nSource: Exshire\n\nThe force is good.\n\nBurglary 1.0 2.0\n\nArson 0.5 0.7",
            &[false],
        );
        with_data("Figure 1: Crime\n\nBurglary\t1.0\t2.0\nArson\t0.5\t0.7", &[true]);
    }

    #[test]
    fn rows_of_a_page_belong_to_its_caption_though_a_chart_and_words_stand_between() {
        let page = " Figure 1: Crime rates\n\nFigure 2: Rates, by force\n\nThe force is good.\n\nBurglary 1.0 2.0\n\nArson 0.5 0.7";
        with_data(page, &[true, false]);
        with_data(" Figure 1: Crime rates\n Next page\n\nBurglary 1.0 2.0\n\nArson 0.5 0.7", &[false]);
    }

    #[test]
    fn a_table_that_the_words_announce_is_not_the_figure_above() {
        with_data(" Figure 1: Crime\n\nThe table below shows rates.\n\nBurglary 1.0 2.0\n\nArson 0.5 0.7", &[false]);
    }
}
