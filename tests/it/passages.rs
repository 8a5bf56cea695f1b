//! Provenance: everything quoted is in the source, at exactly the bytes of its passages.

use crate::report_text;
use model::folding::fold_phrase;
use model::{Judgment, Passage};
use tests::repository::{self, Source};

/// Text without what the parser removes: white space, list markers, link markup and escapes of brackets.
fn without_markup(words: &str) -> String {
    let unmarked = words.lines().map(|line| without_list_marker(line.trim())).collect::<Vec<_>>().join("\n");
    let unlinked = without_links(&unmarked);
    unlinked.chars().filter(|c| !c.is_whitespace()).collect()
}

/// A line without the list marker that it starts with.
fn without_list_marker(line: &str) -> &str {
    let (mark, rest) = line.split_once(' ').unwrap_or(("", line));
    let is_letter = mark.len() == 3 && mark.starts_with('(') && mark.ends_with(')');
    if ["•", "-"].contains(&mark) || is_letter { rest } else { line }
}

/// Replaces `[term](#)` with `term`, and `\(` in it with `(`.
fn without_links(words: &str) -> String {
    let mut out = words.to_string();
    while let Some(close) = out.find("](#)") {
        let open = out[..close].rfind('[').expect("a link opens before it closes");
        let term = out[open + 1..close].replace("\\(", "(").replace("\\)", ")");
        out.replace_range(open..close + 4, &term);
    }
    out
}

/// All passages of judgments, findings and problems.
fn all_passages(source: &Source) -> impl Iterator<Item = &Passage> {
    let report = source.report();
    let of_judgments = report.judgments.iter().flat_map(|j| j.passages.iter().chain(&j.also_stated));
    let of_findings = report.findings.iter().flat_map(|f| &f.passages);
    of_judgments.chain(of_findings).chain(report.problems.iter().flat_map(|p| &p.passages))
}

#[test]
fn the_words_of_every_finding_are_the_text_at_its_passages() {
    for source in repository::committed().sources() {
        for finding in &source.report().findings {
            let printed: String = finding.passages.iter().map(|p| without_markup(source.text_at(p))).collect();
            let quoted = std::iter::once(finding.text.clone()).chain(report_text::items_and_body(finding));
            let quoted: String = quoted.map(|words| without_markup(&words)).collect();
            assert_eq!(printed, quoted, "{}", finding.key);
        }
    }
}

#[test]
fn every_item_has_a_position_among_the_paragraphs() {
    for source in repository::committed().sources() {
        for finding in &source.report().findings {
            assert_eq!(finding.items.len(), finding.items_after.len(), "{}", finding.key);
            assert!(finding.items_after.is_sorted(), "{}", finding.key);
            assert!(finding.items_after.iter().all(|n| *n <= finding.body.len()), "{}", finding.key);
        }
    }
}

#[test]
fn the_area_and_grade_of_every_judgment_are_at_its_passages() {
    for source in repository::committed().sources() {
        for judgment in &source.report().judgments {
            let printed = fold_phrase(&source.text_at_all(&judgment.passages));
            assert!(
                without_markup(&printed).contains(&without_markup(&fold_phrase(&judgment.area))),
                "{}: {printed}",
                judgment.key
            );
            assert!(states_grade(&printed, judgment), "{}: {printed}", judgment.key);
        }
    }
}

#[test]
fn a_judgment_that_is_stated_again_is_the_same_there() {
    for source in repository::committed().sources() {
        for judgment in source.report().judgments.iter().filter(|j| !j.also_stated.is_empty()) {
            let printed = fold_phrase(&source.text_at_all(&judgment.also_stated));
            let in_table = judgment.also_called.iter().any(|name| printed.contains(&fold_phrase(name)));
            assert!(states_grade(&printed, judgment) || in_table, "{}: {printed}", judgment.key);
        }
    }
}

/// Whether this folded text states the grade of a judgment, or why it has none.
fn states_grade(printed: &str, judgment: &Judgment) -> bool {
    match judgment.grade {
        Some(grade) => printed.contains(&fold_phrase(grade.name())),
        None => ["ungraded", "graded judgment", "hasn't yet been completed", "not inspected"]
            .iter()
            .any(|w| printed.contains(w)),
    }
}

#[test]
fn lines_and_bytes_of_every_passage_agree() {
    for source in repository::committed().sources() {
        for passage in all_passages(source) {
            let [from, to] = passage.bytes.map(|b| b as usize);
            let line_at = |byte: usize| source.text[..byte].matches('\n').count() as u32 + 1;
            assert!(from < to, "{} {passage:?} is empty", source.file);
            assert_eq!(passage.lines, [line_at(from), line_at(to)], "{} bytes {from} to {to}", source.file);
            let words = &source.text[from..to];
            assert_eq!(words, words.trim(), "{} {passage:?} starts and ends with a word", source.file);
        }
    }
}

#[test]
fn the_sentences_about_comparing_cycles_are_where_the_table_says() {
    let mut stated = 0;
    for cycle in &repository::committed().corpus().cycles {
        let Some(statement) = &cycle.statement else { continue };
        let source = repository::committed().source_of_report(statement.report.as_str());
        assert_eq!(
            without_markup(source.text_at(&statement.passage)),
            without_markup(&statement.quote),
            "{}",
            cycle.id
        );
        let line_at = |byte: u32| source.text[..byte as usize].matches('\n').count() as u32 + 1;
        assert_eq!(statement.passage.lines, statement.passage.bytes.map(line_at), "{}", cycle.id);
        stated += 1;
    }
    assert_eq!(stated, 2, "2016 and 2021/22 have a sentence");
}

#[test]
fn every_problem_points_to_text() {
    for source in repository::committed().sources() {
        for problem in &source.report().problems {
            assert!(!problem.passages.is_empty(), "{}: {}", source.file, problem.message);
            assert!(problem.passages.iter().all(|p| !source.text_at(p).trim().is_empty()), "{}", problem.message);
        }
    }
}

#[test]
fn every_sentence_that_states_a_link_is_at_its_lines() {
    let links: serde_json::Value =
        serde_json::from_str(&repository::committed().read_text("links.json")).expect("the links are JSON");
    let stated = links["stated"].as_array().expect("a list");
    assert!(stated.len() > 100);
    for link in stated {
        let text = |name: &str| link[name].as_str().unwrap_or_else(|| panic!("{name} is a text"));
        let line = |n: usize| link["lines"][n].as_u64().expect("a line") as usize;
        let source = repository::committed().source_of_report(text("report"));
        let lines: Vec<&str> = source.text.lines().skip(line(0) - 1).take(line(1) + 1 - line(0)).collect();
        let letters = |words: &str| words.chars().filter(|c| c.is_alphabetic()).collect::<String>();
        assert!(letters(&lines.concat()).contains(&letters(text("sentence"))), "{}", text("sentence"));
        let years = link["years"].as_array().expect("a list").iter().filter_map(|year| year.as_str());
        for words in years.chain(link["status_words"].as_str()) {
            assert!(text("sentence").contains(words), "{words} is not in: {}", text("sentence"));
        }
    }
}
