//! Abbreviations that the report itself spells out: "multi-agency risk assessment conference (MARAC)".

mod align;
mod bracketed;
mod definition;
mod next_sentence;
pub mod short_form;
mod unbracketed;

use crate::facts::prose::{Paragraph, Prose};
use definition::Definition;
use model::{Abbreviation, Repetition};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::Range;

/// Reads the abbreviations in text order, footnotes included. Where the text spells one out again, only the place is
/// kept.
pub fn read_abbreviations(prose: &Prose) -> Vec<Abbreviation> {
    let notes = prose.notes.iter().map(|note| Paragraph::new(prose.source, &note.block));
    let paragraphs = prose.paragraphs().chain(notes);
    let mut abbreviations: Vec<Abbreviation> = paragraphs.flat_map(|paragraph| abbreviations_in(&paragraph)).collect();
    abbreviations.sort_by_key(|abbreviation| abbreviation.passages.first().map(|passage| passage.bytes[0]));
    let mut first_of: BTreeMap<String, usize> = BTreeMap::new();
    let mut kept: Vec<Abbreviation> = Vec::new();
    for abbreviation in abbreviations {
        match first_of.entry(short_form::comparison_key(&abbreviation.short)) {
            Entry::Vacant(entry) => {
                entry.insert(kept.len());
                kept.push(abbreviation);
            }
            Entry::Occupied(entry) => {
                kept[*entry.get()].again.push(Repetition { passages: abbreviation.passages });
            }
        }
    }
    kept
}

/// The abbreviations that a paragraph defines.
fn abbreviations_in(paragraph: &Paragraph) -> Vec<Abbreviation> {
    let mut found = Vec::new();
    let mut before: Option<Range<usize>> = None;
    let abbreviation = |text: &str, offset: usize, definition: Definition| Abbreviation {
        short: text[definition.short_form.clone()].to_string(),
        long: text[definition.long_form.clone()].to_string(),
        passages: paragraph.passages(offset + definition.extent.start..offset + definition.extent.end),
        again: Vec::new(),
    };
    for sentence in paragraph.sentences() {
        let definitions = definition::find_definitions(sentence.text).into_iter();
        found.extend(definitions.map(|definition| abbreviation(sentence.text, sentence.range.start, definition)));
        let across = before
            .replace(sentence.range.clone())
            .and_then(|before| next_sentence::definition_across(&paragraph.text, before, sentence.range));
        found.extend(across.map(|definition| abbreviation(&paragraph.text, 0, definition)));
    }
    found
}
