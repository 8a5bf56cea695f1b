//! The catalogue as a file, without the lists of its words.

use super::Catalogue;
use crate::facets::counting::FacetColumn;
use crate::facets::{Facets, FindingPosition};
use crate::search::numbers::{Numbers, push_number};
use crate::search::word_index::WordIndex;
use corpus::Corpus;
use fixedbitset::FixedBitSet;

impl Catalogue {
    /// A line with the positions, a line for each facet, and the words of the index.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for of_report in self.positions.chunk_by(|one, other| one.report_index == other.report_index) {
            push_number(&mut text, of_report[0].report_index);
            push_number(&mut text, of_report.len());
            of_report.iter().for_each(|position| push_number(&mut text, position.finding_index));
        }
        text.push('\n');
        push_number(&mut text, self.facets.columns().len());
        text.push('\n');
        for column in self.facets.columns() {
            push_column(&mut text, column);
            text.push('\n');
        }
        text + &self.words.to_text()
    }

    /// Reads what [`Catalogue::to_text`] has written. `corpus` needs no findings. `None` if it is damaged, or belongs to
    /// another corpus.
    pub fn from_text(corpus: &Corpus, text: &str) -> Option<Catalogue> {
        let (line, mut rest) = text.split_once('\n')?;
        let positions = read_positions(line);
        let is_of_corpus = |position: &FindingPosition| position.report_index < corpus.reports.len();
        let (count, after) = rest.split_once('\n')?;
        rest = after;
        let mut columns = Vec::new();
        for _ in 0..Numbers::new(count).number() {
            let (line, after) = rest.split_once('\n')?;
            columns.push(read_column(line, positions.len()));
            rest = after;
        }
        let facets = Facets::from_columns(corpus, columns)?;
        let words = WordIndex::from_text(positions.len(), rest)?;
        positions.iter().all(is_of_corpus).then(|| Catalogue::from_parts(corpus, positions, facets, words))
    }
}

fn read_positions(line: &str) -> Vec<FindingPosition> {
    let mut numbers = Numbers::new(line);
    let mut positions = Vec::new();
    while let Some(report_index) = numbers.next() {
        let count = numbers.number();
        let of_report = numbers.by_ref().take(count);
        positions.extend(of_report.map(|finding_index| FindingPosition { report_index, finding_index }));
    }
    positions
}

/// Writes, for each value, the runs of documents that have it: how many have it not, then how many have it.
fn push_column(text: &mut String, column: &FacetColumn) {
    push_number(text, column.len());
    for having in column {
        let documents: Vec<usize> = having.ones().collect();
        let runs = || documents.chunk_by(|one, other| one + 1 == *other);
        push_number(text, runs().count());
        let mut end = 0;
        for run in runs() {
            push_number(text, run[0] - end);
            push_number(text, run.len());
            end = run[0] + run.len();
        }
    }
}

fn read_column(line: &str, document_count: usize) -> FacetColumn {
    let mut numbers = Numbers::new(line);
    let count = numbers.number();
    let mut column = FacetColumn::new();
    for _ in 0..count.min(line.len()) {
        let mut having = FixedBitSet::with_capacity(document_count);
        let mut end = 0_usize;
        for _ in 0..numbers.number() {
            let (Some(gap), Some(length)) = (numbers.next(), numbers.next()) else { break };
            let start = end.saturating_add(gap).min(document_count);
            end = start.saturating_add(length).min(document_count);
            having.insert_range(start..end);
        }
        column.push(having);
    }
    column
}
