//! The printed report of 2018/19 states most grades twice, in a table at the front and in a chapter: where the two differ,
//! or cannot be told, no grade is given.

use model::{Grade, JudgmentStatus, Report};
use parse::parse_report;
use std::fs;

/// The sample, with each of these words replaced once.
fn read_changed(changes: &[(&str, &str)]) -> Report {
    let path = tests::repository::path_of("tests/samples/peel_2018_19/printed.txt");
    let mut text = fs::read_to_string(path).expect("the sample is there");
    for (from, to) in changes {
        assert!(text.contains(from), "the sample has no '{from}'");
        text = text.replacen(from, to, 1);
    }
    parse_report("changed.txt", &text).expect("it is read").report
}

/// The status, grade and year of a judgment, by its name.
fn judged<'r>(report: &'r Report, area: &str) -> Option<(JudgmentStatus, Option<Grade>, Option<&'r str>)> {
    let found = report.judgments.iter().find(|judgment| judgment.area == area)?;
    Some((found.status, found.grade, found.inspected.as_deref()))
}

/// Whether a problem names the part and has this many places.
fn has_problem(report: &Report, words: &str, places: usize) -> bool {
    report.problems.iter().any(|problem| problem.message.contains(words) && problem.passages.len() == places)
}

#[test]
fn a_table_and_a_chapter_that_disagree_give_no_grade() {
    let report = read_changed(&[("Investigating crime\tRequires improvement", "Investigating crime\tGood")]);
    assert_eq!(judged(&report, "Investigating crime"), None);
    assert!(has_problem(&report, "Investigating crime", 2), "{:?}", report.problems);
    let report = read_changed(&[("Efficiency\tGood\tLast", "Efficiency\tOutstanding\tLast")]);
    assert_eq!(judged(&report, "Efficiency"), None);
}

#[test]
fn a_sentence_that_disagrees_with_the_only_printed_grade_leaves_it_open() {
    let sentence =
        ("The constabulary requires improvement in investigating", "The constabulary is good at investigating");
    let report = read_changed(&[sentence]);
    let stated = judged(&report, "Investigating crime").expect("table and chapter agree");
    assert_eq!(stated.1, Some(Grade::RequiresImprovement));
    assert!(report.problems.iter().any(|problem| problem.is_contradiction()));
    let report = read_changed(&[sentence, ("Investigating crime\tRequires improvement\t2018/19\n", "")]);
    assert_eq!(judged(&report, "Investigating crime"), None);
}

#[test]
fn a_carried_over_grade_has_the_year_of_its_inspection_or_none_if_two_are_given() {
    let area = "Preventing crime and tackling anti-social behaviour";
    let without_row = [("Preventing crime and tackling anti-social behaviour\tGood\t2016\n", "")];
    let carried = |report: &Report| judged(report, area).map(|(status, _, year)| (status, year.map(str::to_owned)));
    let expected = |year: Option<&str>| Some((JudgmentStatus::CarriedForward, year.map(str::to_owned)));
    assert_eq!(carried(&read_changed(&without_row)), expected(Some("2016")));
    let report = read_changed(&[("anti-social behaviour\tGood\t2016", "anti-social behaviour\tGood\t2017")]);
    assert_eq!(carried(&report), expected(None));
    assert!(has_problem(&report, "2016", 1), "{:?}", report.problems);
}

#[test]
fn a_table_whose_cells_are_column_by_column_gives_nothing_and_the_chapters_decide() {
    let rows = "Meeting current demands and using resources\tGood\t2017\n\nPlanning for the future\tGood\t2018/19\n";
    let columns = "Meeting current demands and using resources\n\nPlanning for the future\n\nOutstanding\n\nGood\n\n2017\n\n\
                   2018/19\n";
    let report = read_changed(&[(rows, columns)]);
    for area in ["Meeting current demands and using resources", "Planning for the future"] {
        let grade = judged(&report, area).and_then(|(_, grade, _)| grade);
        assert!(grade.is_none_or(|grade| grade == Grade::Good), "{area}: {grade:?}");
    }
}

#[test]
fn a_component_that_is_announced_but_missing_is_a_problem() {
    let text =
        fs::read_to_string(tests::repository::path_of("tests/samples/peel_2018_19/page.txt")).expect("it is there");
    let from = text.find("2\n\nHow well does the force ensure").expect("the second question");
    let to = text.find("3\n\nTo what extent").expect("the third question");
    let report = parse_report("page.txt", &format!("{}{}", &text[..from], &text[to..])).expect("it is read").report;
    assert!(has_problem(&report, "Ethical and lawful workforce behaviour", 0), "{:?}", report.problems);
    assert_eq!(report.id.as_str(), "wolderland-2018-19-legitimacy");
}

#[test]
fn a_sentence_about_a_part_of_a_component_is_not_its_grade() {
    let changes = [
        ("Protecting vulnerable people\tGood\t2018/19\n", ""),
        ("Protecting vulnerable people\n\nGood\n", "Protecting vulnerable people\n"),
    ];
    // "The constabulary is good at identifying vulnerable people."
    let report = read_changed(&changes);
    assert_eq!(judged(&report, "Protecting vulnerable people"), None);
    assert!(has_problem(&report, "Protecting vulnerable people", 1), "{:?}", report.problems);
}
