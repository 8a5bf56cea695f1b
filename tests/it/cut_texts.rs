//! Texts that are cut off, or whose sections are in another order, are never misread.

use crate::properties;
use model::{Finding, Judgment, Report, Scope};
use parse::parse_report;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::LazyLock;
use tests::repository;
use tests::synthetic;

/// The first part of a text, of this share, cut at a character boundary.
fn first_part(text: &str, share: f64) -> &str {
    let end = (text.len() as f64 * share) as usize;
    let end = (0..=end).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    &text[..end]
}

/// The name, the text and the report of every held source and invented text.
fn all_texts() -> &'static [(&'static str, &'static str, Report)] {
    static TEXTS: LazyLock<Vec<(&str, &str, Report)>> = LazyLock::new(|| {
        let held = repository::fixture().sources().iter().map(|source| (source.file.as_str(), source.text.as_str()));
        let whole = |(name, text)| (name, text, parse_report(name, text).expect("the whole text is read").report);
        held.chain(synthetic::INVENTED_REPORTS).map(whole).collect()
    });
    &TEXTS
}

proptest! {
    #![proptest_config(properties::property_config(100))]

    #[test]
    fn a_cut_text_is_refused_or_reports_the_missing_part_and_invents_nothing(n in 0..all_texts().len(), share in 0.0..1.0_f64) {
        let (name, text, whole) = &all_texts()[n];
        let part = first_part(text.trim_end(), share);
        let Ok(found) = parse_report(name, part).map(|parsed| parsed.report) else { return Ok(()) };
        for judgment in &found.judgments {
            let is_same = |j: &&Judgment| {
                let is_called = j.area == judgment.area || j.also_called.contains(&judgment.area);
                is_called && (j.status, j.grade) == (judgment.status, judgment.grade)
            };
            prop_assert!(whole.judgments.iter().any(|j| is_same(&j)), "{name} cut at {}: {judgment:?}", part.len());
        }
        for finding in &found.findings {
            let is_start = whole.findings.iter().any(|f| f.kind == finding.kind && f.text.starts_with(&finding.text));
            prop_assert!(is_start, "{name} cut at {}: {:?} {}", part.len(), finding.kind, finding.text);
        }
        let lacks = found.judgments.len() < whole.judgments.len() || found.findings.len() < whole.findings.len();
        let is_reported = found.problems.iter().any(|problem| problem.kind_name == "missing_part");
        prop_assert!(!lacks || is_reported, "{name} cut at {}: nothing is reported", part.len());
    }
}

/// The judgments, and the findings with what they belong to, in any order.
fn contents_in_any_order(report: &Report) -> (BTreeSet<String>, BTreeSet<String>) {
    let judgments = report.judgments.iter().map(|j| format!("{} {:?} {:?}", j.area, j.status, j.grade)).collect();
    let of = |f: &Finding| {
        let area = report.judgments.iter().find(|j| Some(&j.key) == f.judgment.as_ref()).map(|j| &j.area);
        let parent = report.findings.iter().find(|p| Some(&p.key) == f.parent.as_ref()).map(|p| &p.text);
        format!("{:?} {:?} {:?} {:?} {:?} {:?}", f.kind, f.text, f.items, f.body, f.section, (area, parent))
    };
    (judgments, report.findings.iter().map(of).collect())
}

/// The text with its sections, all but the last, rotated by this many places.
fn rotate_sections(report: &Report, text: &str, places: usize) -> String {
    let is_section = |scope| matches!(scope, Scope::Question | Scope::Area);
    let lines: Vec<&str> = text.lines().collect();
    let heads = report.judgments.iter().filter(|j| is_section(j.scope)).map(|j| j.passages[0].lines[0] as usize - 1);
    // A question that was not inspected has no section, only its row in the table.
    let heads: BTreeSet<usize> = heads.filter(|line| !lines[*line].contains('\t')).collect();
    let heads: Vec<usize> = heads.into_iter().collect();
    let mut sections: Vec<&[&str]> = heads.windows(2).map(|pair| &lines[pair[0]..pair[1]]).collect();
    let length = sections.len().max(1);
    sections.rotate_left(places % length);
    let (first, last) = (heads[0], heads[heads.len() - 1]);
    let parts = std::iter::once(&lines[..first]).chain(sections).chain(std::iter::once(&lines[last..]));
    parts.flat_map(|part| part.iter()).map(|line| format!("{line}\n")).collect()
}

#[test]
fn sections_in_another_order_keep_their_findings() {
    // In the crime inspection a heading may follow its text, so sections cannot be cut at headings.
    let mut turns = 0;
    for (name, text, report) in
        all_texts().iter().filter(|(name, ..)| !name.contains("crime") && !name.contains("core"))
    {
        for places in 1..4 {
            let other = parse_report(name, &rotate_sections(report, text, places)).expect("it is still read").report;
            assert_eq!(contents_in_any_order(&other), contents_in_any_order(report), "{name} turned by {places}");
            turns += 1;
        }
    }
    assert_eq!(turns, 18, "three formats, a held and an invented text of each, three turns");
}
