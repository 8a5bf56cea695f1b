//! Sentences of many styles, each with the terms that it defines.

use crate::facts::definitions::annex::Section;
use crate::facts::definitions::found_in;
use crate::facts::definitions::words::Words;

#[track_caller]
fn assert_terms(sentence: &str, expected: &[&str]) {
    let found = found_in(&Words::new(sentence), None, &Section::default(), false);
    let terms: Vec<&str> = found.iter().map(|found| found.term.as_str()).collect();
    assert_eq!(terms, expected, "{sentence}");
}

#[test]
fn a_sentence_may_say_what_something_is() {
    assert_terms("A Street Plan is a document that sets out where officers patrol.", &["Street Plan"]);
    assert_terms("‘Safe Steps’ is a scheme which helps people home at night.", &["Safe Steps"]);
    assert_terms("A reassignment is the moving of an officer to other work.", &["reassignment"]);
}
