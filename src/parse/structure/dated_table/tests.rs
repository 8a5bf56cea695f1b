//! The table in different layouts: in lines, in columns, with seasons and footnote marks at its years.

use super::*;
use crate::structure::identity::ReportIdentity;
use intake::division::divide_lines;
use model::line::source_lines;
use model::{Inspectorate, ReportId, Scale};

/// Each row as one line, and the number of problems.
fn rows(table: &str) -> (Vec<String>, usize) {
    let identity = ReportIdentity {
        force: "Exshire Police".to_string(),
        inspectorate: Inspectorate::Hmicfrs,
        programme: "PEEL",
        pillar: None,
        cycle: "2017".to_string(),
        id_suffix: "effectiveness",
        title: String::new(),
        published: None,
        inspected: None,
        isbn: None,
        inspector: None,
        scale: Scale::FourTier,
    };
    let all: Vec<_> = source_lines(table).collect();
    let mut draft = ReportDraft::new(table, all.len(), ReportId::new("exshire-2017".to_string()), &identity);
    let rows = read_rows(&divide_lines(&all).blocks, "2017", &mut draft);
    let line = |row: &DatedRow| {
        let grade = row.grade.map_or("-".to_string(), |grade| grade.to_string());
        format!("{} | {:?} | {grade} | {}", row.name.text(), row.state, row.year.as_deref().unwrap_or("-"))
    };
    (rows.iter().map(line).collect(), draft.problems.len())
}

#[test]
fn a_grade_over_two_lines_is_one_grade() {
    let expected = [
        "Tackling crime | CarriedForward | Requires improvement | 2015",
        "Specialist capabilities | Ungraded | - | 2017",
    ];
    let in_lines = "Question\n\nGrade\n\nLast inspected\n\nTackling\ncrime\n\nRequires\nimprovement\n\n2015\n\n\
                    Specialist capabilities\n\nUngraded\n\n2017";
    let in_columns = "Question                   Grade          Last inspected\n\
                      Tackling crime             Requires       2015\n\
                      \u{20}                          improvement\n\
                      Specialist capabilities    Ungraded       2017";
    let in_words = "Question Grade Last inspected\nTackling crime Requires\nimprovement 2015\n\
                    Specialist capabilities Ungraded 2017";
    for table in [in_lines, in_columns, in_words] {
        assert_eq!(rows(table), (expected.map(str::to_string).to_vec(), 0), "{table}");
    }
    assert_eq!(rows("Question\tGrade\tLast inspected\nTackling crime\tRequires\t2015"), (Vec::new(), 1));
}

#[test]
fn a_name_over_two_lines_is_one_name() {
    let table = "Question                     Grade          Last inspected\n\
                 Preventing anti-social       Good           2017\n\
                 behaviour\n\
                 Investigating crime and      Outstanding    2016\n\
                 reducing re-offending";
    let expected = [
        "Preventing anti-social behaviour | Graded | Good | 2017",
        "Investigating crime and reducing re-offending | CarriedForward | Outstanding | 2016",
    ];
    assert_eq!(rows(table), (expected.map(str::to_string).to_vec(), 0));
}

#[test]
fn a_year_may_have_a_season_a_span_or_a_footnote() {
    for (cell, read) in [
        ("2016*", "2016"),
        ("2015¹", "2015"),
        ("20152", "2015"),
        ("2015/16", "2015/16"),
        ("2015–16", "2015/16"),
        ("Autumn 2015", "2015"),
        ("Autumn 2015/16", "2015/16"),
    ] {
        let (rows, problems) = rows(&format!("Question\tGrade\tLast inspected\nA\tGood\t{cell}\nB\tGood\t2017"));
        assert_eq!(rows, [format!("A | CarriedForward | Good | {read}"), "B | Graded | Good | 2017".to_string()]);
        assert_eq!(problems, 0, "{cell}");
    }
}

#[test]
fn words_in_the_place_of_a_year_are_a_problem_and_not_a_name() {
    let (rows, problems) =
        rows("Question\tGrade\tLast inspected\nA\tGood\tlong ago\nB\tGood\t2017\nC\tNot yet graded\t–");
    assert_eq!(rows, ["A | Graded | Good | -", "B | Graded | Good | 2017", "C | Pending | - | -"]);
    assert_eq!(problems, 1);
}
