//! Sentences that state a grade in prose, to be held against the grade that is printed.

use crate::fold::fold;
use crate::model::Grade;

/// The grade that a sentence of `text` gives for exactly `topic`: "the force requires improvement at <topic>".
///
/// Grade words are also ordinary words ("outstanding suspects", "good practice"), so nothing short of
/// the full phrase with its topic counts.
pub fn grade_claimed(text: &str, topic: &str) -> Option<Grade> {
    let (text, topic) = (fold(text), fold(topic));
    Grade::ALL.into_iter().find(|grade| {
        let word = fold(grade.word());
        let verb = if *grade == Grade::RequiresImprovement { word } else { format!("is {word}") };
        ["at", "in"].iter().any(|at| text.contains(&format!("{verb} {at} {topic}")))
    })
}

/// What a question asks about: "tackling serious and organised crime" of "How effective is the force at tackling ...?".
pub fn topic(question: &str) -> &str {
    let question = question.trim_end_matches(['?', ' ']);
    question.strip_prefix("How effective is the force at ").unwrap_or(question)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_full_phrase_with_its_topic_is_a_claim() {
        let topic = topic("How effective is the force at tackling serious and organised crime?");
        let claim = |text| grade_claimed(text, topic);
        assert_eq!(
            claim("overall the force requires improvement at tackling serious and organised crime."),
            Some(Grade::RequiresImprovement)
        );
        assert_eq!(claim("The force is good at tackling serious\nand organised crime"), Some(Grade::Good));
        assert_eq!(claim("The force is good at managing its overall response to organised crime."), None);
        assert_eq!(claim("outstanding suspects; good at investigating"), None);
    }
}
