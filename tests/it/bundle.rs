//! The corpus and its bundle: which reports and tables are accepted, and that a bundle is read back as it was written.

use corpus::{CollectError, Corpus};
use model::problem::ProblemKind;
use model::*;
use tests::repository;

/// The held corpus, with a value in every field that a page can show.
pub fn corpus_with_every_field() -> Corpus {
    let mut corpus = repository::fixture().corpus().clone();
    let report = &mut corpus.reports[0];
    let passages = vec![Passage { lines: [1, 2], bytes: [3, 40] }];
    let some = |words: &str| Some(words.to_string());
    let finding = Some(report.findings[0].key.clone());
    (report.pillar, report.isbn, report.inspector) = (some("Effectiveness"), some("000-0"), some("Jo Sample"));
    let [from, to] = ["2014-01", "2014-04-30"].map(|date| Date::from_edtf(date).expect("a date"));
    (report.published, report.inspected) = (Some(DateSpan::single(to)), Some(DateSpan::between(from, to)));
    report.findings[0].deadline = Some(Deadline { text: "By May 2015".into(), due: Some(DateSpan::single(from)) });
    report.findings[0].parent = finding.clone();
    report.findings[0].items = vec!["“one”".into(), "two \\ \u{1f694}".into()];
    report.findings[0].items_after = vec![0, 1];
    report.findings[0].body = vec!["before\ttwo".into()];
    report.findings[0].terms = vec!["THRIVE".into()];
    report.measures.push(Measure {
        label: "Recorded crime".into(),
        value: "+24%".into(),
        unit: some("percent"),
        period: some("12 months to 30 June 2017"),
        comparator: some("England and Wales"),
        comparator_value: some("+14%"),
        table: some("Force in numbers"),
        finding: finding.clone(),
        passages: passages.clone(),
    });
    let [short, long] = ["AFI", "area for improvement"].map(String::from);
    report.abbreviations.push(Abbreviation { short, long, passages: passages.clone(), again: Vec::new() });
    report.problems.push(ProblemKind::UnreadText { words: "<&>".into() }.into_problem(passages));
    corpus
}

#[test]
fn a_bundle_is_read_back_as_it_was_written_with_every_field_filled() {
    for corpus in [repository::fixture().corpus().clone(), corpus_with_every_field()] {
        let json = corpus.to_json();
        let mut back = Corpus::from_json(&json).expect("what was written is read");
        back.add_issues(&corpus.issues_json()).expect("what was written is read");
        assert!(back == corpus, "the bundle came back different");
        assert_eq!(back.to_json(), json);
    }
}

#[test]
fn the_filled_report_leaves_no_list_empty_and_no_value_null() {
    let report = &serde_json::to_value(corpus_with_every_field()).expect("JSON")["reports"][0];
    let empty = |value: &serde_json::Value| value.is_null() || value.as_array().is_some_and(Vec::is_empty);
    let fields =
        report.as_object().expect("an object").iter().chain(report["findings"][0].as_object().expect("an object"));
    let bare: Vec<&str> = fields.filter(|(_, value)| empty(value)).map(|(name, _)| name.as_str()).collect();
    // The letter of 2014 has no judgments; other reports fill these two fields. No page shows the other five.
    assert_eq!(bare, ["alliances", "definitions", "figures", "footnotes", "judgments", "references", "judgment"]);
}

#[test]
fn the_same_reports_in_another_order_give_the_same_bundle() {
    let mut reports = repository::fixture().reports();
    reports.reverse();
    let collect = |reports| Corpus::collect(&repository::fixture().editorial(), reports).expect("the reports fit");
    assert!(collect(reports) == collect(repository::fixture().reports()));
}

#[test]
fn reports_that_do_not_fit_are_refused_by_name() {
    let collect = |change: fn(&mut Vec<Report>)| {
        let mut reports = repository::fixture().reports();
        change(&mut reports);
        Corpus::collect(&repository::fixture().editorial(), reports).expect_err("what does not fit is refused")
    };
    let twice = collect(|reports| reports.push(reports[2].clone()));
    assert!(
        matches!(&twice, CollectError::DuplicateReport(id) if *id == repository::fixture().reports()[2].id),
        "{twice}"
    );
    let force = collect(|reports| {
        reports[1].force = PrintedForce { id: ForceId::new("exshire"), name: "Exshire Police".into() };
    });
    assert!(matches!(&force, CollectError::UnknownForce { name, .. } if name == "Exshire Police"), "{force}");
    let cycle = collect(|reports| reports[1].cycle = "2020".into());
    assert!(matches!(&cycle, CollectError::UnknownCycle { cycle, .. } if cycle == "2020"), "{cycle}");
}

#[test]
fn a_broken_table_is_refused_with_its_name() {
    let mut editorial = repository::fixture().editorial();
    editorial.publication_dates_csv.push_str("2017,Effectiveness,March 2018,https://example.org\n");
    let error = Corpus::collect(&editorial, Vec::new()).expect_err("'March 2018' is no date of the table's form");
    assert!(error.to_string().starts_with("data/publication-dates.csv: "), "{error}");
    let editorial = corpus::EditorialTables { forces_csv: "id\nkent\n".into(), ..repository::fixture().editorial() };
    let error = Corpus::collect(&editorial, Vec::new()).expect_err("a force has more than an id");
    assert!(error.to_string().starts_with("data/forces.csv: "), "{error}");
}
