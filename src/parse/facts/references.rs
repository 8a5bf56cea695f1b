//! References: sentences about an earlier inspection, report, recommendation or judgment.

mod continuation;
mod dated_work;
mod inspector_action;
mod other_work;
mod sentence_words;
mod status;
mod undated_work;
mod work;
mod years;

use crate::facts::prose::{Paragraph, Prose, without_footnote_markers};
use crate::structure::outline::is_figure;
use intake::block::BlockKind;
use intake::sentence::Sentence;
use model::Reference;
use sentence_words::SentenceWords;

/// The greatest number of words of a sentence that is read. The bound keeps reading linear.
const MAX_SENTENCE_WORDS: usize = 300;

/// Reads the references in text order.
pub fn read_references(prose: &Prose) -> Vec<Reference> {
    let mut references = Vec::new();
    let mut is_reference = false;
    for paragraph in prose.paragraphs().filter(|p| p.block.kind != BlockKind::TableRow && !is_figure(p.block)) {
        for sentence in paragraph.sentences() {
            let words = SentenceWords::new(sentence.text, prose.cycle_year);
            is_reference = words.places().len() <= MAX_SENTENCE_WORDS
                && (mentions_earlier_work(&words) || (is_reference && continuation::continues_earlier_work(&words)));
            if is_reference {
                references.push(make_reference(prose, &paragraph, &sentence, &words));
            }
        }
    }
    references
}

/// Whether a sentence on its own is about earlier work of the inspectorate.
fn mentions_earlier_work(words: &SentenceWords) -> bool {
    dated_work::year_of_work(words).is_some()
        || undated_work::mentions_undated_work(words)
        || status::reports_status(words)
}

/// The reference that a sentence makes, with the year it names and the finding it is part of.
fn make_reference(prose: &Prose, paragraph: &Paragraph, sentence: &Sentence, words: &SentenceWords) -> Reference {
    let quote = without_footnote_markers(sentence.text);
    let passages = paragraph.passages(sentence.range.start..sentence.range.start + quote.len());
    Reference {
        quote: quote.to_string(),
        refers_to: dated_work::year_of_work(words).map(|at| words.printed_year(at).to_string()),
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
        assert!(mentions_earlier_work(&words), "{sentence}");
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
            assert!(!mentions_earlier_work(&SentenceWords::new(sentence, 2017)), "{sentence}");
        }
    }
}
