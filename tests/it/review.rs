//! The page on which a person compares a report with what was read of it.

use ingest::read::read_report;
use site::review::review_page;
use tests::repository;

#[test]
fn a_report_stands_beside_what_was_read_with_its_problems_first_and_every_key_and_line() {
    let file = repository::path_of("tests/fixtures/data/sources/west-midlands-2016-effectiveness.txt");
    let read = read_report(&file).unwrap();
    let page = review_page(&file, &read);
    let report = &read.parsed.report;
    let places =
        ["Problems (1)", "Judgments (6)", "Findings (", "Right, or not?"].map(|words| page.find(words).unwrap());
    assert!(places.is_sorted(), "{places:?}");
    let keys = report.judgments.iter().map(|judgment| judgment.key.as_str());
    for key in keys.chain(report.findings.iter().map(|finding| finding.key.as_str())) {
        assert!(page.contains(&format!("<code>{key}</code>")), "{key}");
    }
    for line in 1..=read.parsed.roles.len() {
        assert!(page.contains(&format!("id=\"line-{line}\"")), "line {line}");
    }
    assert!(page.contains("west-midlands-2016-effectiveness.txt.corrections.csv"));
    // The words of the report are no markup.
    assert!(!page.contains("<script") && page.contains("default-src 'none'"));
}
