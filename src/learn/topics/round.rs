//! Which round of inspections a finding is from.

use super::{Choices, Topic, choose_from};
use crate::giveaway::names_a_year;
use corpus::Corpus;
use explore::pages::phrasing;
use fastrand::Rng;
use model::{Finding, Report};

/// The row of the table.
pub const TOPIC: Topic = Topic {
    name: "round",
    prompt: "Which round of inspections is this from?",
    can_be_asked: |_, _, _, words| !names_a_year(words),
    choices,
};

fn choices(corpus: &Corpus, report: &Report, _: &Finding, random: &mut Rng) -> Option<Choices> {
    let all: Vec<&str> = corpus.cycles.iter().map(|cycle| cycle.id.as_str()).collect();
    let right = all.iter().position(|id| *id == report.cycle)?;
    let wrong = (0..all.len()).filter(|n| *n != right).collect();
    let (texts, right) = choose_from(&all, right, wrong, random)?;
    let statement = format!("This is from {}.", phrasing::report_name(report));
    Some(Choices { context: String::new(), texts, right, statement, said: None })
}
