//! Sentences that say how an earlier cause of concern, area for improvement or recommendation stands.

use crate::facts::references::phrase::find_phrase_in;
use crate::facts::references::sentence_words::SentenceWords;
use crate::facts::references::work::WorkKind;

/// Whether the sentence reports the status of an earlier item.
pub fn reports_status(words: &SentenceWords) -> bool {
    words.places().any(|place| {
        let item = words
            .work_at(place)
            .filter(|(work, _)| is_item_or_recommendation(*work))
            .filter(|(_, after)| !words.is_owned_by_others(*after) && !words.is_possessed_by_others(place));
        let Some((work, after)) = item else { return responds_to_inspectorate(words, place) };
        is_enduring(words, place, work)
            || (has_outcome(words, place, after) && (work == WorkKind::Item || is_specific(words, place)))
            || is_being_addressed(words, place)
            || is_closed(words, place)
            || (work == WorkKind::Item && was_earlier_item(words, place))
    })
}

/// Whether the work is a cause of concern, an area for improvement or a recommendation.
fn is_item_or_recommendation(work: WorkKind) -> bool {
    matches!(work, WorkKind::Item | WorkKind::Recommendation)
}

/// Whether an item still exists: "an enduring cause of concern", "remains an area for improvement", "is still a cause
/// of concern".
fn is_enduring(words: &SentenceWords, index: usize, work: WorkKind) -> bool {
    const ENDURING: &str = "enduring continuing ongoing outstanding longstanding standing existing unresolved \
        persistent repeated recurring";
    const SKIPPED: &str = "a an the our as to be been significant key important serious is";
    let verb = (index.saturating_sub(5)..index).rev().find(|place| !words.is_one_of(*place, SKIPPED));
    let remains = verb.is_some_and(|verb| words.is_one_of(verb, "remain remains remained still continues continue"));
    words.is_preceded_by(index, ENDURING) || (remains && work == WorkKind::Item)
}

/// Whether the words after an item, from the word at `after` on, say whether it is settled: "the cause of concern has
/// not been alleviated", "... relating to missing persons remains", "still need to be implemented".
fn has_outcome(words: &SentenceWords, index: usize, after: usize) -> bool {
    const MAX_WORDS_AHEAD: usize = 14;
    const SETTLED: &str = "addressed alleviated resolved met implemented completed closed discharged removed \
        lifted actioned progressed";
    let is_in_clause = |at: &usize| !words.is_one_of(*at, "and should must will which");
    let mut clause = (after..after + MAX_WORDS_AHEAD).take_while(is_in_clause);
    let has_status = clause.any(|at| {
        let has_been = words.contains_any_in(at.saturating_sub(4)..at, "has have be being been");
        (words.is_one_of(at, SETTLED) && has_been) || words.is_one_of(at, "remain remains")
    });
    let is_certain = !words.is_preceded_by(index, "any no") && !words.contains_any("should must");
    is_certain && (has_status || words.contains_any("alleviated alleviate"))
}

/// Whether words before an item point to a particular one: "this recommendation", "all of the recommendations", "our
/// previous recommendations".
fn is_specific(words: &SentenceWords, index: usize) -> bool {
    const POINTING: &str = "this these those our previous hmic hmicfrs both all the its";
    words.contains_any_in(index.saturating_sub(3)..index, POINTING)
}

/// Whether the inspectorate has settled an item: "we have closed this cause of concern".
fn is_closed(words: &SentenceWords, index: usize) -> bool {
    const CLOSED: &str = "we|hmic|hmicfrs ?have|has ?now ?since ?therefore closed|lifted|discharged|removed|reissued";
    find_phrase_in(words, index.saturating_sub(7)..index, CLOSED).is_some()
}

/// Whether the force works or has worked on a particular item: "has responded well to our recommendation", "progress
/// towards addressing this area for improvement".
fn is_being_addressed(words: &SentenceWords, index: usize) -> bool {
    const MAX_WORDS_BACK: usize = 10;
    const DONE: &str = "addressed implemented actioned adopted acted met resolved tackled";
    let from = index.saturating_sub(MAX_WORDS_BACK);
    let responds = words.contains_any_in(from..index, "responded responding progress")
        || (words.contains_any_in(from..index, "response")
            && words.contains_any_in(index.saturating_sub(2)..index, "this our"));
    let has_done = words.contains_any_in(index.saturating_sub(5)..index, DONE) && words.contains_any("has have had");
    let is_subject = words.is_preceded_by(index, "this these that those")
        && words.is_one_of(index, "recommendation recommendations")
        && words.is_one_of(index + 1, "is are was were has have had remains remain");
    let is_promised = words.contains_any("should must") || words.contains_any_in(0..index, "will");
    is_specific(words, index) && !is_promised && (responds || has_done || is_subject)
}

/// Whether the force responds to concerns or feedback of the inspectorate: "has responded to our concerns".
fn responds_to_inspectorate(words: &SentenceWords, index: usize) -> bool {
    let is_ours = words.is_one_of(index, "concerns feedback") && words.is_preceded_by(index, "our");
    is_ours && words.contains_any_in(index.saturating_sub(5)..index, "response responded responding")
}

/// Whether something was an item in the past: "was identified as an area for improvement", "the response was a cause of
/// concern".
fn was_earlier_item(words: &SentenceWords, index: usize) -> bool {
    const SKIPPED: &str = "identified highlighted raised noted reported described as a an also previously first";
    let verb = (index.saturating_sub(6)..index).rev().find(|place| !words.is_one_of(*place, SKIPPED));
    verb.is_some_and(|verb| words.is_one_of(verb, "was were")) && words.is_preceded_by(index, "a an as")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_status_of_earlier_items_is_recognised() {
        for sentence in [
            "This remains an area for improvement.",
            "This is an enduring cause of concern.",
            "The cause of concern relating to missing children has not been alleviated.",
            "However the cause of concern relating to risk-assessment remains.",
            "The force has responded positively to this recommendation.",
            "The force is responding positively to address this cause of concern.",
            "The force is making progress towards addressing this area for improvement.",
            "This recommendation is being progressed by the head of forensics.",
            "The force has addressed the areas for improvement.",
            "The force’s response to domestic abuse was a cause of concern.",
        ] {
            assert!(reports_status(&SentenceWords::new(sentence, 2016)), "{sentence}");
        }
    }

    #[test]
    fn items_of_this_report_have_no_earlier_status() {
        for sentence in [
            "This is an area for improvement for the force.",
            "The force’s response to domestic abuse is a cause of concern to HMIC.",
            "To address this cause of concern, the force should immediately take steps.",
            "HMIC assesses progress on causes of concern and areas for improvement identified within its reports.",
            "Areas for improvement",
            "The force’s profiles would be improved if they all had such recommendations.",
        ] {
            assert!(!reports_status(&SentenceWords::new(sentence, 2016)), "{sentence}");
        }
    }
}
