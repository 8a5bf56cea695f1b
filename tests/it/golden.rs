//! Compares texts with goldens: files in `tests/golden` that a person has read.

use std::fs;
use tests::repository;

/// Whether goldens are to be written instead of compared: `UPDATE_GOLDENS=1`.
fn is_update() -> bool {
    std::env::var_os("UPDATE_GOLDENS").is_some_and(|value| value == "1")
}

/// Asserts that `now` is the same as the golden `tests/golden/<name>`.
///
/// # Panics
/// If they differ, with the first different line and how to accept the change.
#[track_caller]
pub fn assert_golden(name: &str, now: &str) {
    let path = repository::root().join("tests/golden").join(name);
    if is_update() {
        fs::create_dir_all(path.parent().expect("a golden is in a folder")).expect("the golden's folder can be made");
        return fs::write(&path, now).expect("the golden can be written");
    }
    let golden = fs::read_to_string(&path).unwrap_or_default();
    if let Some(difference) = first_difference(&golden, now) {
        panic!(
            "tests/golden/{name} differs {difference}\nIf the change is intended: UPDATE_GOLDENS=1 cargo test \
             --package tests --test it, and read the whole diff before you commit it."
        );
    }
}

/// The first line that differs, in both texts; `None` if they are the same.
pub fn first_difference(expected: &str, found: &str) -> Option<String> {
    if expected == found {
        return None;
    }
    let (mut old, mut new) = (expected.split('\n'), found.split('\n'));
    (1..).find_map(|line| match (old.next(), new.next()) {
        (a, b) if a == b && a.is_some() => None,
        (a, b) => {
            let shown = |text: Option<&str>| text.map_or("(end of the text)".to_string(), str::to_string);
            Some(format!("at line {line}\n  expected: {}\n  found:    {}", shown(a), shown(b)))
        }
    })
}

#[test]
fn a_difference_is_reported_by_its_first_line() {
    assert_eq!(first_difference("a\nb\n", "a\nb\n"), None);
    assert_eq!(first_difference("a\nb\n", "a\nc\n").as_deref(), Some("at line 2\n  expected: b\n  found:    c"));
    assert_eq!(first_difference("a", "a\n").as_deref(), Some("at line 2\n  expected: (end of the text)\n  found:    "));
}
