//! Footnotes, linked to the places that carry their markers.

mod note_text;
pub mod page_layout;
mod starred;

use crate::facts::prose::Prose;
use intake::block::block_passages;
use intake::footnote_marks::plain_digits;
use intake::layout::FootnoteBlock;
use intake::text::is_superscript_digit;
use model::Footnote;

/// Reads the footnotes in text order, both those with a number and those with a star.
pub fn read_footnotes(prose: &Prose) -> Vec<Footnote> {
    let mut notes: Vec<Footnote> = prose.notes.iter().filter_map(|note| numbered_footnote(prose, note)).collect();
    notes.extend(starred::read_starred_footnotes(prose));
    notes.sort_by_key(|note| note.passages.first().map(|passage| passage.bytes[0]));
    notes
}

/// The footnote of a note that begins with a number.
fn numbered_footnote(prose: &Prose, note: &FootnoteBlock) -> Option<Footnote> {
    let words = note_text::join_lines(&note.block);
    let text = words.trim_start_matches(|c: char| c.is_ascii_digit() || is_superscript_digit(c));
    let marker = plain_digits(&words[..words.len() - text.len()]);
    (!marker.is_empty()).then(|| Footnote {
        marker,
        text: text.trim_start().to_string(),
        passages: block_passages(prose.source, &[&note.block]),
        marked: note.mark_passages.clone(),
    })
}
