//! Prints how well reports are read, by format and by form, and how long it takes beside `pdftotext`:
//! `cargo run -p tests --example reading_figures`.
//!
//! The held reports are compared with what their plain texts give, which the goldens prove; the samples with the expected
//! readings beside them.

use convert::convert;
use model::Report;
use model::folding::fold_phrase;
use parse::parse_report;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::ops::AddAssign;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tests::forms::{html, styled_blocks};
use tests::repository;

/// How many items were read right, were missed, and are wrong or invented.
#[derive(Clone, Copy, Default)]
struct Counts {
    right: usize,
    missed: usize,
    wrong: usize,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Counts) {
        self.right += other.right;
        self.missed += other.missed;
        self.wrong += other.wrong;
    }
}

/// The judgments and findings of texts of one kind.
#[derive(Default)]
struct Figures {
    texts: usize,
    refused: usize,
    judgments: Counts,
    findings: Counts,
}

/// What a text should give: the grade of each judgment by its names, and the kind and words of each finding.
struct Expected {
    judgments: Vec<(Vec<String>, Option<String>)>,
    findings: Vec<(String, String)>,
}

impl Expected {
    fn from_json(reading: &Value) -> Expected {
        let text = |value: &Value| value.as_str().map(fold_phrase).unwrap_or_default();
        let items = |name: &str| reading[name].as_array().cloned().unwrap_or_default();
        let judgment = |item: &Value| {
            let others = item["also_called"].as_array().into_iter().flatten().map(text);
            (std::iter::once(text(&item["area"])).chain(others).collect(), item["grade"].as_str().map(str::to_owned))
        };
        Expected {
            judgments: items("judgments").iter().map(judgment).collect(),
            findings: items("findings").iter().map(|item| (text(&item["kind"]), text(&item["text"]))).collect(),
        }
    }

    fn of_report(report: &Report) -> Expected {
        Expected::from_json(&serde_json::to_value(report).expect("a report is JSON"))
    }
}

impl Figures {
    /// Adds the reading of one file. What is not right is named on standard error.
    fn add(&mut self, name: &str, file: &[u8], expected: &Expected) {
        self.texts += 1;
        let read = convert(file).map_err(|error| error.to_string());
        let read =
            read.and_then(|converted| parse_report("any", &converted.text).map_err(|refusal| refusal.to_string()));
        let parsed = match read {
            Ok(parsed) => parsed,
            Err(reason) => {
                eprintln!("{name}: {reason}");
                self.refused += 1;
                self.judgments.missed += expected.judgments.len();
                self.findings.missed += expected.findings.len();
                return;
            }
        };
        let found = Expected::of_report(&parsed.report);
        let is_same = |names: &[String], others: &[String]| names.iter().any(|name| others.contains(name));
        for (names, grade) in &expected.judgments {
            match found.judgments.iter().find(|(others, _)| is_same(names, others)) {
                Some((_, read)) if read == grade => self.judgments.right += 1,
                _ => {
                    eprintln!("{name}: missed {names:?} {grade:?}");
                    self.judgments.missed += 1;
                }
            }
        }
        let is_right = |(names, grade): &&(Vec<String>, Option<String>)| {
            grade.is_none() || expected.judgments.iter().any(|(others, right)| right == grade && is_same(names, others))
        };
        for judgment in found.judgments.iter().filter(|judgment| !is_right(judgment)) {
            eprintln!("{name}: wrong {judgment:?}");
            self.judgments.wrong += 1;
        }
        let right = expected.findings.iter().filter(|finding| found.findings.contains(finding)).count();
        self.findings += Counts {
            right,
            missed: expected.findings.len() - right,
            wrong: found.findings.iter().filter(|finding| !expected.findings.contains(finding)).count(),
        };
    }
}

/// A text as a web page with marked headings, lists and tables.
fn as_web_page(text: &str) -> Vec<u8> {
    html::page(&styled_blocks(text), "A report", html::PRINT_STYLE).into_bytes()
}

/// The figures of every format, as text and as web page.
fn figures_by_format() -> BTreeMap<(String, &'static str), Figures> {
    let mut figures: BTreeMap<(String, &'static str), Figures> = BTreeMap::new();
    let mut add = |name: &str, text: &str, expected: &Expected| {
        let format = parse::format_of(text).expect("the format is known").name;
        figures.entry((format.to_owned(), "text")).or_default().add(name, text.as_bytes(), expected);
        // Columns that are set with spaces cannot be told from words here.
        if text.contains("   ") {
            return;
        }
        figures.entry((format.to_owned(), "web page")).or_default().add(
            &format!("{name} as web page"),
            &as_web_page(text),
            expected,
        );
    };
    for source in repository::fixture().sources() {
        add(&source.file, &source.text, &Expected::of_report(source.report()));
    }
    for path in files_below("tests/samples", "json") {
        let expected = serde_json::from_slice(&fs::read(&path).expect("it can be read")).expect("it is JSON");
        let text = fs::read_to_string(path.with_extension("txt")).expect("the text is beside it");
        add(&path.with_extension("").to_string_lossy(), &text, &Expected::from_json(&expected));
    }
    figures
}

/// The files with this extension in the folders of a folder.
fn files_below(folder: &str, extension: &str) -> Vec<PathBuf> {
    let list = |folder: &PathBuf| -> Vec<PathBuf> {
        fs::read_dir(folder).expect("it can be listed").map(|entry| entry.expect("readable").path()).collect()
    };
    let folders = list(&repository::path_of(folder)).into_iter().filter(|path| path.is_dir());
    let mut files: Vec<PathBuf> = folders.flat_map(|folder| list(&folder)).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == extension));
    files.sort();
    files
}

/// The figures of the held reports as files that several programs made, with the time that reading took, and the time of
/// `pdftotext` if it is installed.
fn figures_by_program() -> BTreeMap<String, (Figures, Duration, Option<Duration>)> {
    let mut figures: BTreeMap<String, (Figures, Duration, Option<Duration>)> = BTreeMap::new();
    for path in files_below("tests/samples", "pdf").into_iter().chain(files_below("tests/samples", "docx")) {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let mut sources = repository::fixture().sources().iter();
        let Some(source) = sources.rfind(|source| name.starts_with(source.file.trim_end_matches(".txt"))) else {
            continue;
        };
        let program = name[source.file.len() - ".txt".len()..].trim_matches('-').to_owned();
        let (of, time, other) = figures.entry(program).or_default();
        let file = fs::read(&path).expect("it can be read");
        let start = Instant::now();
        of.add(&name, &file, &Expected::of_report(source.report()));
        *time += start.elapsed();
        let start = Instant::now();
        let mut command = Command::new("pdftotext");
        let ran = command.arg(&path).arg("-").stdout(Stdio::null()).stderr(Stdio::null()).status();
        if ran.is_ok_and(|status| status.success()) {
            *other = Some(other.unwrap_or_default() + start.elapsed());
        }
    }
    figures
}

fn main() {
    let counts = |Counts { right, missed, wrong }: Counts| format!("{right} | {missed} | {wrong}");
    println!(
        "| Format | Form | Texts | Refused | Judgments right | missed | wrong | Findings right | missed | invented |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|");
    let mut sum = Counts::default();
    for ((format, form), Figures { texts, refused, judgments, findings }) in figures_by_format() {
        println!("| {format} | {form} | {texts} | {refused} | {} | {} |", counts(judgments), counts(findings));
        sum += judgments;
    }
    println!(
        "\n| Made by | Files | Judgments right | missed | wrong | Findings right | missed | invented | Reading | pdftotext |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|");
    for (program, (of, time, other)) in figures_by_program() {
        let other = other.map_or("-".to_owned(), |other| format!("{} ms", other.as_millis()));
        let (judgments, findings) = (counts(of.judgments), counts(of.findings));
        println!("| {program} | {} | {judgments} | {findings} | {} ms | {other} |", of.texts, time.as_millis());
        sum += of.judgments;
    }
    assert_eq!(sum.wrong, 0, "a grade is wrong");
}
