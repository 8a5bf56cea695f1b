//! Texts that once made the parser panic, reduced to the smallest that did.

use model::Grade;
use parse::{LineRole, parse_report};
use std::fs;

/// A text of the 2017 format with these words after its table of judgments.
fn text_of_2017(words: &str) -> String {
    format!(
        "PEEL: Police effectiveness 2017\n\nAn inspection of Exshire Police\n\nJudgments\n\nQuestion\tGrade\tLast inspected\n\
         Preventing crime\tGood\t2017\n\nSummary\n\n{words}"
    )
}

#[test]
fn successive_grades_are_not_sections() {
    for grades in ["Good", "Good\n\nGood", "Good\n\nGood\n\nGood", "Preventing crime\n\nGood\n\nGood\n\nGood"] {
        let report = parse_report("grades.txt", &text_of_2017(grades)).expect("it is of a known format").report;
        assert!(!report.problems.is_empty(), "{grades}");
        assert!(report.judgments.iter().all(|judgment| judgment.area == "Preventing crime"), "{grades}");
    }
}

#[test]
fn a_grade_that_is_not_on_the_scale_is_not_used() {
    let mut reported = 0;
    for format in ["crime_2014", "effectiveness_2016", "effectiveness_2017"] {
        let sample = tests::repository::path_of("tests/samples").join(format).join("1.txt");
        let text = fs::read_to_string(sample).expect("a sample").replace("Good", "Adequate");
        let parsed = parse_report("adequate.txt", &text).expect("it is of a known format");
        let report = parsed.report;
        assert!(report.judgments.iter().all(|j| j.grade != Some(Grade::Adequate)), "{format}");
        let keys: Vec<_> = report.judgments.iter().map(|j| &j.key).collect();
        assert!(report.findings.iter().filter_map(|f| f.judgment.as_ref()).all(|key| keys.contains(&key)), "{format}");
        let empty = text.lines().zip(&parsed.roles).filter(|(line, _)| line.trim().is_empty());
        assert!(empty.into_iter().all(|(_, role)| *role == LineRole::Blank), "{format}");
        reported += report.problems.iter().filter(|p| p.kind_name == "foreign_grade").count();
    }
    assert!(reported > 0);
}

#[test]
fn a_grade_that_looks_like_the_name_of_a_question_does_not_start_a_section_of_another_one() {
    let text = "PEEL: Police effectiveness 2017\n\nJudgments\nQuestion\tGrade\tLast inspected\n\
        Exshire Police is outstanding at preventing crime.\nIn this secalist capabilities\tUngraded\t2017\nSummary\n\n\
        Investigating crime and reducing re-offending\n\nOutstanding";
    let report = parse_report("grades.txt", text).expect("it is of a known format").report;
    assert!(!report.problems.is_empty());
}

#[test]
fn two_grades_in_a_row_in_a_report_of_2014_are_a_problem() {
    let sample = fs::read_to_string(tests::repository::path_of("tests/samples/crime_2014/1.txt")).expect("a sample");
    for doubled in ["Good\n\nGood\n\nGood", "Good\nGood\nGood"] {
        let report = parse_report("grades.txt", &sample.replace("\nGood\n", &format!("\n{doubled}\n")));
        assert!(!report.expect("it is of a known format").report.problems.is_empty());
    }
}
