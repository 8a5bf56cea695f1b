//! Invented reports of `tests/samples` read as the `.json` beside each says, which was written from the report alone.

use model::fold::fold;
use model::{Finding, Judgment, Report};
use parse::{FORMATS, format_of, parse};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn folder(name: &str) -> PathBuf {
    tests::in_repository("tests/samples").join(name)
}

fn texts_in(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("readable").path());
    let mut texts: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|end| end == "txt")).collect();
    texts.sort();
    texts
}

/// Every sample with what is to be read in it.
pub fn samples() -> Vec<(PathBuf, Value, String)> {
    let all = fs::read_dir(folder("")).expect("the samples are there").map(|entry| entry.expect("readable").path());
    let mut formats: Vec<PathBuf> = all.filter(|path| path.is_dir() && !path.ends_with("refused")).collect();
    formats.sort();
    let sample = |path: PathBuf| {
        let expected = fs::read(path.with_extension("json")).expect("what it says stands beside it");
        let expected = serde_json::from_slice(&expected).expect("and is JSON");
        let text = fs::read_to_string(&path).expect("the text is UTF-8");
        (path, expected, text)
    };
    formats.iter().flat_map(|format| texts_in(format)).map(sample).collect()
}

/// A value without empty parts; case, quotes and dashes are folded away.
fn plain(value: Value) -> Value {
    let is_something = |value: &Value| !value.is_null() && value.as_array().is_none_or(|items| !items.is_empty());
    match value {
        Value::Object(fields) => Value::Object(
            fields.into_iter().filter(|(_, value)| is_something(value)).map(|(k, v)| (k, plain(v))).collect(),
        ),
        Value::Array(items) => Value::Array(items.into_iter().map(plain).collect()),
        Value::String(words) => Value::String(fold(&words)),
        other => other,
    }
}

fn judgment(j: &Judgment) -> Value {
    plain(json!({
        "scope": j.scope, "area": j.area, "state": j.state, "grade": j.grade, "inspected": j.inspected,
        "also_called": j.also_called,
    }))
}

fn finding(report: &Report, f: &Finding) -> Value {
    let area = report.judgments.iter().find(|j| Some(&j.key) == f.judgment.as_ref()).map(|j| &j.area);
    let parent = report.findings.iter().find(|p| Some(&p.key) == f.parent.as_ref()).map(|p| &p.text);
    let deadline = f.deadline.as_ref().map(|d| json!({"text": d.text, "due": d.due}));
    plain(json!({
        "kind": f.kind, "judgment": area, "text": f.text, "items": f.items, "body": f.body,
        "parent": parent, "deadline": deadline, "section": f.section,
    }))
}

/// What only some samples say of each item: it counts where they do.
const NOT_ALWAYS_SAID: [&str; 2] = ["also_called", "section"];

/// The items that were read, in their order, each with what the expected one in its place says of it.
fn as_said(expected: &[Value], found: Vec<Value>) -> Vec<String> {
    let say = |(n, mut item): (usize, Value)| {
        let is_unsaid = |name: &&str| expected.get(n).is_none_or(|said| said.get(name).is_none());
        for name in NOT_ALWAYS_SAID.iter().filter(|name| is_unsaid(name)) {
            item.as_object_mut().and_then(|fields| fields.remove(*name));
        }
        item.to_string()
    };
    found.into_iter().enumerate().map(say).collect()
}

/// What differs, a line each; nothing if the report is as expected: the same items in the same order, each as often.
fn differences(expected: &Value, report: &Report) -> Vec<String> {
    let mut out = Vec::new();
    let mut compare = |what: &str, name: &str, found: Vec<Value>| {
        let items = expected[name].as_array().cloned().unwrap_or_default();
        let found = as_said(&items, found);
        let expected: Vec<String> = items.into_iter().map(|item| plain(item).to_string()).collect();
        let first = expected.iter().zip(&found).position(|(expected, found)| expected != found);
        if let Some(n) = first.or((expected.len() != found.len()).then_some(expected.len().min(found.len()))) {
            let at = |items: &[String]| items.get(n).cloned().unwrap_or("nothing".to_string());
            out.push(format!("{what} {} is {}\n  and not {}", n + 1, at(&found), at(&expected)));
        }
    };
    compare("judgment", "judgments", report.judgments.iter().map(judgment).collect());
    compare("finding", "findings", report.findings.iter().map(|f| finding(report, f)).collect());
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

#[test]
fn every_sample_is_read_as_it_says() {
    let mut failures = Vec::new();
    for (path, expected, text) in samples() {
        let name = path.strip_prefix(folder("")).expect("it is in the folder").display().to_string();
        match parse(&name, &text) {
            Ok(parsed) => {
                failures.extend(differences(&expected, &parsed.report).iter().map(|d| format!("{name}: {d}")))
            }
            Err(refusal) => failures.push(format!("{name}: {refusal}")),
        }
    }
    assert!(failures.is_empty(), "{} differences\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn every_format_has_a_folder_of_samples_of_its_own() {
    let mut of_folder: BTreeMap<PathBuf, BTreeSet<&str>> = BTreeMap::new();
    for (path, _, text) in samples() {
        let format = format_of(&text).expect("a sample is of a format");
        of_folder.entry(path.parent().expect("a folder").to_path_buf()).or_default().insert(format.name);
    }
    assert!(of_folder.values().all(|formats| formats.len() == 1), "{of_folder:?}");
    let formats: BTreeSet<&str> = of_folder.values().flatten().copied().collect();
    assert_eq!(formats, FORMATS.iter().map(|format| format.name).collect());
    assert_eq!(of_folder.len(), FORMATS.len());
}

#[test]
fn every_problem_that_a_sample_has_is_told_and_no_other() {
    let mut wrong: Vec<String> = Vec::new();
    for (path, expected, text) in samples() {
        let report = parse("sample.txt", &text).expect("it is read").report;
        let places = |problem: &model::problem::Problem| -> String {
            problem.passages.iter().map(|p| &text[p.bytes[0] as usize..p.bytes[1] as usize]).collect()
        };
        let told = report.problems.iter().map(|p| format!("{} {}", p.message, places(p)).to_lowercase());
        let told: Vec<String> = told.collect();
        let Some(expected) = expected["problems"].as_array() else { continue };
        let expected: Vec<String> = expected.iter().filter_map(Value::as_str).map(str::to_lowercase).collect();
        for words in &expected {
            if !told.iter().any(|problem| problem.contains(words)) {
                wrong.push(format!("{}: no problem about '{words}' in: {told:?}", path.display()));
            }
        }
        for problem in &told {
            if !expected.iter().any(|words| problem.contains(words)) {
                wrong.push(format!("{}: told, and not there: {problem}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_text_that_is_no_report_of_these_formats_is_refused_for_the_reason_beside_it() {
    for path in texts_in(&folder("refused")) {
        let text = fs::read_to_string(&path).expect("the text is UTF-8");
        let reason = fs::read_to_string(path.with_extension("reason")).expect("the reason stands beside it");
        let refusal = match parse("refused.txt", &text) {
            Ok(parsed) => panic!("{} was read as {}", path.display(), parsed.report.id),
            Err(refusal) => refusal.to_string(),
        };
        // What could be read instead is the same for all.
        let said = ["; what can be read: ", "; looked for:"].iter().find_map(|list| refusal.split_once(list));
        assert_eq!(said.map_or(refusal.as_str(), |(said, _)| said), reason.trim_end(), "{}", path.display());
    }
}
