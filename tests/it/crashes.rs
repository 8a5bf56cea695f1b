//! Texts that once made the parser panic, cut to the smallest.

use force_findings::parse::parse;

/// A text of the 2017 format with these words behind its table of judgments.
fn of_2017(words: &str) -> String {
    format!(
        "PEEL: Police effectiveness 2017\n\nAn inspection of Exshire Police\n\nJudgments\n\nQuestion\tGrade\tLast inspected\n\
         Preventing crime\tGood\t2017\n\nSummary\n\n{words}"
    )
}

#[test]
fn grades_in_a_row_are_no_sections() {
    for grades in ["Good", "Good\n\nGood", "Good\n\nGood\n\nGood", "Preventing crime\n\nGood\n\nGood\n\nGood"] {
        let report = parse("grades.txt", &of_2017(grades)).expect("it is of a known format").report;
        assert!(!report.problems.is_empty(), "{grades}");
        assert!(report.judgments.iter().all(|judgment| judgment.area == "Preventing crime"), "{grades}");
    }
}
