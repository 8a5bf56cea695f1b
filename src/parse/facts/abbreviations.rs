//! Abbreviations that the report itself spells out: "multi-agency risk assessment conference (MARAC)".

mod align;
mod bracketed;
mod definition;
pub mod short_form;
mod unbracketed;

use crate::facts::prose::{Paragraph, Prose};
use model::Abbreviation;
use std::collections::BTreeSet;

/// Reads the abbreviations in text order, footnotes included. Only the first definition of each is kept.
pub fn read_abbreviations(prose: &Prose) -> Vec<Abbreviation> {
    let notes = prose.notes.iter().map(|note| Paragraph::new(prose.source, &note.block));
    let paragraphs = prose.paragraphs().chain(notes);
    let mut abbreviations: Vec<Abbreviation> = paragraphs.flat_map(|paragraph| abbreviations_in(&paragraph)).collect();
    abbreviations.sort_by_key(|abbreviation| abbreviation.passages.first().map(|passage| passage.bytes[0]));
    let mut seen = BTreeSet::new();
    abbreviations.retain(|abbreviation| seen.insert(short_form::comparison_key(&abbreviation.short)));
    abbreviations
}

/// The abbreviations that a paragraph defines.
fn abbreviations_in(paragraph: &Paragraph) -> Vec<Abbreviation> {
    let mut found = Vec::new();
    for sentence in paragraph.sentences() {
        let offset = sentence.range.start;
        found.extend(definition::find_definitions(sentence.text).into_iter().map(|definition| Abbreviation {
            short: sentence.text[definition.short_form.clone()].to_string(),
            long: sentence.text[definition.long_form.clone()].to_string(),
            passages: paragraph.passages(offset + definition.extent.start..offset + definition.extent.end),
        }));
    }
    found
}
