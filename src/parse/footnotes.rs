//! Footnotes, joined to where they are marked.

pub mod layout;
mod marks;
mod starred;
mod words;

use super::block::{Block, passages};
use super::prose::Prose;
use super::text::is_superscript;
use crate::model::{Footnote, Passage};
use marks::{Mark, Marks};

/// Reads them in the order of the text, those with a number and those with a star.
pub fn read(prose: &Prose) -> Vec<Footnote> {
    let mut notes = numbered(prose);
    notes.extend(starred::read(prose));
    notes.sort_by_key(|note| note.passages.first().map(|passage| passage.bytes[0]));
    notes
}

fn numbered(prose: &Prose) -> Vec<Footnote> {
    let marks = Marks::of(prose.blocks);
    let mut notes = Vec::with_capacity(prose.notes.len());
    let mut last_mark = 0;
    for (n, note) in prose.notes.iter().enumerate() {
        let Some((number, text)) = parted(note) else { continue };
        let next = prose.notes.get(n + 1).map_or(prose.source.len(), |next| next.marked_at);
        let mark = marks.of_note(number, last_mark, note.marked_at, next);
        last_mark = mark.map_or(last_mark, Mark::end);
        notes.push(Footnote {
            marker: number.to_string(),
            text,
            passages: passages(prose.source, &[note]),
            marked: mark.map(Mark::passage).into_iter().collect::<Vec<Passage>>(),
        });
    }
    notes
}

/// The number of a note and its text.
fn parted(note: &Block) -> Option<(u32, String)> {
    let words = words::joined(note);
    let text = words.trim_start_matches(|c: char| c.is_ascii_digit() || is_superscript(c));
    let number = marks::number(&words[..words.len() - text.len()])?;
    Some((number, text.trim_start().to_string()))
}
