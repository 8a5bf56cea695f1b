//! What became of causes of concern, areas for improvement and recommendations made before.

use crate::facts::references::words::Words;
use crate::facts::references::work::Work;

/// Whether the sentence says what became of one.
pub fn is_told(words: &Words) -> bool {
    words.all().any(|place| {
        let work = words.work(place).filter(|(work, behind)| is_item(*work) && !words.is_of_others(*behind));
        let Some((work, behind)) = work else { return responds_to_us(words, place) };
        is_lasting(words, place, work)
            || (is_settled(words, place, behind) && (work == Work::Item || is_pointed_at(words, place)))
            || is_worked_on(words, place)
            || (work == Work::Item && was_one(words, place))
    })
}

fn is_item(work: Work) -> bool {
    matches!(work, Work::Item | Work::Recommendation)
}

/// "an enduring cause of concern", "remains an area for improvement", "is still a cause of concern".
fn is_lasting(words: &Words, place: usize, work: Work) -> bool {
    const ENDURING: &str = "enduring continuing ongoing outstanding longstanding standing existing unresolved \
        persistent repeated recurring";
    const LIGHT: &str = "a an the our as to be been significant key important serious is";
    let verb = (place.saturating_sub(5)..place).rev().find(|place| !words.is(*place, LIGHT));
    let remains = verb.is_some_and(|verb| words.is(verb, "remain remains remained still continues continue"));
    words.is_behind(place, ENDURING) || (remains && work == Work::Item)
}

/// "the cause of concern has not been alleviated", "... relating to missing persons remains", "still need to be implemented".
fn is_settled(words: &Words, place: usize, behind: usize) -> bool {
    const FAR: usize = 14;
    const SETTLED: &str = "addressed alleviated resolved met implemented completed closed discharged removed \
        lifted actioned progressed";
    let is_clause = |at: &usize| !words.is(*at, "and should must will which");
    let clause = (behind..behind + FAR).take_while(is_clause);
    let follows = clause.clone().any(|at| {
        let has_been = words.has_in(at.saturating_sub(4)..at, "has have be being been");
        (words.is(at, SETTLED) && has_been) || words.is(at, "remain remains")
    });
    let is_certain = !words.is_behind(place, "any no") && !words.has("should must");
    is_certain && (follows || words.has("alleviated alleviate"))
}

/// "this recommendation", "all of the recommendations", "our previous recommendations".
fn is_pointed_at(words: &Words, place: usize) -> bool {
    const POINTING: &str = "this these those our previous hmic hmicfrs both all the its";
    words.has_in(place.saturating_sub(3)..place, POINTING)
}

/// "has responded well to our recommendation", "progress towards addressing this area for improvement".
fn is_worked_on(words: &Words, place: usize) -> bool {
    const FAR: usize = 10;
    const DONE: &str = "addressed implemented actioned adopted acted met resolved tackled";
    let from = place.saturating_sub(FAR);
    let responds = words.has_in(from..place, "responded responding progress")
        || (words.has_in(from..place, "response") && words.has_in(place.saturating_sub(2)..place, "this our"));
    let has_done = words.has_in(place.saturating_sub(5)..place, DONE) && words.has("has have had");
    let is_subject = words.is_behind(place, "this these that those")
        && words.is(place, "recommendation recommendations")
        && words.is(place + 1, "is are was were has have had remains remain");
    let is_promised = words.has("should must") || words.has_in(0..place, "will");
    is_pointed_at(words, place) && !is_promised && (responds || has_done || is_subject)
}

/// "has responded to our concerns".
fn responds_to_us(words: &Words, place: usize) -> bool {
    let is_ours = words.is(place, "concerns feedback") && words.is_behind(place, "our");
    is_ours && words.has_in(place.saturating_sub(5)..place, "response responded responding")
}

/// "was identified as an area for improvement", "the response was a cause of concern".
fn was_one(words: &Words, place: usize) -> bool {
    const TOLD: &str = "identified highlighted raised noted reported described as a an also previously first";
    let verb = (place.saturating_sub(6)..place).rev().find(|place| !words.is(*place, TOLD));
    verb.is_some_and(|verb| words.is(verb, "was were")) && words.is_behind(place, "a an as")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_became_of_earlier_items_is_told() {
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
            assert!(is_told(&Words::of(sentence, 2016)), "{sentence}");
        }
    }

    #[test]
    fn items_of_this_report_are_not_told_of() {
        for sentence in [
            "This is an area for improvement for the force.",
            "The force’s response to domestic abuse is a cause of concern to HMIC.",
            "To address this cause of concern, the force should immediately take steps.",
            "HMIC assesses progress on causes of concern and areas for improvement identified within its reports.",
            "Areas for improvement",
            "The force’s profiles would be improved if they all had such recommendations.",
        ] {
            assert!(!is_told(&Words::of(sentence, 2016)), "{sentence}");
        }
    }
}
