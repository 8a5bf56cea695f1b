//! Reads sentences that give the grade of an area, or say why it has none.

use crate::structure::draft::ReportDraft;
use crate::structure::outline::{names_year_in, similarity};
use intake::link_markup::remove_links;
use intake::sentence::split_sentences;
use model::folding::fold_phrase;
use model::{Grade, JudgmentStatus};

/// The grade, and the name that the sentence uses for the area: "Warwickshire Police is adequate at prevention and
/// deterrence."
///
/// The sentence must be a paragraph of its own with the force as its subject and only one grade. "I am pleased that the
/// force is good at ..." and "Every team is good at ..." do not count.
pub fn parse_grade_sentence(text: &str, draft: &ReportDraft) -> Option<(Grade, String)> {
    let (text, _) = remove_links(text);
    let (grade, subject, name) = Grade::ALL.into_iter().find_map(|grade| {
        let (subject, name) = split_at_grade(&text, grade)?;
        Some((grade, subject, name.strip_suffix('.')?))
    })?;
    let is_one_sentence = !name.contains(". ") && !name.contains(" but ");
    let is_one_grade = Grade::ALL.iter().all(|other| {
        let word = other.name().to_lowercase();
        [" at ", " in "].iter().all(|at| !name.contains(&format!("{word}{at}")))
    });
    (is_one_sentence && is_one_grade && is_force_subject(subject, draft)).then(|| (grade, name.to_string()))
}

/// The words with which a sentence gives a grade: "is good", "requires improvement".
pub fn grade_verb(grade: Grade) -> String {
    let word = grade.name().to_lowercase();
    if grade == Grade::RequiresImprovement { word } else { format!("is {word}") }
}

/// The words before and after "is good at" or "is good in", for this grade.
fn split_at_grade(text: &str, grade: Grade) -> Option<(&str, &str)> {
    let verb = grade_verb(grade);
    ["at", "in"].iter().find_map(|at| text.split_once(&format!(" {verb} {at} ")))
}

/// Whether a subject is "The force", "The constabulary", "The service" or the name of the report's own force.
fn is_force_subject(subject: &str, draft: &ReportDraft) -> bool {
    let bare = subject.strip_prefix("The ").or(subject.strip_prefix("the ")).unwrap_or(subject);
    (bare.len() < subject.len() && ["force", "constabulary", "service"].contains(&bare)) || draft.is_report_force(bare)
}

/// Why an area has no grade, if a paragraph says so.
///
/// Sentences that name a year before `first_year` are not about this inspection.
pub fn absence_status(text: &str, area: &str, first_year: u32) -> Option<JudgmentStatus> {
    split_sentences(text).find_map(|sentence| absence_in_sentence(&fold_phrase(sentence.text), area, first_year))
}

/// Why an area has no grade, if a folded sentence says so of this inspection of this area. Earlier years do not count.
fn absence_in_sentence(sentence: &str, area: &str, first_year: u32) -> Option<JudgmentStatus> {
    if names_year_in(sentence, 1990..first_year) {
        return None;
    }
    let is_about = |words: &str| {
        let words = words.trim();
        words.contains("this area") || words.starts_with("how ") || similarity(words, area) > 0
    };
    let around = |phrases: &[&str]| phrases.iter().find_map(|phrase| sentence.split_once(phrase));
    let is_inspection = |words: &str| words.contains("inspection") && !words.contains("which");
    if around(&["hasn't yet been completed", "has not yet been completed", "isn't yet complete", "is not yet complete"])
        .is_some_and(|(before, _)| is_inspection(before))
    {
        return Some(JudgmentStatus::Pending);
    }
    let active = around(&["we did not inspect", "we didn't inspect", "we haven't inspected", "we have not inspected"]);
    let passive = around(&["was not inspected", "wasn't inspected", "has not been inspected", "hasn't been inspected"]);
    if active.is_some_and(|(_, what)| is_about(what)) || passive.is_some_and(|(what, _)| is_about(what)) {
        return Some(JudgmentStatus::NotInspected);
    }
    let active = around(&["we don't make a graded judgment", "we do not make a graded judgment", "we don't grade"])
        .or(around(&["we do not grade", "we haven't graded", "we have not graded"]));
    let passive = around(&["is ungraded", "isn't graded", "is not graded"]);
    let is_ungraded = active.is_some_and(|(_, what)| is_about(what)) || passive.is_some_and(|(what, _)| is_about(what));
    is_ungraded.then_some(JudgmentStatus::Ungraded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_sentence_about_this_inspection_of_this_area_explains_a_missing_grade() {
        let soc = |text| absence_status(text, "Disrupting serious organised crime", 2021);
        let pending = "We inspect this by region. Our SOC inspection of Exshire Police hasn’t yet been completed. We will \
                       update our website.";
        assert_eq!(soc(pending), Some(JudgmentStatus::Pending));
        for text in [
            "We did not inspect how Exshire Police disrupts serious organised crime.",
            "We didn’t inspect this area of the force on this occasion.",
            "Serious organised crime wasn't inspected this time.",
        ] {
            assert_eq!(soc(text), Some(JudgmentStatus::NotInspected), "{text}");
        }
        assert_eq!(soc("We don't grade this area in 2021/22. It is new."), Some(JudgmentStatus::Ungraded));
        for text in [
            "The force started a survey, which hasn't yet been completed.",
            "The inspection found a survey which hasn't yet been completed.",
            "One patrol car in five wasn't inspected before it went out.",
            "Because of the pandemic, we didn't inspect forces in 2020.",
            "We didn't inspect this area in 2019.",
            "It influences graded judgments in the other areas we have inspected.",
        ] {
            assert_eq!(soc(text), None, "{text}");
        }
    }
}
