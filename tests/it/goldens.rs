//! Compares what the parser reads from the committed sources with the committed reports and goldens.

use crate::{golden, report_text};
use ingest::links::to_json;
use tests::repository;

#[test]
fn each_source_gives_its_committed_report_byte_for_byte() {
    for source in repository::committed().sources() {
        let json = serde_json::to_string_pretty(source.report()).expect("a report has only text keys") + "\n";
        let path = format!("reports/{}.json", source.report().id);
        let difference = golden::first_difference(&repository::committed().read_text(&path), &json);
        assert!(
            difference.is_none(),
            "data/{path} differs {}\nTo write it again: cargo ingest",
            difference.unwrap_or_default()
        );
    }
}

#[test]
fn the_reports_and_tables_give_the_committed_links_and_threads_byte_for_byte() {
    let links = repository::committed().links();
    for (file, json) in [("links.json", to_json(&links)), ("threads.json", to_json(&links.threads_file()))] {
        let difference = golden::first_difference(&repository::committed().read_text(file), &json);
        assert!(
            difference.is_none(),
            "data/{file} differs {}\nTo write it again: cargo ingest",
            difference.unwrap_or_default()
        );
    }
}

#[test]
fn the_reports_and_tables_give_the_committed_glossary_byte_for_byte() {
    let difference = golden::first_difference(
        &repository::committed().read_text("glossary.json"),
        &repository::committed().glossary_json(),
    );
    assert!(
        difference.is_none(),
        "data/glossary.json differs {}\nTo write it again: cargo ingest",
        difference.unwrap_or_default()
    );
}

#[test]
fn each_committed_report_has_a_source() {
    let read: Vec<String> =
        repository::committed().sources().iter().map(|s| format!("{}.json", s.report().id)).collect();
    for path in repository::committed().files_in("reports", "json") {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        assert!(read.contains(&name), "data/reports/{name} comes from no text of data/sources");
    }
}

#[test]
fn each_report_written_out_matches_its_golden() {
    for source in repository::committed().sources() {
        golden::assert_golden(&format!("{}.txt", source.report().id), &report_text::format_report(source.report()));
    }
}
