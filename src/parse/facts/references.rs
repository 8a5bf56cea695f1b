//! References: sentences about an earlier inspection, report, recommendation or judgment.

mod continuation;
mod dated_work;
mod earlier_action;
mod earlier_item;
mod inspector_action;
mod other_matters;
mod other_work;
mod outcome;
mod phrase;
mod reader;
mod sentence_words;
#[cfg(test)]
mod styles;
mod subject;
mod tense;
mod undated_work;
mod work;
mod years;

use crate::facts::prose::{Paragraph, Prose, without_footnote_markers};
use crate::structure::outline::is_figure;
use intake::block::BlockKind;
use intake::sentence::Sentence;
use intake::text::is_superscript_digit;
use model::Reference;
use reader::{ReferenceReader, SentencePosition, SentenceReading};
use sentence_words::SentenceWords;

/// Reads the references in text order.
pub fn read_references(prose: &Prose) -> Vec<Reference> {
    let mut references = Vec::new();
    let mut reader = ReferenceReader::default();
    let mut position = SentencePosition::Apart;
    for paragraph in prose.paragraphs() {
        if paragraph.block.kind == BlockKind::TableRow || is_figure(paragraph.block) {
            position = SentencePosition::Apart;
            continue;
        }
        // The sentence before in the paragraph, unless that is a reference.
        let mut before: Option<&str> = None;
        for sentence in paragraph.sentences() {
            let words = SentenceWords::new(sentence.text, prose.cycle_year);
            let reading = reader.read(&words, position);
            let is_reference = reading.is_some();
            if let Some(reading) = reading {
                let antecedent = before.filter(|_| points_back(&words));
                references.push(make_reference(prose, &paragraph, &sentence, &words, reading, antecedent));
            }
            before = (!is_reference).then_some(sentence.text);
            position = SentencePosition::Same;
        }
        position = if paragraph.is_heading() { SentencePosition::Apart } else { SentencePosition::Next };
    }
    references.extend(read_notes(prose));
    references.sort_by_key(|reference| reference.passages.first().map(|passage| passage.bytes));
    references
}

/// Reads the footnotes that say where an earlier report on the force is published.
fn read_notes(prose: &Prose) -> Vec<Reference> {
    const REPORT_ON_FORCE: &str = "report|inspection for|of|on|into ?the ..4 police|constabulary|force";
    let mut references = Vec::new();
    for note in prose.notes {
        let paragraph = Paragraph::new(prose.source, &note.block);
        for sentence in paragraph.sentences() {
            let words = SentenceWords::new(without_note_mark(sentence.text), prose.cycle_year);
            let reading = ReferenceReader::default().read(&words, SentencePosition::Apart);
            if let Some(reading) = reading.filter(|_| phrase::find_phrase(&words, REPORT_ON_FORCE).is_some()) {
                references.push(make_reference(prose, &paragraph, &sentence, &words, reading, None));
            }
        }
    }
    references
}

/// Whether a sentence speaks of what the sentence before it says: "This remains an area for improvement".
fn points_back(words: &SentenceWords) -> bool {
    phrase::begins_with(words, &["?however|but|and|also this|these|it|that|such", "we|hmic|hmicfrs ..2 this|these"])
}

/// A footnote without the number or stars before it.
fn without_note_mark(note: &str) -> &str {
    note.trim_start_matches(|c: char| c.is_ascii_digit() || is_superscript_digit(c) || c == '*' || c == ' ')
}

/// The reference that a sentence makes, with its places and the finding it is part of.
fn make_reference(
    prose: &Prose,
    paragraph: &Paragraph,
    sentence: &Sentence,
    words: &SentenceWords,
    reading: SentenceReading,
    antecedent: Option<&str>,
) -> Reference {
    let quote = without_footnote_markers(words.sentence);
    let start = sentence.range.end - words.sentence.len();
    let passages = paragraph.passages(start..start + quote.len());
    Reference {
        quote: quote.to_string(),
        subject: reading.subject,
        years: reading.years.into_iter().map(|at| words.printed_year(at).to_string()).collect(),
        status: reading.status,
        status_words: reading.status_words.map(|places| words.text_at(places).to_string()),
        continues: reading.continues,
        antecedent: antecedent.map(|sentence| without_footnote_markers(sentence).to_string()),
        finding: prose.finding_at(&passages).cloned(),
        passages,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn year(sentence: &str) -> Option<String> {
        let words = SentenceWords::new(sentence, 2017);
        assert!(reader::mentions_earlier_work(&words), "{sentence}");
        dated_work::year_of_work(&words).map(|at| words.printed_year(at).to_string())
    }

    #[test]
    fn the_year_is_that_of_the_earlier_inspection() {
        for sentence in [
            "In our 2015 effectiveness report, we said that Exshire Police should improve.",
            "In 2015, when we inspected the force, few officers knew of it.",
            "The cause of concern identified in 2015 has not been alleviated.",
            "This is consistent with 2015 when we also judged the force as good.",
            "The rate has fallen since 2013, and the force met the area for improvement in our 2015 report.",
        ] {
            assert_eq!(year(sentence).as_deref(), Some("2015"), "{sentence}");
        }
        assert_eq!(year("Our 2015/16 inspection found this too.").as_deref(), Some("2015/16"));
    }

    #[test]
    fn a_reference_without_a_named_year_has_none() {
        assert_eq!(year("This is consistent with last year’s findings."), None);
        assert_eq!(year("Since 2010 crime has fallen, but this remains an area for improvement."), None);
    }

    #[test]
    fn sentences_about_this_inspection_or_only_about_the_force_are_not_references() {
        for sentence in [
            "During our inspection we found good plans.",
            "In 2017 we found that the force has improved.",
            "In 2015 the force introduced a new policy for missing persons.",
            "This is an area for improvement for the force.",
            "To address this cause of concern, the force should immediately review its approach.",
            "HMIC recommends that the force should act.",
            "As outlined earlier in this report, the force uses the findings of its last survey.",
            "Previous reports of missing children are read by staff.",
            "Since our inspection, Wyeshire Constabulary has worked to reduce the backlog.",
            "Over the last year we have seen progress in many forces.",
        ] {
            assert!(!reader::mentions_earlier_work(&SentenceWords::new(sentence, 2017)), "{sentence}");
        }
    }
}
