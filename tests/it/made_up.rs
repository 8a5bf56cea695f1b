//! Made-up reports, with which the site is measured and tested at any size.

use model::ReportId;
use site::made_up::{ReportText, add_made_up_reports};
use std::collections::BTreeSet;
use tests::repository::fixture;

fn made_up(count: usize) -> Vec<ReportText> {
    let data = fixture();
    let held = data.sources().iter().map(|source| (source.report().clone(), source.text.clone())).collect();
    add_made_up_reports(held, &data.corpus().forces, &data.corpus().cycles, count).expect("the reports are made")
}

#[test]
fn there_are_as_many_as_asked_for_each_once_and_those_held_stay() {
    let reports = made_up(300);
    let ids: BTreeSet<&ReportId> = reports.iter().map(|(report, _)| &report.id).collect();
    assert_eq!((reports.len(), ids.len()), (300, 300));
    let held = fixture().sources().len();
    assert!(reports[..held].iter().zip(fixture().sources()).all(|((report, _), source)| report == source.report()));
}

#[test]
fn each_says_that_it_is_made_up_and_quotes_its_own_text() {
    for (report, text) in &made_up(120)[fixture().sources().len()..] {
        assert!(report.title.starts_with("Made up"), "{}", report.title);
        for finding in &report.findings {
            assert!(finding.key.as_str().starts_with(&format!("{}/", report.id)), "{}", finding.key);
            let passage = finding.passages.first().expect("a finding has a passage");
            let quoted = &text[passage.bytes[0] as usize..passage.bytes[1] as usize];
            let first = |words: &str| words.split_whitespace().next().map(str::to_owned);
            assert!(quoted.contains(&first(&finding.text).unwrap_or_default()), "{quoted} is not {}", finding.text);
        }
    }
}

#[test]
fn the_same_ones_are_made_each_time_and_no_two_have_the_same_words() {
    assert!(made_up(60) == made_up(60));
    let texts: BTreeSet<String> = made_up(60).into_iter().map(|(_, text)| text).collect();
    assert_eq!(texts.len(), 60);
}
