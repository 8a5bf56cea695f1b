//! Rules of `src/README.md` and of the design that a search of the source files can check.

use site::check::EngineRow;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use tests::repository;

/// The path and text of every text file below a folder. Paths are relative to the root, with `/` between folders.
fn text_files(folder: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![repository::root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the project can be listed") {
            let path = entry.expect("a folder of the project can be listed").path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(text) = fs::read_to_string(&path) {
                found.push((relative_path(&path), text));
            }
        }
    }
    found.sort();
    found
}

/// A path relative to the root, with `/` between folders.
fn relative_path(path: &Path) -> String {
    let inside = path.strip_prefix(repository::root()).expect("a path of the project");
    inside.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// The lines of code, without comments and without the tests at the end of a file.
fn code_lines(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.split("#[cfg(test)]").next().unwrap_or_default().lines();
    lines.filter(|line| !line.trim_start().starts_with("//"))
}

#[test]
fn formats_do_not_import_each_other() {
    let name = |path: &str| path.split(['/', '.']).nth(3).unwrap_or_default().to_string();
    let files = text_files("src/parse/formats");
    let formats: BTreeSet<String> = files.iter().map(|(path, _)| name(path)).collect();
    assert_eq!(formats.len(), parse::FORMATS.len(), "{formats:?}");
    for (path, text) in files {
        let own = name(&path);
        let imported = code_lines(&text)
            .find(|line| formats.iter().any(|format| *format != own && line.contains(format.as_str())));
        assert_eq!(imported, None, "{path} names another format");
    }
}

#[test]
fn no_file_is_too_long_and_each_says_what_it_is_for() {
    for (path, text) in
        text_files("src").into_iter().chain(text_files("tests/it")).filter(|(path, _)| path.ends_with(".rs"))
    {
        let lines = text.lines().count();
        assert!(lines <= 400, "{path} has {lines} lines");
        assert!(text.starts_with("//! ") || path.contains("/browser/"), "{path} does not say what it is for");
    }
}

#[test]
fn no_unfinished_or_debugging_code_is_left() {
    let left = ["todo!(", "unimplemented!(", "dbg!(", "TODO", "FIXME", "XXX"];
    for (path, text) in text_files("src").into_iter().chain(text_files("static")).chain(text_files("tests")) {
        let is_this = path == "tests/it/source_rules.rs";
        let found = text.lines().find(|line| !is_this && left.iter().any(|word| line.contains(word)));
        assert_eq!(found, None, "{path}");
    }
}

#[test]
fn views_give_class_names_and_never_styles() {
    for (path, text) in text_files("src/html") {
        let styled = code_lines(&text)
            .find(|line| line.contains("style=") || line.contains("fill=\"") || line.contains("stroke=\""));
        assert_eq!(styled, None, "{path}");
    }
}

#[test]
fn colours_are_defined_in_one_file() {
    let is_colour = |word: &str| {
        let digits = word.trim_start_matches('#');
        word.starts_with('#') && [3, 4, 6, 8].contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_hexdigit())
    };
    let sheets = text_files("static/css").into_iter().filter(|(path, _)| path != "static/css/tokens.css");
    for (path, text) in sheets.chain(text_files("src")) {
        let mut words = text.split(|c: char| !(c.is_alphanumeric() || c == '#'));
        assert_eq!(words.find(|word| is_colour(word)), None, "{path}: a colour belongs in static/css/tokens.css");
    }
}

#[test]
fn no_file_contains_a_path_of_one_machine() {
    let homes = ["/home", "/Users", "/root", "/work", "/tmp"].map(|folder| format!("{folder}/"));
    for folder in ["src", "static", "tests", "data"] {
        for (path, text) in text_files(folder) {
            let found = text.lines().find(|line| homes.iter().any(|home| line.contains(home.as_str())));
            assert_eq!(found, None, "{path}");
        }
    }
}

#[test]
fn the_tests_that_are_listed_for_other_browsers_exist() {
    let files = text_files("tests/browser");
    let list = fs::read_to_string(repository::root().join("tests/engines.md")).expect("the list can be read");
    let rows: Vec<EngineRow> = list.lines().filter_map(EngineRow::read).collect();
    assert!(rows.iter().any(|row| matches!(row, EngineRow::File(_))), "no tests are listed");
    for row in rows {
        let is_there = match &row {
            EngineRow::File(file) => {
                let path = format!("tests/browser/{}.rs", file.trim_end_matches(':'));
                files.iter().any(|(found, _)| *found == path)
            }
            EngineRow::Exception { test, .. } => files.iter().any(|(_, text)| text.contains(&format!("fn {test}()"))),
        };
        assert!(is_there, "{row:?} is in tests/engines.md only");
    }
}
