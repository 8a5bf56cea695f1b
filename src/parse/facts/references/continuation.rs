//! Sentences that are about earlier work because the sentence before them is.

use crate::facts::references::inspector_action::inspection_verb;
use crate::facts::references::outcome;
use crate::facts::references::phrase::{begins_with, has_phrase};
use crate::facts::references::reader::OpenReference;
use crate::facts::references::sentence_words::SentenceWords;
use crate::facts::references::tense::is_in_past_tense;
use crate::facts::references::work::WorkKind;

/// The fewest words of a sentence that continues another: less is a heading or a label.
const MIN_WORDS: usize = 5;

/// Whether a sentence that follows a reference continues it, though on its own it could be about this report.
pub fn continues(words: &SentenceWords, open: &OpenReference) -> bool {
    let follows_at_once = open.sentences_since == 0;
    let follows = || {
        names_item(words)
            || says_more(words)
            || (open.is_past_account && !open.is_other_paragraph && is_in_past_tense(words) && !is_of_now(words))
            || compares_with_now(words)
    };
    words.places().len() >= MIN_WORDS && ((follows_at_once && follows()) || tells_outcome(words, open))
}

/// Whether the sentence names an item or judgment that the reference before it has introduced: "these areas for
/// improvement", "two causes of concern", "was graded as requiring improvement".
fn names_item(words: &SentenceWords) -> bool {
    words.places().any(|place| match words.work_at(place) {
        Some((WorkKind::Item, _)) if words.is_one_of(place, "cause causes") => !is_stated_as_new(words, place),
        Some((WorkKind::Item, _)) => words.is_preceded_by(place, "this these those"),
        Some((WorkKind::Recommendation, _)) => {
            let pointing = "this these those the our hmic hmicfrs all both each clear other of two three four above";
            words.contains_any_in(place.saturating_sub(4)..place, pointing) && !words.is_possessed_by_others(place)
        }
        _ => {
            let was_concerned =
                inspection_verb(words, place).is_some_and(|verb| words.word_at(verb + 1) == "concerned");
            let is_recommended = words.word_at(place) == "recommended" && words.is_preceded_by(place, "the");
            was_concerned || is_recommended || words.is_grading(place)
        }
    })
}

/// Whether a sentence in the past tense tells of this inspection: "Officers told us", "We were told".
fn is_of_now(words: &SentenceWords) -> bool {
    const NOW: [&str; 4] = [
        "told us",
        "we were told",
        "we ?also spoke|interviewed|visited|observed|reviewed|examined|listened|sampled|surveyed|asked",
        "said ?that they",
    ];
    has_phrase(words, &NOW)
}

/// Whether a cause of concern is stated as this report's own: "is a cause of concern".
fn is_stated_as_new(words: &SentenceWords, index: usize) -> bool {
    words.contains_any_in(index.saturating_sub(2)..index, "is are")
}

/// Whether the sentence says more of what the earlier inspection said: "It also found that ...", "The report said".
fn says_more(words: &SentenceWords) -> bool {
    const MORE: &[&str] = &[
        "it|they|we|hmic|hmicfrs|this ?had also found|said|identified|highlighted|raised|recommended|noted|reported|stated|concluded|advised|made|told",
        "the|that|those|our report|inspection|review|findings ?also found|said|identified|highlighted|raised|recommended|noted|reported|stated|concluded|showed",
    ];
    begins_with(words, MORE)
}

/// Whether the sentence says what became of it: "The force has responded positively", "This policy still remains in
/// place". One that does not follow at once has to say more clearly that it goes back to the reference.
fn tells_outcome(words: &SentenceWords, open: &OpenReference) -> bool {
    const BACK: [&str; 3] = [
        "?however|but|overall|although|while|and|despite ?the|this|these|those|such|sufficient|some|little|good|no \
            force|it|they|this|these|those|such|alliance|changes|progress|improvements|constabulary|service|department",
        "?however|but|although since ?then|that|our",
        "as ?a result",
    ];
    const CLEARLY_BACK: [&str; 2] =
        ["?however|but the|this force|constabulary|policy|practice|problem still", "?the force has|is respond*"];
    let begins_back =
        if open.sentences_since == 0 { begins_with(words, &BACK) } else { begins_with(words, &CLEARLY_BACK) };
    let is_outcome = || outcome::find_outcome(words).is_some_and(|(status, _)| outcome::is_later(status));
    begins_back && !words.contains_any("should must needs") && is_outcome()
}

/// Whether the sentence sets this inspection against the earlier one: "In 2016 we found an improved response", "This is
/// consistent with what we found this year".
fn compares_with_now(words: &SentenceWords) -> bool {
    const OURS: [&str; 3] = ["we|hmic|hmicfrs", "this|our inspection", "still|remain|remains|now|again|improved"];
    let is_framed = begins_with(words, &["?however|but in|during", "?however|but this year"])
        && (words.is_year_of_cycle(1) || words.is_year_of_cycle(2) || has_phrase(words, &["this year|inspection"]))
        && has_phrase(words, &OURS);
    let is_likened =
        has_phrase(words, &["consistent|compar*|contrast*|line|similar with|to what we|hmic|hmicfrs found"]);
    is_framed || is_likened
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{ReferenceStatus, ReferenceSubject};

    fn goes_on(sentence: &str) -> bool {
        let (subject, status) = (ReferenceSubject::Finding, ReferenceStatus::RaisedBefore);
        let open =
            OpenReference { is_past_account: true, is_other_paragraph: false, sentences_since: 0, subject, status };
        continues(&SentenceWords::new(sentence, 2016), &open)
    }

    #[test]
    fn a_sentence_may_continue_one_about_earlier_work() {
        for sentence in [
            "Two causes of concern were identified.",
            "Exshire Police was graded as requiring improvement at protecting people.",
            "These areas for improvement had not been dealt with.",
            "HMIC was concerned that more was needed.",
            "It also found that few officers knew of it.",
            "Children were incorrectly graded at a lower level and could have been exposed to harm.",
            "Force policy allowed officer discretion to complete a risk assessment.",
            "The force has responded positively and has made improvements.",
            "In 2016, this policy still remains in place.",
            "In 2016 we found that these standards have been maintained.",
            "This is consistent with what we found this year.",
        ] {
            assert!(goes_on(sentence), "{sentence}");
        }
    }

    #[test]
    fn a_new_matter_does_not_continue_it() {
        for sentence in [
            "The force now has a plan.",
            "Cause of concern",
            "The force’s response to domestic abuse is a cause of concern to HMIC.",
            "Officers told us that they welcome the training.",
            "The force should make sure that risk assessments are consistently applied.",
            "During our inspection we found that officers were well trained.",
        ] {
            assert!(!goes_on(sentence), "{sentence}");
        }
    }
}
