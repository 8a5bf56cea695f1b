//! Invented reports on invented forces, with other counts, orders, grades and line widths than the held reports.

mod of_2014;
mod of_2016;
mod of_2017;
mod of_2021_22;

use model::{Finding, Judgment, Report};
use parse::parse;
use tests::synthetic::INVENTED_REPORTS;

/// Parses a text that has to be read.
fn read(name: &str, text: &str) -> Report {
    parse(name, text).unwrap_or_else(|refusal| panic!("{name}: {refusal}")).report
}

/// Parses one of the invented texts.
fn invented(name: &str) -> Report {
    let (name, text) =
        INVENTED_REPORTS.iter().find(|(known, _)| *known == name).unwrap_or_else(|| panic!("there is no {name}"));
    read(name, text)
}

/// The id, force, dates, inspector and scale, in one line.
fn identity(report: &Report) -> String {
    let when = |when: Option<model::When>| when.map_or("-".to_string(), String::from);
    let inspector = report.inspector.as_deref().unwrap_or("-");
    let (published, inspected) = (when(report.published), when(report.inspected));
    format!("{} | {} | {published} | {inspected} | {inspector} | {:?}", report.id, report.force.name, report.scale)
}

/// Each judgment, in one line.
fn judgments(report: &Report) -> Vec<String> {
    let line = |j: &Judgment| {
        let grade = j.grade.map_or(String::new(), |grade| format!(" {grade}"));
        let year = j.inspected.as_ref().map_or(String::new(), |year| format!(" ({year})"));
        let others: String = j.also_called.iter().map(|name| format!(" = {name}")).collect();
        format!("{:?} {:?}{grade}{year}: {}{others}", j.scope, j.state, j.area)
    };
    report.judgments.iter().map(line).collect()
}

/// Each finding, in one line: kind, number of its judgment, number of the finding that it answers, deadline, words and
/// terms.
fn findings(report: &Report) -> Vec<String> {
    let line = |f: &Finding| {
        let under = f.judgment.as_ref().and_then(|key| report.judgments.iter().position(|j| j.key == *key));
        let under = under.map_or("-".to_string(), |n| (n + 1).to_string());
        let parent = f.parent.as_ref().and_then(|key| report.findings.iter().position(|f| f.key == *key));
        let answers = parent.map_or(String::new(), |n| format!(" answers {}", n + 1));
        let deadline =
            f.deadline.as_ref().map(|d| format!(" [{} = {}]", d.text, d.due.map_or("-".into(), String::from)));
        let rest: String = crate::readable::rest(f).iter().map(|words| format!(" / {words}")).collect();
        let terms = if f.terms.is_empty() { String::new() } else { format!(" {{{}}}", f.terms.join("; ")) };
        format!("{} {under}{answers}{}: {}{rest}{terms}", f.kind.name(), deadline.unwrap_or_default(), f.text)
    };
    report.findings.iter().map(line).collect()
}

/// The messages of the problems.
fn problems(report: &Report) -> Vec<&str> {
    report.problems.iter().map(|problem| problem.message.as_str()).collect()
}

/// Asserts that a report has this identity, these judgments and findings, and no problems.
#[track_caller]
fn assert_report(report: &Report, identity: &str, judgments: &[&str], findings: &[&str]) {
    assert_eq!(self::identity(report), identity);
    assert_eq!(self::judgments(report), judgments);
    assert_eq!(self::findings(report), findings);
    assert_eq!(problems(report), [""; 0]);
}

#[test]
fn line_ends_of_another_system_change_nothing() {
    for source in tests::held::sources() {
        let report = read(&source.file, &source.text.replace('\n', "\r\n"));
        assert_eq!(identity(&report), identity(source.report()));
        assert_eq!(judgments(&report), judgments(source.report()));
        assert_eq!(findings(&report), findings(source.report()));
    }
}
