//! Invented reports on invented forces, with other counts, orders, grades and line widths than the held reports.

mod of_2014;
mod of_2016;
mod of_2017;
mod of_2021_22;

use model::{Finding, Judgment, Report};
use parse::parse_report;
use tests::synthetic::INVENTED_REPORTS;

/// Parses a text that has to be read.
fn parse_text(name: &str, text: &str) -> Report {
    parse_report(name, text).unwrap_or_else(|refusal| panic!("{name}: {refusal}")).report
}

/// Parses one of the invented texts.
fn invented_report(name: &str) -> Report {
    let (name, text) =
        INVENTED_REPORTS.iter().find(|(known, _)| *known == name).unwrap_or_else(|| panic!("there is no {name}"));
    parse_text(name, text)
}

/// The id, force, dates, inspector and scale, in one line.
fn identity_line(report: &Report) -> String {
    let when = |when: Option<model::DateSpan>| when.map_or("-".to_string(), String::from);
    let inspector = report.inspector.as_deref().unwrap_or("-");
    let (published, inspected) = (when(report.published), when(report.inspected));
    format!("{} | {} | {published} | {inspected} | {inspector} | {:?}", report.id, report.force.name, report.scale)
}

/// Each judgment, in one line.
fn judgment_lines(report: &Report) -> Vec<String> {
    let line = |j: &Judgment| {
        let grade = j.grade.map_or(String::new(), |grade| format!(" {grade}"));
        let year = j.inspected.as_ref().map_or(String::new(), |year| format!(" ({year})"));
        let others: String = j.also_called.iter().map(|name| format!(" = {name}")).collect();
        format!("{:?} {:?}{grade}{year}: {}{others}", j.scope, j.status, j.area)
    };
    report.judgments.iter().map(line).collect()
}

/// Each finding, in one line: kind, number of its judgment, number of the finding that it answers, deadline, words and
/// terms.
fn finding_lines(report: &Report) -> Vec<String> {
    let line = |f: &Finding| {
        let under = f.judgment.as_ref().and_then(|key| report.judgments.iter().position(|j| j.key == *key));
        let under = under.map_or("-".to_string(), |n| (n + 1).to_string());
        let parent = f.parent.as_ref().and_then(|key| report.findings.iter().position(|f| f.key == *key));
        let answers = parent.map_or(String::new(), |n| format!(" answers {}", n + 1));
        let deadline =
            f.deadline.as_ref().map(|d| format!(" [{} = {}]", d.text, d.due.map_or("-".into(), String::from)));
        let rest: String = crate::report_text::items_and_body(f).iter().map(|words| format!(" / {words}")).collect();
        let terms = if f.terms.is_empty() { String::new() } else { format!(" {{{}}}", f.terms.join("; ")) };
        format!("{} {under}{answers}{}: {}{rest}{terms}", f.kind.name(), deadline.unwrap_or_default(), f.text)
    };
    report.findings.iter().map(line).collect()
}

/// The messages of the problems.
fn problem_messages(report: &Report) -> Vec<&str> {
    report.problems.iter().map(|problem| problem.message.as_str()).collect()
}

/// Asserts that a report has this identity, these judgments and findings, and no problems.
#[track_caller]
fn assert_report(report: &Report, identity: &str, judgments: &[&str], findings: &[&str]) {
    assert_eq!(self::identity_line(report), identity);
    assert_eq!(self::judgment_lines(report), judgments);
    assert_eq!(self::finding_lines(report), findings);
    assert_eq!(problem_messages(report), [""; 0]);
}

#[test]
fn line_ends_of_another_system_change_nothing() {
    for source in tests::repository::fixture().sources() {
        let report = parse_text(&source.file, &source.text.replace('\n', "\r\n"));
        assert_eq!(identity_line(&report), identity_line(source.report()));
        assert_eq!(judgment_lines(&report), judgment_lines(source.report()));
        assert_eq!(finding_lines(&report), finding_lines(source.report()));
    }
}
