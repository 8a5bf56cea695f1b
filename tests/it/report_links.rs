//! What the reports say about each other: stated links have their sentence, suggested ones are between reports of one
//! force, and the four issues that a reader would look for are linked rightly.

use crate::report_text;
use corpus::CollectError;
use model::{FindingKey, ReferenceStatus, Report};
use std::collections::BTreeSet;
use tests::repository::{self, DataSet};
use threads::{LinkTables, Links, Review, StatedLink, SuggestedLink, collect_links};

/// The links of a data set, with other tables if given.
fn links_with(data: &DataSet, reports: &[Report], tables: &LinkTables) -> Result<Links, CollectError> {
    collect_links(data.corpus(), reports, tables)
}

/// The links of the frozen data.
fn fixture_links() -> Links {
    let data = repository::fixture();
    links_with(data, &data.reports(), &data.link_tables()).expect("the tables fit the reports")
}

/// The tables of the frozen data with other reviews.
fn tables_with_reviews(links_csv: &str) -> LinkTables {
    LinkTables { links_csv: format!("a,b,review,reason\n{links_csv}"), ..repository::fixture().link_tables() }
}

/// The error of reviews that do not fit the reports, in words.
fn error_of_reviews(rows: &str) -> String {
    let data = repository::fixture();
    let error = links_with(data, &data.reports(), &tables_with_reviews(rows)).expect_err("the table is wrong");
    error.to_string()
}

/// The suggested links of the finding whose key contains some words, as the other ends' keys.
fn linked_to(links: &Links, words: &str) -> BTreeSet<String> {
    let other = |link: &SuggestedLink| match (link.a.as_str().contains(words), link.b.as_str().contains(words)) {
        (true, false) => Some(link.b.to_string()),
        (false, true) => Some(link.a.to_string()),
        _ => None,
    };
    links.suggested.iter().filter_map(other).collect()
}

/// Whether a set of keys has one that contains some words.
fn has(keys: &BTreeSet<String>, words: &str) -> bool {
    keys.iter().any(|key| key.contains(words))
}

/// The stated link whose sentence begins on a line of a report.
fn stated_at<'l>(links: &'l Links, report: &str, line: u32, words: &str) -> &'l StatedLink {
    let at =
        |link: &&StatedLink| link.report.as_str() == report && link.lines[0] == line && link.sentence.contains(words);
    links.stated.iter().find(at).unwrap_or_else(|| panic!("no stated link on line {line} of {report}"))
}

#[test]
fn a_stated_link_has_a_target_that_is_held_or_says_what_is_not_held() {
    let reports = repository::fixture().reports();
    let keys: BTreeSet<&str> = reports.iter().flat_map(report_text::all_keys).collect();
    for link in fixture_links().stated {
        let at = format!("{} {:?}", link.report, link.lines);
        assert_eq!(link.target.is_some(), link.not_held.is_none(), "{at}");
        assert!(link.target.is_none_or(|target| keys.contains(target.as_str())), "{at}");
        for key in [link.finding, link.restated_by].into_iter().flatten() {
            assert!(keys.contains(key.as_str()), "{at}");
        }
        if let Some(not_held) = link.not_held {
            assert!(not_held.address.starts_with("http") && not_held.reason.ends_with('.'), "{at}");
        }
    }
}

#[test]
fn a_suggested_link_is_between_two_reports_of_one_force_and_says_why() {
    let reports = repository::fixture().reports();
    let report_of = |key: &FindingKey| {
        let report = reports.iter().find(|report| report.findings.iter().any(|finding| finding.key == *key));
        report.unwrap_or_else(|| panic!("{key} is the key of no finding"))
    };
    let links = fixture_links();
    for SuggestedLink { a, b, reason, shared, .. } in &links.suggested {
        let [of_a, of_b] = [report_of(a), report_of(b)];
        assert!(of_a.force.id == of_b.force.id && of_a.id != of_b.id, "{a} {b}");
        assert!(reason.starts_with("both") && !shared.is_empty(), "{a} {b}");
    }
    assert!(links.suggested.len() > 20);
}

#[test]
fn rejected_links_are_left_out_and_what_nobody_has_read_is_unreviewed() {
    let data = repository::fixture();
    let unreviewed = links_with(data, &data.reports(), &tables_with_reviews("")).expect("an empty table");
    assert!(unreviewed.suggested.iter().all(|link| link.review == Review::Unreviewed));
    let rejected = &unreviewed.suggested[0];
    let row = format!("{},{},rejected,another issue\n", rejected.b, rejected.a);
    let links = links_with(data, &data.reports(), &tables_with_reviews(&row)).expect("the table fits");
    assert_eq!(links.suggested.len() + 1, unreviewed.suggested.len());
    assert!(links.suggested.iter().all(|link| (&link.a, &link.b) != (&rejected.a, &rejected.b)));
}

#[test]
fn a_review_of_findings_that_do_not_exist_or_cannot_be_linked_is_an_error() {
    let link = &fixture_links().suggested[0];
    let (a, b) = (&link.a, &link.b);
    assert!(
        error_of_reviews(&format!("{a},warwickshire-2017/none,accepted,alike\n")).contains("no report has a finding")
    );
    assert!(error_of_reviews(&format!("{a},{a},accepted,alike\n")).contains("two reports of one force"));
    assert!(error_of_reviews(&format!("{a},{b},accepted,\n")).contains("row 2: there is no reason"));
    assert!(error_of_reviews(&format!("{a},{b},accepted,alike\n{b},{a},rejected,unlike\n")).contains("the same pair"));
    assert!(error_of_reviews(&format!("{a},{b},maybe,alike\n")).contains("links.csv"));
}

#[test]
fn the_order_in_which_reports_are_read_changes_nothing() {
    let data = repository::fixture();
    let mut reports = data.reports();
    reports.reverse();
    assert_eq!(links_with(data, &reports, &data.link_tables()).expect("the tables fit"), fixture_links());
}

#[test]
fn problem_solving_and_its_evaluation_in_warwickshire_are_linked_from_2014_to_2021_22() {
    let links = fixture_links();
    let newest = linked_to(&links, "2021-22-peel/main-finding/the-force-doesnt-have-an-effective-system-in");
    for words in [
        "core-business/letter-finding/although-the-force-has-an-electronic-database-that",
        "2014-crime/recommendation/within-six-months",
        "2017-effectiveness/area-for-improvement/the-force-should-ensure-that-local-policing-teams",
        "2017-effectiveness/area-for-improvement/the-force-should-evaluate-and-share-effective-practice",
    ] {
        assert!(has(&newest, words), "{words}: {newest:#?}");
    }
    let evaluation = linked_to(&links, "the-force-should-evaluate-and-share-effective-practice");
    assert!(!has(&evaluation, "wellbeing") && !has(&evaluation, "intervention"), "{evaluation:#?}");
}

#[test]
fn victims_who_withdraw_are_linked_to_outcome_codes_and_not_to_all_that_is_said_of_victims() {
    let links = fixture_links();
    let linked =
        linked_to(&links, "2017-effectiveness/area-for-improvement/the-force-should-take-steps-to-understand-the");
    for words in ["the-force-should-make-sure-that-there-is", "the-force-isnt-always-using-the-appropriate-outcome"] {
        assert!(has(&linked, words), "{words}: {linked:#?}");
    }
    assert!(!has(&linked, "orders-such") && !has(&linked, "regular-contact"), "{linked:#?}");
}

#[test]
fn the_same_words_about_mapping_of_organised_crime_in_two_forces_are_not_linked() {
    let links = fixture_links();
    assert_eq!(linked_to(&links, "the-force-should-ensure-that-it-maps-all"), BTreeSet::new());
}

#[test]
fn parts_of_a_cause_of_concern_keep_their_own_status() {
    const REPORT: &str = "west-midlands-2016-effectiveness";
    let links = fixture_links();
    let status = |line, words| stated_at(&links, REPORT, line, words).status;
    assert_eq!(status(1232, "alleviated"), ReferenceStatus::PartlyResolved);
    assert_eq!(status(1234, "risk assessment"), ReferenceStatus::Unchanged);
    assert_eq!(status(1239, "missing"), ReferenceStatus::Unchanged);
    assert_eq!(status(1594, "2014 and 2015"), ReferenceStatus::Unchanged);
    assert_eq!(status(1712, "alleviated"), ReferenceStatus::Resolved);
    let risk = stated_at(&links, REPORT, 1594, "2014 and 2015");
    let restated = risk.restated_by.as_ref().expect("the cause of concern is stated again");
    assert!(restated.as_str().contains("cause-of-concern/the-forces-response-to-domestic-abuse"));
    assert_eq!(stated_at(&links, REPORT, 1712, "alleviated").restated_by, None, "that part is settled");
}

#[test]
fn if_the_report_of_2016_were_held_the_sentences_of_2017_would_lead_to_it() {
    let source = repository::fixture().source_of_report("west-midlands-2016-effectiveness");
    let text = source.text.replace("West Midlands", "Warwickshire").replace("WEST MIDLANDS", "WARWICKSHIRE");
    let earlier = parse::parse_report("earlier.txt", &text).expect("it is read").report;
    let reports: Vec<Report> = repository::fixture().reports().into_iter().chain([earlier]).collect();
    let editorial = repository::fixture().editorial();
    let corpus = corpus::Corpus::collect(&editorial, reports.clone()).expect("the reports fit the tables");
    let links = collect_links(&corpus, &reports, &repository::fixture().link_tables()).expect("the tables fit");
    let target = |line, words| stated_at(&links, "warwickshire-2017-effectiveness", line, words).target.clone();
    assert_eq!(
        target(214, "contrasts").as_deref(),
        Some("warwickshire-2016-effectiveness/how-effective-is-the-force-at-keeping-people-safe-and-reducing-crime")
    );
    let problem_solving = target(240, "last two").expect("the area for improvement is held");
    assert!(problem_solving.ends_with("the-force-should-adopt-a-structured-and-consistent"), "{problem_solving}");
    let none = stated_at(&links, "warwickshire-2017-effectiveness", 216, "previous recommendations");
    assert_eq!(none.target, None, "it does not say which recommendations");
    assert!(none.target_report.is_some());
}

#[test]
fn a_deadline_in_months_counts_from_a_public_page_where_the_report_prints_no_date() {
    let links = fixture_links();
    let dates: Vec<(&str, Option<String>)> = links
        .deadlines
        .iter()
        .filter(|date| date.finding.as_str().starts_with("warwickshire-2014-crime"))
        .map(|date| (date.text.as_str(), date.due.map(String::from)))
        .collect();
    let due = |date: &str| Some(date.to_string());
    assert_eq!(
        dates,
        [
            ("immediately", None),
            ("By January 2015", due("2015-01")),
            ("Within three months", due("2015-02")),
            ("By March 2015", due("2015-03")),
            ("Within six months", due("2015-05")),
        ]
    );
    let counted = links.deadlines.iter().filter(|date| date.counted_from.is_some());
    assert!(counted.clone().count() == 4 && counted.clone().any(|date| date.publication_page.is_some()));
}
