//! More reports of known formats, added to a copy of the committed data, make no tests fail but those of the goldens.

use crate::prerendered;
use explore::route;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;
use tests::forms::{html, styled_blocks};
use tests::repository::{self, DATA_VARIABLE, DataSet};

/// A copy of the committed data with the reports of Warwickshire and West Midlands once more, under the names of other
/// forces: `count` reports in all. Every second one is a web page: a source may have any form.
fn data_with_more_reports(count: usize) -> TempDir {
    const FORCES: [&str; 4] = ["Kent", "Essex", "Surrey", "Norfolk"];
    let folder = tempfile::tempdir().expect("a folder");
    copy_folder(&repository::path_of("data"), folder.path());
    let sources = repository::fixture().sources();
    let copies = FORCES.iter().flat_map(|force| sources.iter().map(move |source| (force, source)));
    for (n, (force, source)) in copies.take(count).enumerate() {
        let held = if source.file.starts_with("warwickshire") { "Warwickshire" } else { "West Midlands" };
        let text = source.text.replace(held, force).replace(&held.to_uppercase(), &force.to_uppercase());
        let name = source.file.replace(&held.to_lowercase().replace(' ', "-"), &force.to_lowercase());
        let path = folder.path().join("sources").join(name);
        if n % 2 == 0 {
            fs::write(path, text).expect("a source can be written");
        } else {
            let page = html::page(&styled_blocks(&text), &source.report().title, html::PRINT_STYLE);
            fs::write(path.with_extension("html"), page).expect("a source can be written");
        }
    }
    folder
}

/// Copies the files of a folder and of its folders.
fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("a folder can be listed") {
        let path = entry.expect("a folder can be listed").path();
        let copy = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy_folder(&path, &copy);
        } else {
            fs::copy(&path, &copy).expect("a file can be copied");
        }
    }
}

/// The names of the tests that fail on this data.
fn failing_tests(data: &Path) -> BTreeSet<String> {
    let program = std::env::current_exe().expect("the path of the tests");
    // The others read only the frozen data.
    let tests = ["formats::", "goldens::", "ledger::", "passages::", "register::", "schema::", "tables::"];
    // The grades of the copies are invented, so public pages state others.
    let skip = ["--skip", "the_register_agrees_with_the_held_reports"];
    let output = Command::new(program)
        .args(tests)
        .args(skip)
        .env(DATA_VARIABLE, data)
        .env_remove("UPDATE_GOLDENS")
        .output()
        .expect("the tests run");
    let output = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.contains("test result: "), "the tests did not run to the end: {output}");
    let lines = output.lines().filter_map(|line| line.strip_prefix("test ")?.strip_suffix(" ... FAILED"));
    lines.map(str::to_owned).collect()
}

#[test]
fn one_more_report_or_ten_turn_only_goldens_red() {
    assert_eq!(failing_tests(&repository::path_of("data")), BTreeSet::new());
    for count in [1, 10] {
        let data = data_with_more_reports(count);
        let failing = failing_tests(data.path());
        assert!(failing.iter().all(|name| name.contains("golden")), "with {count} more reports: {failing:#?}");
        assert!(!failing.is_empty(), "{count} more reports change no golden");
    }
}

#[test]
fn every_page_of_a_force_with_more_reports_is_rendered() {
    let folder = data_with_more_reports(10);
    let data = DataSet::new(folder.path().to_owned());
    assert_eq!(data.corpus().reports.len(), repository::fixture().corpus().reports.len() + 10);
    let states = route::all_pages(data.corpus());
    let states = states.into_iter().filter(|state| {
        let address = route::address(state);
        !address.starts_with("finding/")
            && (address.contains("kent") || !address.contains('/') || address == "findings/")
    });
    for page in prerendered::render_pages(&data, states.collect()) {
        assert!(page.html.contains("<h1"), "{} has no heading", page.address);
    }
}
