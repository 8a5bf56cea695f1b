//! The ledger: every line of a source is a part of the report, or a problem.

use crate::{golden, samples};
use model::folding::fold_phrase;
use model::line::source_lines;
use parse::{LineRole, ParsedReport, parse_report};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use tests::repository;
use tests::repository::Source;
use tests::synthetic;

/// The number, text and role of each line of a source.
fn lines_of_source(source: &Source) -> impl Iterator<Item = (u32, &str, LineRole)> {
    lines_with_roles(&source.text, &source.parsed)
}

/// The number, text and role of each line of a text.
fn lines_with_roles<'a>(text: &'a str, parsed: &'a ParsedReport) -> impl Iterator<Item = (u32, &'a str, LineRole)> {
    source_lines(text).zip(&parsed.roles).map(|(line, role)| (line.number, line.text, *role))
}

/// The name and text of every held source, sample and invented text.
fn all_texts() -> Vec<(String, String)> {
    let held = repository::committed().sources().iter().map(|source| (source.file.clone(), source.text.clone()));
    let samples = samples::all_samples().into_iter().map(|(path, _, text)| (path.display().to_string(), text));
    let synthetic = synthetic::INVENTED_REPORTS.iter().map(|(name, text)| (name.to_string(), text.to_string()));
    held.chain(samples).chain(synthetic).collect()
}

/// Parses a text that has to be read.
fn parse_text(name: &str, text: &str) -> ParsedReport {
    parse_report(name, text).unwrap_or_else(|refusal| panic!("{name}: {refusal}"))
}

/// Whether a line with this role is part of a finding.
fn is_finding_role(role: LineRole) -> bool {
    matches!(role, LineRole::Finding | LineRole::FindingBody)
}

#[test]
fn every_line_has_one_role_and_only_empty_lines_are_blank() {
    for (name, text) in all_texts() {
        let parsed = parse_text(&name, &text);
        assert_eq!(parsed.roles.len(), source_lines(&text).count(), "{name}");
        for (number, text, role) in lines_with_roles(&text, &parsed) {
            assert_eq!(text.trim().is_empty(), role == LineRole::Blank, "{name} line {number}: {role:?}: {text}");
        }
    }
}

#[test]
fn unread_lines_are_those_of_the_problems_with_unread_text() {
    for (name, text) in all_texts() {
        let parsed = parse_text(&name, &text);
        let unread =
            lines_with_roles(&text, &parsed).filter(|(.., role)| *role == LineRole::Unread).map(|(number, ..)| number);
        let problems = parsed.report.problems.iter().filter(|p| p.kind_name == "unread_text");
        let reported: BTreeSet<u32> =
            problems.flat_map(|p| &p.passages).flat_map(|p| p.lines[0]..=p.lines[1]).collect();
        let blank =
            lines_with_roles(&text, &parsed).filter(|(.., role)| *role == LineRole::Blank).map(|(number, ..)| number);
        let reported: Vec<u32> = reported.difference(&blank.collect()).copied().collect();
        assert_eq!(unread.collect::<Vec<_>>(), reported, "{name}");
    }
}

#[test]
fn lines_that_look_like_formal_items_are_items_or_unread() {
    const BOXES: [&str; 6] = [
        "area for improvement",
        "areas for improvement",
        "cause of concern",
        "causes of concern",
        "recommendation",
        "recommendations",
    ];
    for (name, text) in all_texts() {
        let parsed = parse_text(&name, &text);
        let mut in_box = false;
        for (number, words, role) in lines_with_roles(&text, &parsed).filter(|(.., role)| *role != LineRole::Blank) {
            let is_box = BOXES.contains(&fold_phrase(words.trim()).as_str());
            let is_item = ["• ", "- ", "– "].iter().any(|mark| words.trim_start().starts_with(mark));
            assert!(!is_box || role != LineRole::Narrative, "{name} line {number}: {words}");
            assert!(!(in_box && is_item) || role != LineRole::Narrative, "{name} line {number}: {words}");
            in_box = is_box || (in_box && is_item);
        }
    }
}

#[test]
fn the_only_unread_line_of_the_sources_is_a_stray_signature() {
    let unread =
        repository::fixture().sources().iter().flat_map(lines_of_source).filter(|(.., role)| *role == LineRole::Unread);
    assert_eq!(unread.map(|(_, text, _)| text.trim()).collect::<Vec<_>>(), ["On Shenping"]);
}

#[test]
fn the_counts_of_the_ledger_match_their_golden() {
    let mut out = String::new();
    for source in repository::committed().sources() {
        let mut counts: BTreeMap<LineRole, usize> = BTreeMap::new();
        lines_of_source(source).for_each(|(.., role)| *counts.entry(role).or_default() += 1);
        _ = writeln!(out, "{}", source.file);
        counts.iter().for_each(|(role, count)| _ = writeln!(out, "  {:<16} {count}", role.name()));
        _ = writeln!(out, "  {:<16} {}", "all lines", counts.values().sum::<usize>());
    }
    golden::assert_golden("ledger.txt", &out);
}

#[test]
fn every_bullet_in_a_box_of_areas_for_improvement_is_a_finding() {
    let mut bullets = 0;
    for source in repository::fixture().sources() {
        let mut in_box = false;
        for (number, text, role) in lines_of_source(source) {
            if role == LineRole::Heading {
                in_box = ["area for improvement", "areas for improvement"].contains(&fold_phrase(text.trim()).as_str());
            } else if in_box && ["• ", "- "].iter().any(|mark| text.trim_start().starts_with(mark)) {
                assert!(is_finding_role(role), "{} line {number}: {role:?}: {text}", source.file);
                bullets += 1;
            }
        }
    }
    assert_eq!(bullets, 20, "10 in 2017, and 10 in 2016 with the nested ones");
}

#[test]
fn every_line_of_a_findings_passages_has_the_role_of_a_finding() {
    for source in repository::committed().sources() {
        let roles: BTreeMap<u32, LineRole> = lines_of_source(source).map(|(number, _, role)| (number, role)).collect();
        for finding in &source.report().findings {
            let of_passages = finding.passages.iter().flat_map(|p| p.lines[0]..=p.lines[1]);
            for line in of_passages.filter(|line| roles[line] != LineRole::Blank) {
                assert!(is_finding_role(roles[&line]), "{} line {line}, of {}", source.file, finding.key);
            }
        }
    }
}
