//! Writes a report as text, to be read beside its source.

use model::{Finding, Judgment, Passage, Report};
use std::fmt::Write;

/// The whole report: title, force and dates; each judgment; each finding with its words in the order of the text; each
/// problem.
pub fn format_report(report: &Report) -> String {
    let mut out = identity_lines(report);
    _ = writeln!(out, "\n== Judgments: {}", report.judgments.len());
    report.judgments.iter().for_each(|judgment| self::write_judgment(&mut out, judgment));
    _ = writeln!(out, "\n== Findings: {}", report.findings.len());
    report.findings.iter().enumerate().for_each(|(n, finding)| self::write_finding(&mut out, n + 1, finding));
    _ = writeln!(out, "\n== Problems: {}", report.problems.len());
    for problem in &report.problems {
        _ = writeln!(out, "\n{}, {}\n  {}", problem.kind_name, line_citation(&problem.passages), problem.message);
    }
    out
}

/// The id and one line for each fact about the report as a whole.
fn identity_lines(report: &Report) -> String {
    let none = || "-".to_string();
    let mut out = format!("{}\n\n", report.id);
    for (name, value) in [
        ("title", report.title.clone()),
        ("force", format!("{} ({})", report.force.name, report.force.id)),
        ("inspectorate", report.inspectorate.name().to_string()),
        ("programme", report.programme.clone()),
        ("pillar", report.pillar.clone().unwrap_or_else(none)),
        ("cycle", report.cycle.clone()),
        ("published", report.published.map_or_else(none, String::from)),
        ("inspected", report.inspected.map_or_else(none, String::from)),
        ("inspector", report.inspector.clone().unwrap_or_else(none)),
        ("isbn", report.isbn.clone().unwrap_or_else(none)),
        ("scale", format!("{:?}", report.scale)),
        ("source", format!("{}, {} bytes, {} lines", report.source.file, report.source.bytes, report.source.lines)),
    ] {
        _ = writeln!(out, "{name:<13} {value}");
    }
    out
}

/// Writes a judgment.
fn write_judgment(out: &mut String, judgment: &Judgment) {
    let grade = judgment.grade.map_or("no grade", |grade| grade.name());
    let year = judgment.inspected.as_ref().map_or(String::new(), |year| format!(", inspected {year}"));
    let (scope, state) = (judgment.scope, judgment.status);
    _ = writeln!(out, "\n{scope:?}, {state:?}: {grade}{year}, {}", line_citation(&judgment.passages));
    _ = writeln!(out, "  {}", judgment.area);
    judgment.also_called.iter().for_each(|name| _ = writeln!(out, "  also called: {name}"));
    if !judgment.also_stated.is_empty() {
        _ = writeln!(out, "  also stated: {}", line_citation(&judgment.also_stated));
    }
}

/// Writes a finding.
fn write_finding(out: &mut String, number: usize, finding: &Finding) {
    _ = writeln!(out, "\n{number}. {}, {}", finding.kind.name(), line_citation(&finding.passages));
    _ = writeln!(out, "  key: {}", finding.key);
    _ = writeln!(out, "  under: {}", finding.section.join(" > "));
    if let Some(key) = &finding.judgment {
        _ = writeln!(out, "  judgment: {key}");
    }
    if let Some(key) = &finding.parent {
        _ = writeln!(out, "  answers: {key}");
    }
    for deadline in &finding.deadlines {
        let due = deadline.due.map_or("no date".to_string(), String::from);
        _ = writeln!(out, "  deadline: '{}' = {due}", deadline.text);
    }
    if !finding.terms.is_empty() {
        _ = writeln!(out, "  terms: {}", finding.terms.join("; "));
    }
    _ = writeln!(out, "  {}", finding.text);
    for words in items_and_body(finding) {
        _ = writeln!(out, "    {words}");
    }
}

/// The list items, each after a bullet, and the paragraphs of explanation, in the order of the text.
pub fn items_and_body(finding: &Finding) -> Vec<String> {
    let mut rest = Vec::new();
    for before in 0..=finding.body.len() {
        let items = finding.items.iter().zip(&finding.items_after).filter(|(_, after)| **after == before);
        rest.extend(items.map(|(item, _)| format!("• {item}")));
        rest.extend(finding.body.get(before).cloned());
    }
    rest
}

/// The lines of passages: "lines 7, 9-12".
pub fn line_citation(passages: &[Passage]) -> String {
    let lines = |p: &Passage| {
        if p.lines[0] == p.lines[1] { p.lines[0].to_string() } else { format!("{}-{}", p.lines[0], p.lines[1]) }
    };
    format!("lines {}", passages.iter().map(lines).collect::<Vec<_>>().join(", "))
}

/// The keys of all judgments and findings of a report.
pub fn all_keys(report: &Report) -> impl Iterator<Item = &str> {
    let judgments = report.judgments.iter().map(|judgment| judgment.key.as_str());
    judgments.chain(report.findings.iter().map(|finding| finding.key.as_str()))
}
