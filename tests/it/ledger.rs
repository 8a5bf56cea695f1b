//! The ledger: every line of a source became some part of the report, or a problem.

use crate::{held, held::Source, same};
use force_findings::fold::fold;
use force_findings::parse::{Role, source_lines};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Each line with its number and what it became.
fn lines(source: &Source) -> impl Iterator<Item = (u32, &str, Role)> {
    source_lines(&source.text).zip(&source.parsed.roles).map(|(line, role)| (line.number, line.text, *role))
}

fn is_of_finding(role: Role) -> bool {
    matches!(role, Role::Finding | Role::Body)
}

#[test]
fn every_line_has_one_entry_and_only_empty_lines_are_blank() {
    for source in held::sources() {
        assert_eq!(source.parsed.roles.len(), source_lines(&source.text).count(), "{}", source.file);
        for (number, text, role) in lines(source) {
            assert_eq!(text.trim().is_empty(), role == Role::Blank, "{} line {number}: {role:?}: {text}", source.file);
        }
    }
}

#[test]
fn lines_that_could_not_be_read_are_those_that_a_problem_tells() {
    for source in held::sources() {
        let unread: Vec<u32> =
            lines(source).filter(|(.., role)| *role == Role::Unread).map(|(number, ..)| number).collect();
        let problems = source.report().problems.iter().filter(|p| p.kind == "unread_text");
        let told: Vec<u32> = problems.flat_map(|p| &p.passages).flat_map(|p| p.lines[0]..=p.lines[1]).collect();
        assert_eq!(unread, told, "{}", source.file);
    }
}

#[test]
fn all_that_could_not_be_read_is_a_stray_signature() {
    let unread = held::sources().iter().flat_map(lines).filter(|(.., role)| *role == Role::Unread);
    assert_eq!(unread.map(|(_, text, _)| text.trim()).collect::<Vec<_>>(), ["On Shenping"]);
}

#[test]
fn the_ledger_adds_up_as_its_golden() {
    let mut out = String::new();
    for source in held::sources() {
        let mut counts: BTreeMap<Role, usize> = BTreeMap::new();
        lines(source).for_each(|(.., role)| *counts.entry(role).or_default() += 1);
        _ = writeln!(out, "{}", source.file);
        counts.iter().for_each(|(role, count)| _ = writeln!(out, "  {:<16} {count}", role.name()));
        _ = writeln!(out, "  {:<16} {}", "all lines", counts.values().sum::<usize>());
    }
    same::as_golden("ledger.txt", &out);
}

#[test]
fn every_bullet_of_a_box_of_areas_for_improvement_is_a_finding() {
    let mut bullets = 0;
    for source in held::sources() {
        let mut in_box = false;
        for (number, text, role) in lines(source) {
            if role == Role::Heading {
                in_box = ["area for improvement", "areas for improvement"].contains(&fold(text.trim()).as_str());
            } else if in_box && ["• ", "- "].iter().any(|mark| text.trim_start().starts_with(mark)) {
                assert!(is_of_finding(role), "{} line {number}: {role:?}: {text}", source.file);
                bullets += 1;
            }
        }
    }
    assert_eq!(bullets, 20, "10 in 2017, 10 in 2016 with those inside another");
}

#[test]
fn every_line_of_a_passage_of_a_finding_is_in_the_ledger_as_finding() {
    for source in held::sources() {
        let roles: BTreeMap<u32, Role> = lines(source).map(|(number, _, role)| (number, role)).collect();
        for finding in &source.report().findings {
            let of_passages = finding.passages.iter().flat_map(|p| p.lines[0]..=p.lines[1]);
            for line in of_passages.filter(|line| roles[line] != Role::Blank) {
                assert!(is_of_finding(roles[&line]), "{} line {line}, of {}", source.file, finding.key);
            }
        }
    }
}
