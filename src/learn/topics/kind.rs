//! Which kind of finding the words are.

use super::{Choices, Topic, choose_from};
use crate::giveaway::names_a_kind;
use corpus::Corpus;
use explore::pages::caveats::correction_of_kind;
use fastrand::Rng;
use model::FindingKind::{self, *};
use model::{Finding, Report};

/// The row of the table.
pub const TOPIC: Topic = Topic {
    name: "kind",
    prompt: "What does the report call this?",
    can_be_asked: |_, report, finding, words| {
        let is_of_report = !OURS.contains(&finding.kind) && correction_of_kind(report, finding).is_none();
        is_of_report && !names_a_kind(words)
    },
    choices,
};

/// Kinds that no report names: what this site calls them is not to be guessed.
const OURS: [FindingKind; 3] = [VictimServiceFinding, SummaryPoint, LetterFinding];

/// Kinds that differ only in the report that prints them. A question has at most one of each group: the words alone do not
/// tell them apart.
const ALIKE: [&[FindingKind]; 2] = [
    &[MainFinding, Observation, VictimServiceFinding, SummaryPoint, LetterFinding],
    &[InnovativePractice, PromisingPractice],
];

fn choices(_: &Corpus, _: &Report, finding: &Finding, random: &mut Rng) -> Option<Choices> {
    let kinds = FindingKind::ALL;
    let right = kinds.iter().position(|kind| *kind == finding.kind)?;
    let mut order: Vec<usize> = (0..kinds.len()).collect();
    random.shuffle(&mut order);
    let mut wrong: Vec<usize> = Vec::new();
    for n in order {
        let is_like = |other: &usize| are_alike(kinds[n], kinds[*other]);
        if n != right && !OURS.contains(&kinds[n]) && !is_like(&right) && !wrong.iter().any(is_like) {
            wrong.push(n);
        }
    }
    let (texts, right) = choose_from(&kinds.map(FindingKind::name), right, wrong, random)?;
    let statement = format!("The report prints this as: {}.", finding.kind.name());
    Some(Choices { context: String::new(), texts, right, statement, said: None })
}

fn are_alike(one: FindingKind, other: FindingKind) -> bool {
    ALIKE.iter().any(|group| group.contains(&one) && group.contains(&other))
}
