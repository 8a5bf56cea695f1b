//! Sentences that are about earlier work because the sentence before them is.

use crate::facts::references::inspector_action::inspection_verb;
use crate::facts::references::sentence_words::SentenceWords;
use crate::facts::references::work::WorkKind;

/// Whether a sentence that follows one about earlier work continues it, though on its own it could be about this
/// report.
pub fn continues_earlier_work(words: &SentenceWords) -> bool {
    words.places().any(|place| match words.work_at(place) {
        Some((WorkKind::Item, _)) if words.is_one_of(place, "cause causes") => !is_stated_as_new(words, place),
        Some((WorkKind::Item, _)) => words.is_preceded_by(place, "this these those"),
        Some((WorkKind::Recommendation, _)) => true,
        _ => {
            let was_concerned =
                inspection_verb(words, place).is_some_and(|verb| words.word_at(verb + 1) == "concerned");
            was_concerned || words.is_grading(place)
        }
    }) && words.places().len() > 4
}

/// Whether a cause of concern is stated as this report's own: "is a cause of concern".
fn is_stated_as_new(words: &SentenceWords, index: usize) -> bool {
    words.contains_any_in(index.saturating_sub(2)..index, "is are")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_may_continue_one_about_earlier_work() {
        let goes_on = |sentence| continues_earlier_work(&SentenceWords::new(sentence, 2016));
        assert!(goes_on("Two causes of concern were identified."));
        assert!(goes_on("Exshire Police was graded as requiring improvement at protecting people."));
        assert!(goes_on("These areas for improvement had not been dealt with."));
        assert!(goes_on("HMIC was concerned that more was needed."));
        assert!(!goes_on("The force now has a plan.") && !goes_on("Cause of concern"));
    }
}
