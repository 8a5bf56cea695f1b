//! Which kind of finding the words are.

use super::{Choices, Topic, choose_from};
use crate::giveaway::names_a_kind;
use corpus::Corpus;
use fastrand::Rng;
use model::FindingKind::{self, *};
use model::{Finding, Report};

/// The row of the table.
pub const TOPIC: Topic = Topic {
    name: "kind",
    prompt: "What does the report call this?",
    can_be_asked: |_, _, words| !names_a_kind(words),
    choices,
};

/// Kinds that differ only in the report that prints them. A question has at most one of each group: the words alone do not
/// tell them apart.
const ALIKE: [&[FindingKind]; 2] = [
    &[MainFinding, Observation, VictimServiceFinding, SummaryPoint, LetterFinding],
    &[InnovativePractice, PromisingPractice],
];

fn choices(_: &Corpus, _: &Report, finding: &Finding, random: &mut Rng) -> Option<Choices> {
    let mut kinds = FindingKind::ALL.to_vec();
    random.shuffle(&mut kinds);
    let mut wrong: Vec<FindingKind> = Vec::new();
    for kind in kinds {
        if kind != finding.kind && !std::iter::once(&finding.kind).chain(&wrong).any(|other| are_alike(kind, *other)) {
            wrong.push(kind);
        }
    }
    let (chosen, right) = choose_from(&FindingKind::ALL, finding.kind, &wrong, random)?;
    Some(Choices {
        context: String::new(),
        texts: chosen.into_iter().map(|kind| kind.name().to_string()).collect(),
        right,
        statement: format!("The report prints this as: {}.", finding.kind.name()),
    })
}

fn are_alike(one: FindingKind, other: FindingKind) -> bool {
    ALIKE.iter().any(|group| group.contains(&one) && group.contains(&other))
}
