//! A report that has lost one grade or heading is read without it, with a problem that says so, and otherwise the same.

use crate::properties;
use crate::samples;
use model::folding::fold_phrase;
use model::{Finding, Judgment, Report};
use parse::{LineRole, ParsedReport, parse_report};
use proptest::prelude::*;
use std::sync::LazyLock;
use tests::repository;
use tests::synthetic;

/// Every text that is read without problems, in a format whose headings are marked by more than their position.
fn all_texts() -> &'static [(String, String, ParsedReport)] {
    static TEXTS: LazyLock<Vec<(String, String, ParsedReport)>> = LazyLock::new(|| {
        let held = repository::fixture().sources().iter().map(|source| (source.file.clone(), source.text.clone()));
        let samples = samples::all_samples().into_iter().map(|(path, _, text)| (path.display().to_string(), text));
        let synthetic = synthetic::INVENTED_REPORTS.iter().map(|(name, text)| (name.to_string(), text.to_string()));
        let is_marked = |name: &str| ["crime", "effectiveness"].iter().any(|format| name.contains(format));
        let all = held.chain(samples).chain(synthetic).filter(|(name, _)| is_marked(name));
        let whole = |(name, text): (String, String)| {
            let parsed = parse_report(&name, &text).expect("the whole text is read");
            (name, text, parsed)
        };
        all.map(whole).filter(|(_, _, parsed)| parsed.report.problems.is_empty()).collect()
    });
    &TEXTS
}

/// The first line, counted from 0, and the number of lines of each grade and heading.
///
/// The heading of a box that follows another box is left out: without it, nobody could tell that its items are of
/// another kind.
fn grades_and_headings(text: &str, parsed: &ParsedReport) -> Vec<(usize, usize)> {
    const BOXES: [&str; 3] = ["area for improvement", "areas for improvement", "recommendations"];
    let lines: Vec<&str> = text.lines().collect();
    let is_place = |role: &LineRole| matches!(role, LineRole::Judgment | LineRole::Heading);
    let roles = &parsed.roles;
    let is_behind_item = |n: usize| {
        let above = roles[..n]
            .iter()
            .rev()
            .find(|role| !matches!(role, LineRole::Blank | LineRole::Furniture | LineRole::Footnote));
        above.is_some_and(|role| matches!(role, LineRole::Finding | LineRole::FindingBody))
            && BOXES.contains(&fold_phrase(lines[n].trim()).as_str())
    };
    let starts = (0..roles.len()).filter(|n| is_place(&roles[*n]) && (*n == 0 || roles[*n - 1] != roles[*n]));
    let starts = starts.filter(|n| !is_behind_item(*n));
    starts.map(|from| (from, roles[from..].iter().take_while(|role| **role == roles[from]).count())).collect()
}

/// The text without these lines.
fn without_lines(text: &str, (from, length): (usize, usize)) -> String {
    let lines = text.lines().enumerate().filter(|(n, _)| !(from..from + length).contains(n));
    lines.map(|(_, line)| format!("{line}\n")).collect()
}

/// The name of the area or question of a judgment, and its other names.
fn names_of(judgment: &Judgment) -> impl Iterator<Item = &String> {
    std::iter::once(&judgment.area).chain(&judgment.also_called)
}

/// The judgment that a finding belongs to.
fn judgment_of<'r>(report: &'r Report, finding: &Finding) -> Option<&'r Judgment> {
    report.judgments.iter().find(|j| Some(&j.key) == finding.judgment.as_ref())
}

/// What is read from a damaged text but not from the whole one, and whether something is missing without a problem.
fn reading_faults(whole: &Report, found: &Report) -> Vec<String> {
    let mut faults = Vec::new();
    let is_same = |one: &Judgment, other: &Judgment| {
        names_of(one).any(|name| names_of(other).any(|n| fold_phrase(n) == fold_phrase(name)))
            && one.grade == other.grade
            && (one.grade.is_some() || one.status == other.status)
    };
    for judgment in found.judgments.iter().filter(|j| !whole.judgments.iter().any(|other| is_same(j, other))) {
        faults.push(format!("invented {:?} {:?}: {}", judgment.status, judgment.grade, judgment.area));
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
    let messages = |report: &Report| report.problems.iter().map(|p| p.message.clone()).collect::<Vec<_>>();
    let known = messages(whole);
    if lacks && messages(found).iter().all(|message| known.contains(message)) {
        faults.push("lost without a problem".to_string());
    }
    faults
}

proptest! {
    #![proptest_config(properties::property_config(100))]

    #[test]
    fn a_lost_grade_or_heading_affects_nothing_else(n in any::<prop::sample::Index>(), at in any::<prop::sample::Index>()) {
        let (name, text, whole) = n.get(all_texts());
        let place = *at.get(&grades_and_headings(text, whole));
        let Ok(found) = parse_report(name, &without_lines(text, place)) else { return Ok(()) };
        let faults = reading_faults(&whole.report, &found.report);
        prop_assert!(faults.is_empty(), "{name} without line {}: {faults:#?}", place.0 + 1);
    }
}
