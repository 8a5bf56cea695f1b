//! Definitions: what a report says that a term means, in sentences whose work is to say so and in footnotes.

mod annex;
mod apposition;
mod brackets;
mod copula;
mod found;
mod meaning;
mod naming;
mod notes;
mod nouns;
#[cfg(test)]
mod styles;
mod words;

use crate::facts::prose::{Paragraph, Prose, without_footnote_markers};
use crate::structure::outline::is_figure;
use annex::Section;
use found::{Extent, Found};
use intake::block::BlockKind;
use intake::footnote_marks::is_star;
use intake::layout::FootnoteBlock;
use model::folding::fold_phrase;
use model::{Definition, DefinitionKind};
use std::collections::BTreeSet;
use std::ops::Range;
use words::Words;

/// Reads the definitions in text order. A term that is defined twice in the same words of the same place is kept once.
pub fn read_definitions(prose: &Prose) -> Vec<Definition> {
    let mut definitions = Vec::new();
    let mut section = Section::default();
    let mut passing = BTreeSet::new();
    let paragraphs: Vec<Paragraph> = prose.paragraphs().collect();
    for (n, paragraph) in paragraphs.iter().enumerate() {
        let block = paragraph.block;
        if paragraph.is_heading() {
            section.enter(paragraph.text.trim());
        }
        if let Some(term) = section.glossary_entry(&paragraph.text) {
            definitions.push(define(paragraph, paragraph.text[term].trim(), 0..paragraph.text.len()));
        } else if block.kind != BlockKind::TableRow && !is_figure(block) {
            definitions.extend(
                section
                    .grades_in(&paragraph.text)
                    .iter()
                    .map(|grade| define(paragraph, grade, 0..paragraph.text.len())),
            );
            let is_note = prose.source[block.start..].starts_with(is_star);
            let around = Around { before: &paragraphs[..n], next: paragraphs.get(n + 1), section: &section, is_note };
            definitions.extend(definitions_in(paragraph, &around, &mut passing));
        }
        section.pass(&paragraph.text, block.kind != BlockKind::Plain);
    }
    definitions.extend(prose.notes.iter().filter_map(|note| definition_of_note(prose, note)));
    definitions.sort_by_key(|found| found.passages.first().map(|passage| passage.bytes));
    let mut seen = BTreeSet::new();
    definitions.retain(|found| {
        let place = found.passages.first().map(|passage| passage.bytes);
        !found.passages.is_empty() && !found.term.is_empty() && seen.insert((place, fold_phrase(&found.term)))
    });
    definitions
}

/// What stands around a paragraph.
struct Around<'r, 'b, 'a> {
    /// The paragraphs before it.
    before: &'r [Paragraph<'b, 'a>],
    /// The paragraph after it.
    next: Option<&'r Paragraph<'b, 'a>>,
    /// The section that it is in.
    section: &'r Section,
    /// Whether it is a note that begins with a star.
    is_note: bool,
}

/// The definitions in the sentences of a paragraph. `passing` has the terms that were explained in passing so far.
fn definitions_in(paragraph: &Paragraph, around: &Around, passing: &mut BTreeSet<String>) -> Vec<Definition> {
    let sentences: Vec<_> = paragraph.sentences().collect();
    let mut definitions = Vec::new();
    for (n, sentence) in sentences.iter().enumerate() {
        let words = Words::new(sentence.text.trim_start_matches(is_star));
        let before = n.checked_sub(1).map(|n| sentences[n].range.clone());
        let after = sentences.get(n + 1).map(|sentence| sentence.range.clone());
        let previous = before.clone().map(|range| Words::new(&paragraph.text[range]));
        for found in found_in(&words, previous.as_ref(), around.section, around.is_note) {
            if found.is_passing && !passing.insert(fold_phrase(&found.term)) {
                continue;
            }
            let here = sentence.range.clone();
            let definition = match (found.extent, &before, &after) {
                (Extent::WithPrevious, Some(before), _) => define(paragraph, &found.term, before.start..here.end),
                (Extent::WithNext, _, Some(after)) => define(paragraph, &found.term, here.start..after.end),
                (Extent::WithList, _, _) => with_list(define(paragraph, &found.term, here), around.before),
                (Extent::NextParagraph, _, _) => match around.next {
                    Some(next) if next.text.starts_with(words::QUOTES) => define(next, &found.term, 0..next.text.len()),
                    _ => continue,
                },
                _ => define(paragraph, &found.term, here),
            };
            definitions.push(definition);
        }
    }
    definitions
}

/// A definition with the list before its sentence, and the paragraph that opens it.
fn with_list(definition: Definition, before: &[Paragraph]) -> Definition {
    let is_item = |paragraph: &&Paragraph| paragraph.block.kind != BlockKind::Plain;
    let items = before.iter().rev().take_while(is_item).count();
    let from = before.len().saturating_sub(items + 1);
    let mut parts: Vec<Definition> =
        before[from..].iter().map(|paragraph| define(paragraph, "", 0..paragraph.text.len())).collect();
    parts.push(definition.clone());
    let texts: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
    let passages = parts.iter().flat_map(|part| part.passages.clone()).collect();
    Definition { text: texts.join(" "), passages, ..definition }
}

/// What a sentence defines by any of the rules; `previous` is the sentence before it.
fn found_in(words: &Words, previous: Option<&Words>, section: &Section, is_note: bool) -> Vec<Found> {
    let mut found = naming::read_names(words);
    found.extend(copula::read_subject(words, is_note));
    found.extend(meaning::read_meaning(words, section.heading.as_deref()));
    found.extend(apposition::read_appositions(words));
    found.extend(brackets::read_brackets(words));
    if let Some(previous) = previous {
        found.extend(naming::named_before(words, previous));
        found.extend(meaning::state_before(words, previous));
    }
    found
}

/// The definition of a term by a byte range of a paragraph's text.
fn define(paragraph: &Paragraph, term: &str, range: Range<usize>) -> Definition {
    let text = without_footnote_markers(paragraph.text[range.clone()].trim_end());
    Definition {
        term: term.to_string(),
        text: text.to_string(),
        kind: DefinitionKind::Sentence,
        passages: paragraph.passages(range.start..range.start + text.len()),
    }
}

/// The definition that a footnote gives.
fn definition_of_note(prose: &Prose, note: &FootnoteBlock) -> Option<Definition> {
    const BEFORE: usize = 120;
    let before = |at: u32| {
        let end = at as usize;
        let start = (end.saturating_sub(BEFORE)..=end).find(|at| prose.source.is_char_boundary(*at))?;
        Some(prose.source.get(start..end)?.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    let marked: Vec<String> = note.mark_passages.iter().filter_map(|mark| before(mark.bytes[0])).collect();
    let paragraph = Paragraph::new(prose.source, &note.block);
    let found = notes::read_note(&paragraph.text, &marked)?;
    let definition = define(&paragraph, &found.term, found.range);
    Some(Definition { kind: DefinitionKind::Footnote, ..definition })
}
