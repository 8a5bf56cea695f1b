//! A report that has lost one grade or one heading is read without it, says so, and is otherwise the same.

use crate::{same, samples};
use model::fold::fold;
use model::{Finding, Judgment, Report};
use parse::{Parsed, Role, parse};
use proptest::prelude::*;
use std::sync::LazyLock;
use tests::held;
use tests::synthetic;

/// Every text that is read whole, and whose headings are marked by more than their position.
fn texts() -> &'static [(String, String, Parsed)] {
    static TEXTS: LazyLock<Vec<(String, String, Parsed)>> = LazyLock::new(|| {
        let held = held::sources().iter().map(|source| (source.file.clone(), source.text.clone()));
        let samples = samples::samples().into_iter().map(|(path, _, text)| (path.display().to_string(), text));
        let synthetic = synthetic::TEXTS.iter().map(|(name, text)| (name.to_string(), text.to_string()));
        let is_marked = |name: &str| ["crime", "effectiveness"].iter().any(|format| name.contains(format));
        let all = held.chain(samples).chain(synthetic).filter(|(name, _)| is_marked(name));
        let whole = |(name, text): (String, String)| {
            let parsed = parse(&name, &text).expect("the whole text is read");
            (name, text, parsed)
        };
        all.map(whole).filter(|(_, _, parsed)| parsed.report.problems.is_empty()).collect()
    });
    &TEXTS
}

/// The lines of each grade and heading of a text.
///
/// Where the heading of a box is lost behind another box, nobody can tell that its items are of another kind.
fn places(text: &str, parsed: &Parsed) -> Vec<(usize, usize)> {
    const BOXES: [&str; 3] = ["area for improvement", "areas for improvement", "recommendations"];
    let lines: Vec<&str> = text.lines().collect();
    let is_place = |role: &Role| matches!(role, Role::Judgment | Role::Heading);
    let roles = &parsed.roles;
    let is_behind_item = |n: usize| {
        let above =
            roles[..n].iter().rev().find(|role| !matches!(role, Role::Blank | Role::Furniture | Role::Footnote));
        above.is_some_and(|role| matches!(role, Role::Finding | Role::Body))
            && BOXES.contains(&fold(lines[n].trim()).as_str())
    };
    let starts = (0..roles.len()).filter(|n| is_place(&roles[*n]) && (*n == 0 || roles[*n - 1] != roles[*n]));
    let starts = starts.filter(|n| !is_behind_item(*n));
    starts.map(|from| (from, roles[from..].iter().take_while(|role| **role == roles[from]).count())).collect()
}

/// The text without these lines.
fn without(text: &str, (from, length): (usize, usize)) -> String {
    let lines = text.lines().enumerate().filter(|(n, _)| !(from..from + length).contains(n));
    lines.map(|(_, line)| format!("{line}\n")).collect()
}

fn names(judgment: &Judgment) -> impl Iterator<Item = &String> {
    std::iter::once(&judgment.area).chain(&judgment.also_called)
}

fn judgment_of<'r>(report: &'r Report, finding: &Finding) -> Option<&'r Judgment> {
    report.judgments.iter().find(|j| Some(&j.key) == finding.judgment.as_ref())
}

/// What a text without these lines says that the whole one does not, and what it keeps to itself.
fn faults(whole: &Report, found: &Report) -> Vec<String> {
    let mut faults = Vec::new();
    let is_same = |one: &Judgment, other: &Judgment| {
        names(one).any(|name| names(other).any(|n| fold(n) == fold(name)))
            && one.grade == other.grade
            && (one.grade.is_some() || one.state == other.state)
    };
    for judgment in found.judgments.iter().filter(|j| !whole.judgments.iter().any(|other| is_same(j, other))) {
        faults.push(format!("invented {:?} {:?}: {}", judgment.state, judgment.grade, judgment.area));
    }
    for finding in &found.findings {
        let of = judgment_of(found, finding);
        let is_known = whole.findings.iter().any(|other| {
            let known = judgment_of(whole, other);
            let is_at_home = of.is_none_or(|of| known.is_some_and(|known| is_same(of, known)));
            is_at_home && other.kind == finding.kind && other.text == finding.text
        });
        if !is_known {
            faults.push(format!("invented {:?} of {:?}: {}", finding.kind, of.map(|of| &of.area), finding.text));
        }
    }
    let lacks = whole.judgments.len() > found.judgments.len() || whole.findings.len() > found.findings.len();
    let told = |report: &Report| report.problems.iter().map(|p| p.message.clone()).collect::<Vec<_>>();
    let known = told(whole);
    if lacks && told(found).iter().all(|message| known.contains(message)) {
        faults.push("lost in silence".to_string());
    }
    faults
}

proptest! {
    #![proptest_config(same::cases(100))]

    #[test]
    fn one_grade_or_heading_that_is_lost_takes_nothing_else_with_it(n in any::<prop::sample::Index>(), at in any::<prop::sample::Index>()) {
        let (name, text, whole) = n.get(texts());
        let place = *at.get(&places(text, whole));
        let Ok(found) = parse(name, &without(text, place)) else { return Ok(()) };
        let faults = faults(&whole.report, &found.report);
        prop_assert!(faults.is_empty(), "{name} without line {}: {faults:#?}", place.0 + 1);
    }
}
