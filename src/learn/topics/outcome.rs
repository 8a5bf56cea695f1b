//! What a later report says became of a finding.

use super::{Choices, Topic};
use corpus::Corpus;
use explore::pages::phrasing;
use explore::pages::report::line_href;
use explore::pages::{Link, thread};
use fastrand::Rng;
use model::ReferenceStatus::{self, *};
use model::folding::fold_phrase;
use model::{Finding, Report, Statement, Thread};

/// The row of the table.
pub const TOPIC: Topic = Topic {
    name: "outcome",
    prompt: "What does a later report say became of the issue?",
    can_be_asked: |corpus, _, finding, words| {
        outcome(corpus, finding).is_some_and(|(_, _, statement)| {
            // The finding itself may speak of an earlier one.
            statement.status_words.as_ref().is_none_or(|said| !words.contains(&fold_phrase(said)))
        })
    },
    choices,
};

/// What can have become of a finding. Those in one group can be true at the same time: a question has one of each.
const GROUPS: [&[ReferenceStatus]; 3] =
    [&[Improved, PartlyResolved, Resolved], &[Unchanged, RaisedAgain, RaisedBefore], &[Declined]];

/// The group that a status belongs to.
fn group_of(status: ReferenceStatus) -> Option<usize> {
    GROUPS.iter().position(|group| group.contains(&status))
}

/// The thread of a finding, and the last sentence that a later report has on its issue, with that report. Only of threads that
/// a person has read: others may join what does not belong together. `None` if later sentences disagree.
fn outcome<'c>(corpus: &'c Corpus, finding: &Finding) -> Option<(&'c Thread, &'c Report, &'c Statement)> {
    let has_it = |thread: &&Thread| thread.is_reviewed && thread.has_finding(&finding.key);
    let thread = corpus.issues.threads.iter().find(has_it)?;
    let at = thread.steps.iter().position(|step| step.finding.as_ref() == Some(&finding.key))?;
    let own = &thread.steps[at].report;
    let mut last: Option<(&Report, &Statement)> = None;
    for step in thread.steps[at..].iter().filter(|step| step.report != *own) {
        for statement in step.statements.iter().filter(|statement| statement.status.says_what_became()) {
            let group = group_of(statement.status)?;
            if last.is_some_and(|(_, before)| group_of(before.status) != Some(group)) {
                return None;
            }
            last = Some((corpus.report(&step.report)?, statement));
        }
    }
    last.map(|(report, statement)| (thread, report, statement))
}

fn choices(corpus: &Corpus, _: &Report, finding: &Finding, random: &mut Rng) -> Option<Choices> {
    let (issue, report, statement) = outcome(corpus, finding)?;
    let right = group_of(statement.status)?;
    let mut texts = Vec::new();
    for (n, group) in GROUPS.iter().enumerate() {
        let status = if n == right { statement.status } else { group[random.usize(0..group.len())] };
        texts.push(thread::capitalised(status.name()));
    }
    let name = phrasing::report_name(report);
    let of = statement.speaks_of.as_ref().map(|earlier| format!(", of {}", earlier.inspection)).unwrap_or_default();
    Some(Choices {
        context: format!("The issue, in our words: {}", issue.name),
        texts,
        right,
        statement: format!(
            "In our reading {name} says{of}: {}. That both are about one issue is our reading too.",
            statement.status.name()
        ),
        said: Some((statement.in_context(), Link { href: line_href(report, statement.lines[0]), text: name })),
    })
}
