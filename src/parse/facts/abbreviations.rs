//! Short forms that the report itself spells out: "multi-agency risk assessment conference (MARAC)".

mod align;
mod bracketed;
mod forms;
mod named;
mod short;

use crate::facts::prose::{Paragraph, Prose};
use model::Abbreviation;
use std::collections::BTreeSet;

/// Reads them in the order of the text, footnotes included; of several spellings-out of one form, the first.
pub fn read(prose: &Prose) -> Vec<Abbreviation> {
    let notes = prose.notes.iter().map(|note| Paragraph::of(prose.source, &note.block));
    let mut all: Vec<Abbreviation> = prose.paragraphs().chain(notes).flat_map(|words| spelled_in(&words)).collect();
    all.sort_by_key(|found| found.passages.first().map(|passage| passage.bytes[0]));
    let mut known = BTreeSet::new();
    all.retain(|found| known.insert(short::key(&found.short)));
    all
}

fn spelled_in(paragraph: &Paragraph) -> Vec<Abbreviation> {
    let mut found = Vec::new();
    for sentence in paragraph.sentences() {
        let from = sentence.range.start;
        found.extend(forms::spelled(sentence.text).into_iter().map(|spelled| Abbreviation {
            short: sentence.text[spelled.short.clone()].to_string(),
            long: sentence.text[spelled.long.clone()].to_string(),
            passages: paragraph.passages(from + spelled.whole.start..from + spelled.whole.end),
        }));
    }
    found
}
