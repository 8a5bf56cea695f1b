//! Finds sentences that state a grade in prose, to compare it with the printed grade.

use crate::structure::draft::ReportDraft;
use intake::block::Block;
use model::folding::fold_phrase;
use model::problem::ProblemKind;
use model::{Grade, JudgmentKey};

/// The grade that a sentence of `text` gives for exactly this topic: "the force requires improvement at <topic>".
///
/// Grade words are also ordinary words ("outstanding suspects", "good practice"), so only the full phrase with its
/// topic counts.
pub fn claimed_grade(text: &str, topic: &str) -> Option<Grade> {
    let (text, topic) = (fold_phrase(text), fold_phrase(topic));
    // A quick check: most texts do not have the topic.
    if !text.contains(&topic) {
        return None;
    }
    Grade::ALL.into_iter().find(|grade| {
        let word = fold_phrase(grade.name());
        let (verb, judged) = match grade {
            Grade::RequiresImprovement => (word.clone(), "requiring improvement".to_string()),
            _ => (format!("is {word}"), word),
        };
        let claims = [
            format!("{verb} at {topic}"),
            format!("{verb} in {topic}"),
            format!("{verb} in respect of its effectiveness at {topic}"),
            format!("assessed as {judged} in respect of how effective it is at {topic}"),
            format!("assessed as {judged} in respect of {topic}"),
            format!("judged to be {judged} in {topic}"),
            format!("judged to be {judged} at {topic}"),
            format!("considered to be {judged} in {topic}"),
            format!("considered to be {judged} at {topic}"),
        ];
        claims.iter().any(|claim| text.contains(claim))
    })
}

/// Adds a problem for each block that gives the judgment a different grade from the printed one.
pub fn add_contradictions(blocks: &[Block], key: Option<&JudgmentKey>, topic: &str, draft: &mut ReportDraft) {
    let judged = draft.judgments.iter().rev().find(|j| Some(&j.key) == key);
    let Some((area, printed, at)) = judged.and_then(|j| Some((j.area.clone(), j.grade?, j.passages.clone()))) else {
        return;
    };
    for block in blocks {
        if let Some(sentence) = claimed_grade(&block.text(), topic).filter(|claimed| *claimed != printed) {
            let passages = [at.clone(), draft.passages_of(&[block])].concat();
            draft
                .problems
                .push(ProblemKind::Contradiction { area: area.clone(), printed, sentence }.into_problem(passages));
        }
    }
}

/// The topic of a question: "tackling serious and organised crime" in "How effective is the force at tackling ...?".
pub fn question_topic(question: &str) -> &str {
    let question = question.trim_end_matches(['?', ' ']);
    question.strip_prefix("How effective is the force at ").unwrap_or(question)
}

/// The topic of the overall judgment of every effectiveness report.
pub const OVERALL_TOPIC: &str = "keeping people safe and reducing crime";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_full_phrase_with_its_topic_is_a_claim() {
        let topic = question_topic("How effective is the force at tackling serious and organised crime?");
        let claim = |text| claimed_grade(text, topic);
        assert_eq!(
            claim("overall the force requires improvement at tackling serious and organised crime."),
            Some(Grade::RequiresImprovement)
        );
        assert_eq!(claim("The force is good at tackling serious\nand organised crime"), Some(Grade::Good));
        assert_eq!(claim("The force is good at managing its overall response to organised crime."), None);
        assert_eq!(claim("outstanding suspects; good at investigating"), None);
    }

    #[test]
    fn an_overall_claim_is_made_in_respect_of_effectiveness() {
        let claim = |text| claimed_grade(text, OVERALL_TOPIC);
        let assessed = "Exshire Police has been assessed as requiring improvement in respect of how effective it is at \
                        keeping people safe and reducing crime.";
        assert_eq!(claim(assessed), Some(Grade::RequiresImprovement));
        let stated = "It is good in respect of its effectiveness at keeping people safe and reducing crime.";
        assert_eq!(claim(stated), Some(Grade::Good));
    }
}
