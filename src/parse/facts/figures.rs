//! Figures and tables, recognised by their captions.

mod data_rows;

use crate::facts::prose::{Paragraph, Prose};
use data_rows::DataRows;
use intake::block::{Block, BlockKind, LinePiece};
use intake::text::is_superscript_digit;
use model::Figure;

/// Reads the figures in text order, without the annex on data, which repeats the captions of figures before it.
pub fn read_figures(prose: &Prose) -> Vec<Figure> {
    let body = &prose.blocks[..prose.body_len.min(prose.blocks.len())];
    let tables = DataRows::new(prose.source, body);
    let figures = body.iter().enumerate().filter_map(|(n, block)| {
        let block = without_source_and_notes(block);
        let paragraph = Paragraph::new(prose.source, &block);
        let Caption { number, text_start: start } =
            parse_caption(&paragraph.text).filter(|_| block.kind == BlockKind::Plain)?;
        let end = start + trim_caption_end(paragraph.text.get(start..)?).len();
        Some(Figure {
            number,
            caption: paragraph.text.get(start..end).filter(|words| !words.is_empty())?.to_string(),
            data_in_text: tables.has_data(n),
            passages: paragraph.passages(start..end),
        })
    });
    figures.collect()
}

/// The label of a caption, and where its text begins.
struct Caption {
    /// The printed number of the figure: "4", "2a".
    number: Option<String>,
    /// The byte at which the text after the label begins.
    text_start: usize,
}

/// Reads the label of "Figure 4: ...", "Figure: ..." or "Table 2: ...".
fn parse_caption(text: &str) -> Option<Caption> {
    let (label, rest) = text.split_once(':')?;
    let mut words = label.split_whitespace();
    let kind = words.next()?.to_ascii_lowercase();
    let number = words.next();
    let is_number = |number: &str| {
        number.starts_with(|c: char| c.is_ascii_digit())
            && number.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '.')
    };
    let is_label = ["figure", "table", "chart", "graph"].contains(&kind.as_str())
        && number.is_none_or(is_number)
        && words.next().is_none();
    let start = text.len() - rest.trim_start().len();
    (is_label && start < text.len()).then(|| Caption { number: number.map(str::to_string), text_start: start })
}

/// The block without the source and notes of the figure, which may follow the caption directly.
fn without_source_and_notes<'a>(block: &Block<'a>) -> Block<'a> {
    let is_source_or_note =
        |piece: &LinePiece| ["Source:", "Note:", "*"].iter().any(|start| piece.text.starts_with(start));
    let end = block.pieces.iter().skip(1).position(is_source_or_note).map_or(block.pieces.len(), |n| n + 1);
    block.with_pieces(block.pieces[..end].to_vec())
}

/// The text of a caption without leftovers at its end: the comma between two footnote markers, a marker without a note.
fn trim_caption_end(caption: &str) -> &str {
    caption.trim_end_matches(|c: char| c == ',' || c == ' ' || is_superscript_digit(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caption_has_a_label_with_or_without_a_number() {
        let number = |text| parse_caption(text).map(|caption| caption.number);
        assert_eq!(number("Figure 4: Outcomes in Exshire"), Some(Some("4".into())));
        assert_eq!(number("Figure: Outcomes in Exshire"), Some(None));
        assert_eq!(number("TABLE 2a: Outcomes"), Some(Some("2a".into())));
        for text in ["Figure 4 shows: outcomes", "Figures: many", "Figure 4:", "Figure", "The figure: below"] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
