//! The invented reports in `tests/samples` are read as the `.json` file next to each says, which a person wrote from
//! the report alone.

use model::folding::fold_phrase;
use model::{Finding, Judgment, Report};
use parse::{FORMATS, format_of, parse_report};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A folder in `tests/samples`.
fn sample_folder(name: &str) -> PathBuf {
    tests::repository::path_of("tests/samples").join(name)
}

/// The paths of the `.txt` files in a folder, sorted by name.
fn text_files_in(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("readable").path());
    let mut texts: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|end| end == "txt")).collect();
    texts.sort();
    texts
}

/// The path, the expected reading and the text of every sample.
pub fn all_samples() -> Vec<(PathBuf, Value, String)> {
    let all =
        fs::read_dir(sample_folder("")).expect("the samples are there").map(|entry| entry.expect("readable").path());
    let mut formats: Vec<PathBuf> = all.filter(|path| path.is_dir() && !path.ends_with("refused")).collect();
    formats.sort();
    let sample = |path: PathBuf| {
        let expected = fs::read(path.with_extension("json")).expect("the expected reading is beside it");
        let expected = serde_json::from_slice(&expected).expect("it is JSON");
        let text = fs::read_to_string(&path).expect("the text is UTF-8");
        (path, expected, text)
    };
    formats.iter().flat_map(|format| text_files_in(format)).map(sample).collect()
}

/// A value without null fields and empty lists, and with strings folded: case, quotes and dashes do not matter.
fn normalize_value(value: Value) -> Value {
    let is_something = |value: &Value| !value.is_null() && value.as_array().is_none_or(|items| !items.is_empty());
    match value {
        Value::Object(fields) => Value::Object(
            fields.into_iter().filter(|(_, value)| is_something(value)).map(|(k, v)| (k, normalize_value(v))).collect(),
        ),
        Value::Array(items) => Value::Array(items.into_iter().map(normalize_value).collect()),
        Value::String(words) => Value::String(fold_phrase(&words)),
        other => other,
    }
}

/// A judgment in the form of the expected readings.
fn judgment_value(j: &Judgment) -> Value {
    normalize_value(json!({
        "scope": j.scope, "area": j.area, "state": j.status, "grade": j.grade, "inspected": j.inspected,
        "also_called": j.also_called,
    }))
}

/// A finding in the form of the expected readings.
fn finding_value(report: &Report, f: &Finding) -> Value {
    let area = report.judgments.iter().find(|j| Some(&j.key) == f.judgment.as_ref()).map(|j| &j.area);
    let parent = report.findings.iter().find(|p| Some(&p.key) == f.parent.as_ref()).map(|p| &p.text);
    let deadline = f.deadline.as_ref().map(|d| json!({"text": d.text, "due": d.due}));
    normalize_value(json!({
        "kind": f.kind, "judgment": area, "text": f.text, "items": f.items, "body": f.body,
        "parent": parent, "deadline": deadline, "section": f.section,
    }))
}

/// Fields that only some samples give. They are compared only if they are given.
const OPTIONAL_FIELDS: [&str; 2] = ["also_called", "section"];

/// The items that were read, in their order, without optional fields that the expected item does not give.
fn without_ungiven_fields(expected: &[Value], found: Vec<Value>) -> Vec<String> {
    let without_ungiven = |(n, mut item): (usize, Value)| {
        let is_ungiven = |name: &&str| expected.get(n).is_none_or(|item| item.get(name).is_none());
        for name in OPTIONAL_FIELDS.iter().filter(|name| is_ungiven(name)) {
            item.as_object_mut().and_then(|fields| fields.remove(*name));
        }
        item.to_string()
    };
    found.into_iter().enumerate().map(without_ungiven).collect()
}

/// The differences, one line each: the first different judgment, the first different finding, and different facts about
/// the report. Empty if it is as expected.
fn differences(expected: &Value, report: &Report) -> Vec<String> {
    let mut out = Vec::new();
    let mut compare = |what: &str, name: &str, found: Vec<Value>| {
        let items = expected[name].as_array().cloned().unwrap_or_default();
        let found = without_ungiven_fields(&items, found);
        let expected: Vec<String> = items.into_iter().map(|item| normalize_value(item).to_string()).collect();
        let first = expected.iter().zip(&found).position(|(expected, found)| expected != found);
        if let Some(n) = first.or((expected.len() != found.len()).then_some(expected.len().min(found.len()))) {
            let at = |items: &[String]| items.get(n).cloned().unwrap_or("nothing".to_string());
            out.push(format!("{what} {} is {}\n  and not {}", n + 1, at(&found), at(&expected)));
        }
    };
    compare("judgment", "judgments", report.judgments.iter().map(judgment_value).collect());
    compare("finding", "findings", report.findings.iter().map(|f| finding_value(report, f)).collect());
    if let Some(expected) = expected["references"].as_array() {
        out.extend(different_references(expected, report));
    }
    let found = json!({
        "force": {"id": report.force.id, "name": report.force.name}, "published": report.published,
        "inspected": report.inspected, "inspector": report.inspector, "isbn": report.isbn,
    });
    for name in ["force", "published", "inspected", "inspector", "isbn"] {
        if expected.get(name).is_some_and(|value| *value != found[name]) {
            out.push(format!("{name} is {} and not {}", found[name], expected[name]));
        }
    }
    out
}

/// The first sentence about earlier work that is read otherwise than expected.
fn different_references(expected: &[Value], report: &Report) -> Option<String> {
    let differs = |n: &usize| {
        let (Some(expected), Some(found)) = (expected.get(*n), report.references.get(*n)) else { return true };
        let quote = fold_phrase(expected["quote"].as_str().unwrap_or_default());
        // A note may be followed by the number of its page.
        !fold_phrase(&found.quote).starts_with(&quote) || expected["years"] != json!(found.years)
    };
    let n = (0..expected.len().max(report.references.len())).find(differs)?;
    let found = report.references.get(n).map(|reference| json!({"quote": reference.quote, "years": reference.years}));
    Some(format!("reference {} is {found:?}\n  and not {:?}", n + 1, expected.get(n)))
}

#[test]
fn every_sample_is_read_as_expected() {
    let mut failures = Vec::new();
    for (path, expected, text) in all_samples() {
        let name = path.strip_prefix(sample_folder("")).expect("it is in the folder").display().to_string();
        match parse_report(&name, &text) {
            Ok(parsed) => {
                failures.extend(differences(&expected, &parsed.report).iter().map(|d| format!("{name}: {d}")))
            }
            Err(refusal) => failures.push(format!("{name}: {refusal}")),
        }
    }
    assert!(failures.is_empty(), "{} differences\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn every_format_has_its_own_folder_of_samples() {
    let mut of_folder: BTreeMap<PathBuf, BTreeSet<&str>> = BTreeMap::new();
    for (path, _, text) in all_samples() {
        let format = format_of(&text).expect("a sample has a format");
        of_folder.entry(path.parent().expect("a folder").to_path_buf()).or_default().insert(format.name);
    }
    assert!(of_folder.values().all(|formats| formats.len() == 1), "{of_folder:?}");
    let formats: BTreeSet<&str> = of_folder.values().flatten().copied().collect();
    assert_eq!(formats, FORMATS.iter().map(|format| format.name).collect());
    assert_eq!(of_folder.len(), FORMATS.len());
}

#[test]
fn every_expected_problem_of_a_sample_is_reported_and_no_other() {
    let mut wrong: Vec<String> = Vec::new();
    for (path, expected, text) in all_samples() {
        let report = parse_report("sample.txt", &text).expect("it is read").report;
        let places = |problem: &model::problem::Problem| -> String {
            problem.passages.iter().map(|p| &text[p.bytes[0] as usize..p.bytes[1] as usize]).collect()
        };
        let reported = report.problems.iter().map(|p| format!("{} {}", p.message, places(p)).to_lowercase());
        let reported: Vec<String> = reported.collect();
        let Some(expected) = expected["problems"].as_array() else { continue };
        let expected: Vec<String> = expected.iter().filter_map(Value::as_str).map(str::to_lowercase).collect();
        for words in &expected {
            if !reported.iter().any(|problem| problem.contains(words)) {
                wrong.push(format!("{}: no problem about '{words}' in: {reported:?}", path.display()));
            }
        }
        for problem in &reported {
            if !expected.iter().any(|words| problem.contains(words)) {
                wrong.push(format!("{}: reported, but not expected: {problem}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_text_in_another_format_is_refused_for_the_reason_beside_it() {
    for path in text_files_in(&sample_folder("refused")) {
        let text = fs::read_to_string(&path).expect("the text is UTF-8");
        let reason = fs::read_to_string(path.with_extension("reason")).expect("the reason is beside it");
        let refusal = match parse_report("refused.txt", &text) {
            Ok(parsed) => panic!("{} was read as {}", path.display(), parsed.report.id),
            Err(refusal) => refusal.to_string(),
        };
        // The list of formats at the end of a reason is the same for all.
        let lists = ["; what can be read: ", "; these phrases were looked for:"];
        let found = lists.iter().find_map(|list| refusal.split_once(list)).map_or(refusal.as_str(), |(start, _)| start);
        if std::env::var_os("UPDATE_GOLDENS").is_some() {
            fs::write(path.with_extension("reason"), format!("{found}\n")).expect("the reason can be written");
            continue;
        }
        assert_eq!(found, reason.trim_end(), "{}", path.display());
    }
}
