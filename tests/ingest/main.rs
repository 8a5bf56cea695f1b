//! The command `cargo ingest`: what it prints, writes and refuses, and its exit status.

mod archives;
mod check;
mod corrections;
mod refused;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tests::repository;
use tests::synthetic;

/// The result of a run of the program.
struct Outcome {
    /// The exit status.
    status: Option<i32>,
    /// What it printed on standard output.
    stdout: String,
    /// What it printed on standard error.
    stderr: String,
}

/// The program, to be run in the root of the repository.
fn ingest_command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ingest"));
    command.current_dir(repository::root());
    command
}

fn run_command(command: &mut Command) -> Outcome {
    let output = command.output().expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it prints UTF-8");
    Outcome { status: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

/// A temporary folder with these files.
fn folder_with<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for (name, content) in files {
        fs::write(folder.path().join(name), content).expect("it can be written to");
    }
    folder
}

/// The names and contents of the invented reports.
fn invented_reports() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    synthetic::INVENTED_REPORTS.into_iter().map(|(name, text)| (name, text.as_bytes()))
}

/// The value of a field in the report on each line.
fn field_of_each_line(lines: &str, pointer: &str) -> Vec<String> {
    let value = |line: &str| serde_json::from_str::<serde_json::Value>(line).expect("a line is JSON");
    let field = |line| value(line).pointer(pointer).and_then(|value| value.as_str()).map(str::to_string);
    lines.lines().map(|line| field(line).expect("a report has this field")).collect()
}

/// The paths of the committed sources.
fn source_paths() -> Vec<PathBuf> {
    repository::fixture().files_in("sources", "txt")
}

#[test]
fn help_explains_every_option_with_examples_exit_statuses_and_the_schema() {
    let help = run_command(ingest_command().arg("--help"));
    assert_eq!((help.status, help.stderr.as_str()), (Some(0), ""));
    let named = ["--out", "--check", "--lines", "--help", "--version", "[FILE]", "Examples:", "Exit status:"];
    for word in named.into_iter().chain(["data/report.schema.json", "Usage: cargo ingest", "standard error"]) {
        assert!(help.stdout.contains(word), "{word} is missing from:\n{}", help.stdout);
    }
    let options = help.stdout.lines().filter(|line| line.trim_start().starts_with("--") || line.contains(", --"));
    assert_eq!(options.count(), 5, "an option that this test does not know: {}", help.stdout);
    assert!(help.stdout.lines().all(|line| line.chars().count() <= 120), "{}", help.stdout);
}

#[test]
fn a_single_file_is_printed_as_the_committed_report_and_nothing_else_is() {
    for source in repository::fixture().sources() {
        let printed = run_command(ingest_command().arg(format!("data/sources/{}", source.file)));
        let committed = repository::read_text(&format!("data/reports/{}.json", source.report().id));
        assert_eq!((printed.status, printed.stdout), (Some(0), committed));
        assert_eq!(printed.stderr.is_empty(), source.report().problems.is_empty(), "{}", printed.stderr);
    }
}

#[test]
fn several_files_are_printed_as_one_json_object_per_line_in_the_order_given() {
    let mut files = source_paths();
    files.reverse();
    let printed = run_command(ingest_command().args(&files));
    assert_eq!(printed.status, Some(0), "{}", printed.stderr);
    let names: Vec<String> = files.iter().map(|file| file_name(file)).collect();
    assert_eq!(field_of_each_line(&printed.stdout, "/source/file"), names);
    assert!(printed.stderr.contains("5 files in ") && printed.stderr.contains("0 refused"), "{}", printed.stderr);
}

/// The name of a file.
fn file_name(path: &Path) -> String {
    path.file_name().expect("a file has a name").to_string_lossy().into_owned()
}

#[test]
fn a_folder_stands_for_its_texts_in_order_of_their_names() {
    let texts = folder_with(invented_reports().chain([("notes.md", b"no report".as_slice())]));
    let printed = run_command(ingest_command().arg(texts.path()));
    assert_eq!(printed.status, Some(0), "{}", printed.stderr);
    assert_eq!(field_of_each_line(&printed.stdout, "/source/file"), synthetic::INVENTED_REPORTS.map(|(name, _)| name));
    let single = folder_with(invented_reports().take(1));
    assert_eq!(
        run_command(ingest_command().arg(single.path())).stdout.lines().count(),
        1,
        "a folder of one text is still a line"
    );
}

#[test]
fn without_files_the_projects_own_sources_are_read_again() {
    let project = folder_with([]);
    let refused = run_command(ingest_command().current_dir(project.path()));
    assert_eq!(refused.status, Some(1));
    assert!(refused.stderr.contains("run this in the project's folder"), "{}", refused.stderr);

    fs::create_dir_all(project.path().join("data/sources")).expect("a folder can be made");
    invented_reports().for_each(|(name, text)| {
        fs::write(project.path().join("data/sources").join(name), text).expect("a source can be written");
    });
    let checked = run_command(ingest_command().arg("--check").current_dir(project.path()));
    assert_eq!((checked.status, project.path().join("data/reports").exists()), (Some(0), false));
    let written = run_command(ingest_command().current_dir(project.path()));
    assert_eq!((written.status, written.stdout.as_str()), (Some(0), ""), "{}", written.stderr);
    assert_eq!(fs::read_dir(project.path().join("data/reports")).expect("a folder").count(), 5);
}

#[test]
fn a_thousand_reports_are_read_in_one_go() {
    let names: Vec<String> = (0..1000).map(|n| format!("{n:04}.txt")).collect();
    let texts = names.iter().zip(synthetic::INVENTED_REPORTS.iter().cycle());
    let texts = folder_with(texts.map(|(name, (_, text))| (name.as_str(), text.as_bytes())));
    let start = Instant::now();
    let printed = run_command(ingest_command().arg(texts.path()));
    assert!(start.elapsed() < Duration::from_secs(60), "it took {:?}", start.elapsed());
    assert_eq!((printed.status, field_of_each_line(&printed.stdout, "/source/file")), (Some(0), names));
    assert!(printed.stderr.contains("   1000 read\n"), "{}", printed.stderr);
}

#[test]
fn a_closed_standard_output_is_not_reported() {
    let mut command = ingest_command();
    let child = command.args(source_paths()).args(source_paths()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = child.spawn().expect("the program runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    let err = String::from_utf8_lossy(&output.stderr);
    assert!(!err.contains("error: ") && !err.contains("panicked"), "{err}");
}
