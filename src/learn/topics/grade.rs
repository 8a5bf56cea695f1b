//! Which grade was given to what a finding belongs to.

use super::{Choices, Topic};
use crate::giveaway::names_a_grade;
use corpus::Corpus;
use explore::pages::{phrasing, tile};
use fastrand::Rng;
use model::{Finding, Grade, Judgment, JudgmentStatus, Report};

/// The row of the table.
pub const TOPIC: Topic = Topic {
    name: "grade",
    prompt: "Which grade was given here?",
    can_be_asked: |_, report, finding, words| graded(report, finding).is_some() && !names_a_grade(words),
    choices,
};

/// The judgment that a finding belongs to, and the grade that was given in this inspection and that its report does not
/// contradict.
fn graded<'r>(report: &'r Report, finding: &Finding) -> Option<(&'r Judgment, Grade)> {
    let judgment = report.judgment(finding.judgment.as_ref()?)?;
    let is_new = judgment.status == JudgmentStatus::Graded;
    let is_sure = is_new && !tile::is_contradicted(report, judgment);
    judgment.grade.filter(|grade| is_sure && report.scale.grades().contains(grade)).map(|grade| (judgment, grade))
}

fn choices(_: &Corpus, report: &Report, finding: &Finding, _: &mut Rng) -> Option<Choices> {
    let (judgment, grade) = graded(report, finding)?;
    let grades = report.scale.grades();
    let name = phrasing::judged_name(judgment);
    let after = if name.ends_with('?') { "" } else { "." };
    Some(Choices {
        statement: format!("Graded {grade}. {name}{after}"),
        context: name,
        texts: grades.iter().map(|grade| grade.name().to_string()).collect(),
        right: grades.iter().position(|other| *other == grade)?,
        said: None,
    })
}
