//! Tests of [`super::read_deadlines`].

use super::*;

fn all(text: &str, items: &[&str], published: Option<&str>) -> Vec<(String, Option<String>)> {
    let published = published.map(|p| DateSpan::try_from(p.to_string()).unwrap());
    let items: Vec<String> = items.iter().map(ToString::to_string).collect();
    let deadlines = read_deadlines(FindingKind::Recommendation, text, &items, &[], published);
    deadlines.into_iter().map(|d| (d.text, d.due.map(String::from))).collect()
}

fn main_one(text: &str, published: Option<&str>) -> Option<(String, Option<String>)> {
    let published = published.map(|p| DateSpan::try_from(p.to_string()).unwrap());
    let deadlines = read_deadlines(FindingKind::Recommendation, text, &[], &[], published);
    main_deadline(&deadlines).map(|d| (d.text, d.due.map(String::from)))
}

#[test]
fn months_count_from_publication_and_only_to_its_precision() {
    let text = "Within three months the force should make sure it:";
    let found = |due: Option<&str>| Some(("Within three months".to_string(), due.map(String::from)));
    assert_eq!(main_one(text, Some("2022-10")), found(Some("2023-01")));
    assert_eq!(main_one(text, Some("2014-11-30")), found(Some("2015-02")));
    assert_eq!(main_one(text, Some("2017")), found(None));
    assert_eq!(main_one(text, None), found(None));
}

#[test]
fn weeks_and_days_count_only_from_a_day() {
    let found = |due: Option<&str>| Some(("within six weeks".to_string(), due.map(String::from)));
    assert_eq!(main_one("The force should, within six weeks, stop.", Some("2014-11-27")), found(Some("2015-01-08")));
    assert_eq!(main_one("The force should, within six weeks, stop.", Some("2014-11")), found(None));
    let found = Some(("Within 28 days".into(), Some("2016-03-01".into())));
    assert_eq!(main_one("Within 28 days, the force should stop.", Some("2016-02-02")), found);
}

#[test]
fn a_date_takes_precedence_over_immediately_and_both_are_deadlines() {
    let text = "The force should immediately review it. By January 2015, the force should have a plan.";
    assert_eq!(main_one(text, None), Some(("By January 2015".into(), Some("2015-01".into()))));
    assert_eq!(
        all(text, &[], None),
        [("immediately".into(), None), ("By January 2015".into(), Some("2015-01".into()))]
    );
}

#[test]
fn immediately_gives_no_due_date() {
    let found = main_one("It should, with immediate effect, stop.", Some("2017-03"));
    assert_eq!(found, Some(("with immediate effect".into(), None)));
    assert_eq!(main_one("It should immediately stop.", None), Some(("immediately".into(), None)));
}

#[test]
fn a_deadline_comes_before_the_verb_or_right_after_it() {
    for (text, words) in [
        ("HMIC recommends that, within six months, the force should:", "within six months"),
        ("HMIC recommends that within six months the force should:", "within six months"),
        ("The force should, by the end of February 2015, have a plan.", "by the end of February 2015"),
        ("By 1 April 2015, it should count.", "By 1 April 2015"),
        ("Within the next 12 months, the force should train staff.", "Within the next 12 months"),
        ("No later than 31 March 2025, the force should report.", "No later than 31 March 2025"),
    ] {
        assert_eq!(main_one(text, None).map(|found| found.0).as_deref(), Some(words));
    }
}

#[test]
fn each_item_of_a_list_may_have_its_own() {
    let items = ["immediately stop;", "within three months, train its staff; and", "keep records within two days."];
    assert_eq!(
        all("The force should:", &items, Some("2022-10")),
        [("immediately".into(), None), ("within three months".into(), Some("2023-01".into()))]
    );
}

#[test]
fn a_time_outside_a_request_is_not_a_deadline() {
    for text in [
        "Prosecution must start where it can within six months of the offence.",
        "Within three months, the backlog had grown.",
        "The force should make sure that those cases are closed within six months, and not immediately.",
    ] {
        assert_eq!(main_one(text, None), None, "{text}");
    }
}
