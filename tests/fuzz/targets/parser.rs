//! Any text is refused or read, and everything read from it is at the passages that it states.
#![no_main]

use libfuzzer_sys::fuzz_target;
use model::line::source_lines;
use parse::{LineRole, parse_report};

fuzz_target!(|text: &str| {
    let Ok(parsed) = parse_report("fuzz.txt", text) else { return };
    let report = &parsed.report;
    let lines: Vec<&str> = source_lines(text).map(|line| line.text).collect();
    assert_eq!(lines.len(), parsed.roles.len());
    for (line, role) in lines.iter().zip(&parsed.roles) {
        assert_eq!(line.trim().is_empty(), *role == LineRole::Blank, "{line:?} is {role:?}");
    }
    let of_judgments = report.judgments.iter().flat_map(|j| j.passages.iter().chain(&j.also_stated));
    let places = of_judgments
        .chain(report.findings.iter().flat_map(|f| &f.passages))
        .chain(report.measures.iter().flat_map(|m| &m.passages))
        .chain(report.figures.iter().flat_map(|f| &f.passages))
        .chain(report.footnotes.iter().flat_map(|f| f.passages.iter().chain(&f.marked)))
        .chain(report.abbreviations.iter().flat_map(|a| &a.passages))
        .chain(report.references.iter().flat_map(|r| &r.passages))
        .chain(report.problems.iter().flat_map(|p| &p.passages));
    for place in places {
        let words = text.get(place.bytes[0] as usize..place.bytes[1] as usize);
        assert!(words.is_some_and(|words| !words.trim().is_empty()), "{place:?}");
    }
    let grades = report.scale.grades();
    assert!(report.judgments.iter().filter_map(|j| j.grade).all(|grade| grades.contains(&grade)));
});
