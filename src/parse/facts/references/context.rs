//! Sentences that are about earlier work because the sentence before them is.

use crate::facts::references::inspected::inspecting;
use crate::facts::references::words::Words;
use crate::facts::references::work::WorkKind;

/// Whether a sentence that follows one about earlier work continues it, though on its own it could be about this
/// report.
pub fn goes_on(words: &Words) -> bool {
    words.all().any(|place| match words.work(place) {
        Some((WorkKind::Item, _)) if words.is(place, "cause causes") => !is_stated_as_new(words, place),
        Some((WorkKind::Item, _)) => words.is_behind(place, "this these those"),
        Some((WorkKind::Recommendation, _)) => true,
        _ => {
            let was_concerned = inspecting(words, place).is_some_and(|verb| words.at(verb + 1) == "concerned");
            was_concerned || words.is_grading(place)
        }
    }) && words.all().len() > 4
}

/// Whether a cause of concern is stated as this report's own: "is a cause of concern".
fn is_stated_as_new(words: &Words, place: usize) -> bool {
    words.contains_any_in(place.saturating_sub(2)..place, "is are")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_may_continue_one_about_earlier_work() {
        let goes_on = |sentence| goes_on(&Words::of(sentence, 2016));
        assert!(goes_on("Two causes of concern were identified."));
        assert!(goes_on("Exshire Police was graded as requiring improvement at protecting people."));
        assert!(goes_on("HMIC was concerned that more was needed."));
        assert!(!goes_on("The force now has a plan.") && !goes_on("Cause of concern"));
    }
}
