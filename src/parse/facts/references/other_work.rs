//! Mentions of inspections and reports that are clearly not this one.

use crate::facts::references::inspector_action::inspection_verb;
use crate::facts::references::sentence_words::SentenceWords;
use crate::facts::references::work::WorkKind;

/// Whether the word at `place` points to another inspection: "arising from that inspection", "as a result of this
/// inspection all forces were asked", "following HMIC's domestic abuse inspection".
pub fn is_other_inspection(words: &SentenceWords, index: usize) -> bool {
    let is_inspection = || words.is_one_of(index + 1, "inspection inspections");
    let is_report = || {
        let contents = "recommendation recommendations findings";
        words.is_one_of(index + 1, "report reports") && words.contains_any_in(index.saturating_sub(4)..index, contents)
    };
    let is_result = || words.is_preceded_by(index, "of") && words.is_preceded_by(index - 1, "result");
    match words.word_at(index) {
        "that" | "those" => {
            let has_preposition = words.is_preceded_by(index, "from in of since following after by");
            has_preposition && (is_inspection() || is_report())
        }
        "this" => is_inspection() && is_result() && words.contains_any("was were"),
        // "our inspection" without a further description is this one.
        _ if words.is_ours(index) && words.is_preceded_by(index, "following since to") => {
            let other = words.described_work(index + 1).filter(|(at, _)| *at > index + 1);
            other.is_some_and(|(at, work)| work == WorkKind::Inspection || words.is_one_of(at, "report reports"))
        }
        _ => false,
    }
}

/// Whether a sentence is about another inspection or report: "HMIC undertook an inspection into", "HMIC published the
/// results of its inspection". A report calls its own inspection "this inspection" or "our inspection".
pub fn mentions_other_work(words: &SentenceWords) -> bool {
    const MAX_WORDS_AHEAD: usize = 8;
    words.places().any(|place| {
        let Some(verb) = inspection_verb(words, place) else { return false };
        let object = if words.word_at(verb + 1) == "out" { verb + 2 } else { verb + 1 };
        let is_work = |place: &usize| words.is_one_of(*place, "inspection inspections report reports thematic");
        match words.word_at(verb) {
            "published" => {
                let work = (object..object + MAX_WORDS_AHEAD).find(is_work);
                work.is_some_and(|work| !words.contains_any_in(object..work, "this"))
            }
            "undertook" | "conducted" | "carried" | "completed" => {
                let work = words.described_work(object + 1).map(|(_, work)| work);
                words.is_one_of(object, "a an") && work == Some(WorkKind::Inspection)
            }
            _ => false,
        }
    })
}
