//! The tense of a sentence, as far as its verbs show it.

use crate::facts::references::phrase::has_phrase;
use crate::facts::references::sentence_words::SentenceWords;
use std::ops::Range;

/// Whether the sentence is in the past tense throughout: "Children were incorrectly graded at a lower level". One that
/// speaks of now or of this inspection is not.
pub fn is_in_past_tense(words: &SentenceWords) -> bool {
    const PAST: &str = "was were had did wasn't weren't hadn't didn't could found allowed led made took gave saw went \
        became began felt";
    const NOW: [&str; 3] = ["this year", "this|our inspection ?found|we", "our fieldwork"];
    let is_past_verb = |place: usize| {
        words.word_at(place).ends_with("ed") && !words.is_preceded_by(place, "a an the of by and to more be not well")
    };
    let is_past = words.contains_any(PAST) || (1..5).any(is_past_verb);
    is_past && !has_present_verb(words, words.places()) && !has_phrase(words, &NOW) && !names_cycle_year(words)
}

/// Whether a verb within some places is in the present tense or the present perfect. "have" after "should" is not.
pub fn has_present_verb(words: &SentenceWords, within: Range<usize>) -> bool {
    const PRESENT: &str = "is are has do does isn't aren't hasn't haven't doesn't don't now currently will can needs \
        remains recognises acknowledges intends plans";
    let is_have = |place: usize| {
        words.word_at(place) == "have" && !words.is_preceded_by(place, "should could would might may must to not")
    };
    words.contains_any_in(within.clone(), PRESENT) || within.into_iter().any(is_have)
}

/// Whether the sentence names the year of the report's own cycle, or a later one.
fn names_cycle_year(words: &SentenceWords) -> bool {
    words.places().any(|place| words.is_year(place) && !words.is_earlier_year(place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_in_the_past_tense_if_no_verb_is_in_the_present() {
        let is_past = |sentence| is_in_past_tense(&SentenceWords::new(sentence, 2016));
        assert!(is_past("Children were graded at a lower level and could have been exposed to harm."));
        assert!(is_past("Force policy allowed officers discretion."));
        assert!(!is_past("The force has trained staff who were new."));
        assert!(!is_past("In 2016 we found that staff were trained."));
        assert!(!is_past("The team of experienced officers works well."));
    }
}
