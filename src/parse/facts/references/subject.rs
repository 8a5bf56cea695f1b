//! What a sentence about earlier work speaks of: a cause of concern, a recommendation, a judgment and so on.

use crate::facts::references::phrase::has_phrase;
use crate::facts::references::sentence_words::SentenceWords;
use model::ReferenceSubject;

/// The phrases of each subject; the first row of which a sentence has a phrase counts.
const PHRASES: [(ReferenceSubject, &[&str]); 8] = [
    (ReferenceSubject::Inspection, &["be|is|are found|available|read on|at"]),
    (ReferenceSubject::Recommendation, &["we|hmic|hmicfrs|inspectorate|report ?also ?had ?previously recommended"]),
    (ReferenceSubject::CauseOfConcern, &["cause|causes of ?serious concern|concerns"]),
    (ReferenceSubject::Finding, &["area|areas for|of improvement", "afi|afis"]),
    (ReferenceSubject::Recommendation, &["recommendation|recommendations|recommended"]),
    (
        ReferenceSubject::Judgment,
        &[
            "judged|judgment|judgments|judgement|judgements",
            "graded|rated ..5 good|outstanding|adequate|inadequate|requiring",
            "previous|our|last|same|in ..2 grade|grades|grading|gradings",
            "assessed|assessment ..3 as ?be good|outstanding|adequate|inadequate|requiring",
        ],
    ),
    (
        ReferenceSubject::Finding,
        &["found|finding|findings|identif*|highlight*|raised|observ*|concern|concerns|concerned|\
        noted|said|reported|stated|told|concluded|expressed|stressed|advised|assessed ?that"],
    ),
    (ReferenceSubject::Inspection, &["inspect*|reinspect*|report|reports|review|revisit*|assess*|visit*"]),
];

/// Whether a subject is so general that the sentence before says better what is spoken of.
pub fn is_general(subject: ReferenceSubject) -> bool {
    matches!(subject, ReferenceSubject::Finding | ReferenceSubject::Inspection)
}

/// What the sentence speaks of; `None` if it does not say so itself.
pub fn subject_of(words: &SentenceWords) -> Option<ReferenceSubject> {
    PHRASES.iter().find(|(_, phrases)| has_phrase(words, phrases)).map(|(subject, _)| *subject)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_specific_word_says_what_a_sentence_speaks_of() {
        let subject = |sentence| subject_of(&SentenceWords::new(sentence, 2017));
        assert_eq!(
            subject("The cause of concern we identified in our 2015 inspection has been alleviated."),
            Some(ReferenceSubject::CauseOfConcern)
        );
        assert_eq!(
            subject("To address this cause of concern, HMIC recommended a review."),
            Some(ReferenceSubject::Recommendation)
        );
        assert_eq!(subject("In 2015 we judged the force as good."), Some(ReferenceSubject::Judgment));
        assert_eq!(subject("In our 2015 report, we found few plans."), Some(ReferenceSubject::Finding));
        assert_eq!(subject("Much has changed since we last inspected."), Some(ReferenceSubject::Inspection));
        assert_eq!(subject("Officers were slow."), None);
    }
}
