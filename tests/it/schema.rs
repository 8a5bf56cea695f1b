//! The committed reports are valid against `data/report.schema.json`, and reports with errors are not.

use jsonschema::Validator;
use serde_json::{Value, json};
use tests::repository;

/// The schema, ready to validate reports.
fn report_schema() -> Validator {
    let schema: Value =
        serde_json::from_str(&repository::committed().read_text("report.schema.json")).expect("the schema is JSON");
    jsonschema::draft202012::new(&schema).expect("the schema is a schema")
}

/// The path and content of every committed report.
fn committed_reports() -> Vec<(String, Value)> {
    let read = |path: std::path::PathBuf| {
        let json = std::fs::read_to_string(&path).expect("a report can be read");
        (path.display().to_string(), serde_json::from_str(&json).expect("a report is JSON"))
    };
    repository::committed().files_in("reports", "json").into_iter().map(read).collect()
}

/// A report that has every field that the tests below break.
fn sample_report() -> Value {
    committed_reports().into_iter().find(|(path, _)| path.contains("2021-22")).expect("the 2021/22 report is held").1
}

#[test]
fn every_committed_report_is_valid() {
    let schema = report_schema();
    for (path, report) in committed_reports() {
        let errors: Vec<String> =
            schema.iter_errors(&report).map(|e| format!("{}: {e}", e.instance_path())).take(5).collect();
        assert!(errors.is_empty(), "{path}: {errors:#?}");
    }
}

/// A schema of `data/`, ready to validate, and the committed file that it is for.
fn schema_and_file(name: &str) -> (Validator, Value) {
    let read = |file: String| serde_json::from_str(&repository::committed().read_text(&file)).expect("it is JSON");
    let schema = jsonschema::draft202012::new(&read(format!("{name}.schema.json"))).expect("the schema is a schema");
    (schema, read(format!("{name}.json")))
}

/// Checks that a committed file is valid, and that it is not with any of these values at these places.
fn assert_schema_is_exact(name: &str, wrong_values: &[(&str, Value)]) {
    let (schema, file) = schema_and_file(name);
    let errors: Vec<String> = schema.iter_errors(&file).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    for (at, value) in wrong_values {
        let mut broken = file.clone();
        *broken.pointer_mut(at).unwrap_or_else(|| panic!("{name}.json has a {at}")) = value.clone();
        assert!(!schema.is_valid(&broken), "the schema accepts a wrong value at {at}");
    }
}

#[test]
fn the_committed_links_and_threads_are_valid_and_broken_ones_are_not() {
    assert_schema_is_exact(
        "links",
        &[
            ("/stated/0/lines", json!([1])),
            ("/stated/0/status", json!("better")),
            ("/stated/0/subject", json!("report")),
            ("/stated/0/years", json!(["12 months"])),
            ("/stated/0/not_held", json!("no")),
            ("/suggested/0/review", json!("rejected")),
            ("/suggested/0/reason", json!(null)),
            ("/deadlines/0/due", json!("in January")),
        ],
    );
    assert_schema_is_exact(
        "threads",
        &[
            ("/threads/0/id", json!("Problem solving")),
            ("/threads/0/steps", json!([])),
            ("/threads/0/steps/0/statements", json!(["words"])),
            ("/threads/0/is_reviewed", json!("yes")),
            ("/directions/0/words", json!("better")),
            ("/directions/0/lines", json!([0, 1])),
            ("/shared/0/sentences", json!([])),
            ("/shared/0/rule", json!("all references")),
        ],
    );
}

#[test]
fn the_committed_glossary_is_valid_and_broken_ones_are_not() {
    let read =
        |name: &str| serde_json::from_str::<Value>(&repository::committed().read_text(name)).expect("it is JSON");
    let schema = jsonschema::draft202012::new(&read("glossary.schema.json")).expect("the schema is a schema");
    let glossary = read("glossary.json");
    let errors: Vec<String> = schema.iter_errors(&glossary).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    for (at, value) in [
        ("/entries/0/id", json!("MARAC s")),
        ("/entries/0/headword", json!("")),
        ("/entries/0/long_forms", json!([{ "text": "a meeting", "places": [] }])),
        ("/entries/0/definitions", json!([{ "text": "a meeting" }])),
        ("/entries/0/linked_by", json!(null)),
        ("/names/0/group", json!("colour")),
        ("/names/0/elsewhere", json!("on the web")),
    ] {
        let mut broken = glossary.clone();
        *broken.pointer_mut(at).unwrap_or_else(|| panic!("the glossary has a {at}")) = value;
        assert!(!schema.is_valid(&broken), "the schema accepts a wrong value at {at}");
    }
}

/// JSON pointers to fields of a report, with a wrong value for each.
fn wrong_values() -> Vec<(&'static str, Value)> {
    vec![
        ("/schema", json!(2)),
        ("/force", json!("warwickshire")),
        ("/inspectorate", json!("Ofsted")),
        ("/published", json!("October 2022")),
        ("/scale", json!("six-tier")),
        ("/source/lines", json!("825")),
        ("/judgments/0/scope", json!("pillars")),
        ("/judgments/0/state", json!("report_not_held")),
        ("/judgments/0/grade", json!("Excellent")),
        ("/judgments/0/passages/0/lines", json!([1])),
        ("/judgments/0/passages/0/bytes", json!([1, 2, 3])),
        ("/judgments/0/also_stated", json!(null)),
        ("/findings/0/kind", json!("narrative")),
        ("/findings/0/section", json!("Our judgments")),
        ("/findings/0/items_after", json!([-1])),
        ("/findings/0/deadline", json!({ "text": "By January 2015" })),
        ("/measures", json!([{ "label": "crime" }])),
        ("/figures", json!([{ "caption": "crime" }])),
        ("/footnotes", json!([{ "marker": 1 }])),
        ("/abbreviations", json!([{ "short": "AFI" }])),
        ("/definitions", json!([{ "term": "bail", "text": "it is", "kind": "poem", "passages": [] }])),
        ("/references", json!([{ "quote": "last year" }])),
        ("/alliances", json!([{ "quote": "the alliance" }])),
        ("/problems", json!([{ "kind": "unread_text" }])),
    ]
}

#[test]
fn a_report_with_any_one_wrong_value_is_invalid() {
    let schema = report_schema();
    for (at, value) in wrong_values() {
        let mut report = sample_report();
        *report.pointer_mut(at).unwrap_or_else(|| panic!("the sample has a {at}")) = value;
        assert!(!schema.is_valid(&report), "the schema accepts a wrong value at {at}");
    }
}

#[test]
fn a_report_without_any_one_required_field_is_invalid() {
    let schema = report_schema();
    for at in ["", "/force", "/source", "/judgments/0", "/findings/0", "/findings/0/passages/0"] {
        let whole = sample_report();
        let names: Vec<String> =
            whole.pointer(at).and_then(Value::as_object).expect("an object").keys().cloned().collect();
        let optional = ["pillar", "isbn", "inspector", "also_called", "also_stated", "items_after", "terms"];
        for name in names.iter().filter(|name| !optional.contains(&name.as_str())) {
            let mut report = whole.clone();
            report.pointer_mut(at).and_then(Value::as_object_mut).expect("an object").remove(name);
            assert!(!schema.is_valid(&report), "the schema accepts a missing '{name}' in '{at}'");
        }
    }
}
