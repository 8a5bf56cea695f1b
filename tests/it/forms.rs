//! The held reports in other forms and line layouts: everything that matters is read the same, and no grade is ever wrong.

use crate::samples;
use convert::convert;
use model::folding::fold_phrase;
use model::{Finding, Report};
use parse::parse_report;
use std::fs;
use std::path::PathBuf;
use tests::forms::{html, styled_blocks};
use tests::repository::{self, Source};
use tests::synthetic;

/// The report in a file.
fn read(bytes: &[u8]) -> Result<Report, String> {
    let converted = convert(bytes).map_err(|error| error.to_string())?;
    parse_report("any", &converted.text).map(|parsed| parsed.report).map_err(|refusal| refusal.to_string())
}

/// The words of a finding with all of its parts, folded.
fn words(finding: &Finding) -> String {
    let parts = [&finding.text].into_iter().chain(&finding.items).chain(&finding.body);
    parts.map(|part| fold_phrase(part)).collect::<Vec<_>>().join("|")
}

/// The grades of a report that differ from the right ones, and those of things that are not graded at all.
fn wrong_grades(right: &Report, found: &Report) -> Vec<String> {
    let is_right = |area: &str, grade| {
        right.judgments.iter().any(|j| fold_phrase(&j.area) == fold_phrase(area) && j.grade == grade)
    };
    let wrong = found.judgments.iter().filter(|j| j.grade.is_some() && !is_right(&j.area, j.grade));
    wrong.map(|j| format!("{}: {:?}", j.area, j.grade)).collect()
}

/// Checks that all judgments, and at least so many of a hundred findings, are read right in another form.
fn assert_is_read(what: &str, right: &Report, bytes: &[u8], percent: usize) {
    let found = read(bytes).unwrap_or_else(|reason| panic!("{what}: {reason}"));
    assert_eq!(wrong_grades(right, &found), Vec::<String>::new(), "{what}");
    let judged = |report: &Report| -> Vec<_> {
        report.judgments.iter().map(|j| (fold_phrase(&j.area), j.grade, j.status, j.inspected.clone())).collect()
    };
    assert_eq!(judged(&found), judged(right), "{what}");
    let known: Vec<String> = found.findings.iter().map(words).collect();
    let missing: Vec<String> = right.findings.iter().map(words).filter(|one| !known.contains(one)).collect();
    let count = right.findings.len();
    assert!(
        (count - missing.len()) * 100 >= percent * count,
        "{what}: {} of {count} missing: {missing:#?}",
        missing.len()
    );
}

#[test]
fn a_held_report_as_a_web_page_is_read_completely() {
    for source in repository::fixture().sources() {
        let blocks = styled_blocks(&source.text);
        let surrounded = format!(
            "<!DOCTYPE html><html><head><title>Inspections</title></head><body><header><a href=/>Home</a></header><nav><ul><li>\
             Reports</ul></nav><main>{}</main><footer><p>Crown copyright</footer></body></html>",
            html::body(&blocks)
        );
        for page in [html::page(&blocks, &source.report().title, html::PRINT_STYLE), surrounded] {
            assert_is_read(&source.file, source.report(), page.as_bytes(), 100);
        }
    }
}

#[test]
fn a_sample_as_a_web_page_is_read_and_has_no_wrong_grade() {
    // Columns that are set with spaces cannot be told from words here.
    for (path, _, text) in samples::all_samples().into_iter().filter(|(.., text)| !text.contains("   ")) {
        let name = path.display();
        let right = parse_report("any", &text).expect("a sample is read").report;
        let page = html::page(&styled_blocks(&text), "An inspection report", html::PRINT_STYLE);
        let found = read(page.as_bytes()).unwrap_or_else(|reason| panic!("{name}: {reason}"));
        assert_eq!(wrong_grades(&right, &found), Vec::<String>::new(), "{name}");
    }
}

/// The files of `tests/samples/forms`, each with the held report that it was made from.
fn committed_files() -> Vec<(PathBuf, &'static Source)> {
    let folder = repository::path_of("tests/samples/forms");
    let files = fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("readable").path());
    let mut files: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|end| end == "pdf" || end == "docx")).collect();
    files.sort();
    let source_of = |path: &PathBuf| {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let mut sources = repository::fixture().sources().iter();
        sources.rfind(|source| name.starts_with(source.file.trim_end_matches(".txt"))).expect("a held report")
    };
    files.into_iter().map(|path| (path.clone(), source_of(&path))).collect()
}

#[test]
fn pdfs_and_documents_made_by_several_programs_are_read() {
    let files = committed_files();
    assert!(files.len() >= 6, "{files:?}", files = files.len());
    for (path, source) in files {
        let bytes = fs::read(&path).expect("the file can be read");
        assert_is_read(&path.display().to_string(), source.report(), &bytes, 97);
    }
}

/// The text in other line layouts: without blank lines; with each line alone; indented; with only the lines of one width.
fn layouts(text: &str) -> Vec<(&'static str, String)> {
    let lines: Vec<&str> = text.lines().collect();
    let without_blank = lines.iter().filter(|line| !line.trim().is_empty()).copied().collect::<Vec<_>>().join("\n");
    let cells = lines.iter().map(|line| line.replace('\t', "\n")).collect::<Vec<_>>().join("\n");
    let cells_apart = lines.iter().map(|line| line.replace('\t', "\n\n")).collect::<Vec<_>>().join("\n");
    vec![
        ("without blank lines", without_blank),
        ("with blank lines between all lines", lines.join("\n\n")),
        ("indented", lines.iter().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")),
        ("with cells on lines of their own", cells),
        ("with cells as paragraphs", cells_apart),
        ("with form feeds", text.replace("\n\n", "\n\u{c}\n")),
        ("with line separators", text.replace('\n', "\u{2028}")),
        ("in capitals after a title page", format!("INSPECTION\n\n{text}")),
    ]
}

#[test]
fn no_layout_of_lines_ever_gives_a_wrong_grade() {
    let held = repository::fixture().sources().iter().map(|source| (source.file.clone(), source.text.clone()));
    let invented = synthetic::INVENTED_REPORTS.iter().map(|(name, text)| (name.to_string(), text.to_string()));
    for (name, text) in held.chain(invented) {
        let right = parse_report(&name, &text).expect("the text as it is can be read").report;
        for (layout, changed) in layouts(&text) {
            if let Ok(found) = read(changed.as_bytes()) {
                assert_eq!(wrong_grades(&right, &found), Vec::<String>::new(), "{name} {layout}");
            }
        }
    }
}
