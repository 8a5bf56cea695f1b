//! Measures: the numbers that a report gives for its force.

mod amount;
mod comparison;
mod force_in_numbers;
mod periods;
mod sentence;
mod sentence_line;
mod table;
mod word;

use crate::facts::prose::{Paragraph, Prose};
use crate::structure::outline::is_figure;
use intake::block::{Block, BlockKind, LinePiece};
use intake::text::{continues_paragraph, join_parts};
use model::Measure;
use model::folding::fold_phrase;
use model::problem::Problem;
use table::cells::{block_from, is_tabular};

/// Reads the measures in text order, with the problems found in their tables.
pub fn read_measures(prose: &Prose) -> (Vec<Measure>, Vec<Problem>) {
    let mut parts = BlockSorter::default();
    let mut n = 0;
    while n < prose.body_len {
        n = parts.add_from_block(prose, n);
    }
    let mut periods = periods::PeriodContext::default();
    let paragraphs = parts.paragraphs.iter().map(|block| Paragraph::new(prose.source, block));
    let of_sentences =
        paragraphs.flat_map(|paragraph| sentence::read_paragraph_measures(prose, &paragraph, &mut periods));
    let mut measures: Vec<Measure> = parts.table_measures.into_iter().chain(of_sentences).collect();
    measures.sort_by_key(|measure| measure.passages.first().map(|passage| passage.bytes[0]));
    (measures, parts.table_problems)
}

/// A report's blocks, separated into the measures of its tables and its paragraphs, which are read later.
#[derive(Default)]
struct BlockSorter<'a> {
    /// The measures of the tables and of "Force in numbers" parts.
    table_measures: Vec<Measure>,
    /// The problems of the tables.
    table_problems: Vec<Problem>,
    /// The paragraphs, list items and headings outside tables.
    paragraphs: Vec<Block<'a>>,
    /// The caption of the figure whose data may follow, with the index of its block.
    last_caption: Option<(usize, String)>,
    /// Whether a table has just ended, so that the next block may continue the paragraph before it.
    is_after_table: bool,
}

impl<'a> BlockSorter<'a> {
    /// Adds the table, "Force in numbers" part or paragraph that begins at block `n`; returns the index of the block
    /// after it.
    fn add_from_block(&mut self, prose: &Prose<'_, 'a>, n: usize) -> usize {
        let block = &prose.blocks[n];
        if force_in_numbers::is_heading(block) {
            let (measures, end) = force_in_numbers::read_force_in_numbers(prose, n);
            self.table_measures.extend(measures);
            return end;
        }
        if let Some(table) = table::read_at(prose, n, self.last_caption.as_ref()) {
            self.table_measures.extend(table.measures);
            self.table_problems.extend(table.problems);
            self.last_caption = None;
            self.is_after_table = true;
            if !table.trailing_lines.is_empty() {
                self.add_paragraph(block_from(table.trailing_lines));
            }
            return table.end;
        }
        self.last_caption = figure_caption(block).map(|text| (n, text)).or(self.last_caption.take());
        let is_note = || fold_phrase(&block.text()).starts_with("note");
        let is_read = !is_figure(block) || is_note();
        if is_read && block.kind != BlockKind::TableRow && !is_tabular(block) && !is_table_of_contents(block) {
            self.add_paragraph(block.clone());
        }
        n + 1
    }

    /// Adds a paragraph, or the rest of one that a table has interrupted.
    fn add_paragraph(&mut self, block: Block<'a>) {
        let after_table = std::mem::take(&mut self.is_after_table);
        let last = self.paragraphs.last_mut().filter(|_| after_table && block.kind == BlockKind::Plain);
        match last {
            Some(last) if continues_paragraph(&last.tail(), block.first_piece().text) => {
                last.pieces.extend(block.pieces)
            }
            _ => self.paragraphs.push(block),
        }
    }
}

/// The caption of a figure whose data the text may contain; charts that compare all forces are excluded.
fn figure_caption(block: &Block) -> Option<String> {
    let is_caption = |piece: &LinePiece| piece.text.starts_with("Figure") && piece.text.contains(':');
    let first = block.pieces.iter().position(is_caption)?;
    let text = join_parts(block.pieces[first..].iter().map(|piece| piece.text));
    (block.kind == BlockKind::Plain && !text.contains("by force")).then_some(text)
}

/// Whether a block is a table of contents without tabs: with dots before the page numbers, or all on one line.
fn is_table_of_contents(block: &Block) -> bool {
    block.pieces.iter().any(|piece| piece.text.contains("....") || piece.text.starts_with("Contents "))
}

/// The measures of a text and the problems of its tables.
#[cfg(test)]
fn read_text(text: &str) -> (Vec<Measure>, Vec<Problem>) {
    let lines: Vec<_> = model::line::source_lines(text).collect();
    let intake::layout::Layout { body: words, footnotes: notes, .. } = intake::layout::Layout::from_text(text, &lines);
    let prose =
        Prose { source: text, blocks: &words, body_len: words.len(), notes: &notes, cycle_year: 2016, findings: &[] };
    read_measures(&prose)
}

/// The problems of a text's tables, each as one line: its kind and the text at its place (only the first word for wrong
/// totals).
#[cfg(test)]
fn problems_of_text(text: &str) -> Vec<String> {
    let place = |p: &Problem| text[p.passages[0].bytes[0] as usize..p.passages[0].bytes[1] as usize].to_string();
    let line = |p: Problem| match p.kind_name.as_str() {
        "wrong_total" => format!("{}: {}", p.kind_name, place(&p).split(' ').next().unwrap_or_default()),
        _ => format!("{}: {}", p.kind_name, place(&p)),
    };
    read_text(text).1.into_iter().map(line).collect()
}

/// The measures of a text, each as a line: label, value, unit, period, comparator, comparator value.
#[cfg(test)]
fn measures_of_text(text: &str) -> Vec<String> {
    let line = |m: Measure| {
        let rest = [m.unit, m.period, m.comparator, m.comparator_value].map(|part| part.unwrap_or("-".to_string()));
        format!("{} | {} | {}", m.label, m.value, rest.join(" | "))
    };
    read_text(text).0.into_iter().map(line).collect()
}
