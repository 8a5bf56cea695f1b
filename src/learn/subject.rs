//! What a note is about, found by its address.

use crate::note::Subject;
use corpus::Corpus;
use explore::pages::finding::text_for_lists;
use explore::pages::phrasing;
use explore::pages::thread::capitalised;
use explore::route::{self, Anchor};
use explore::state::View;
use model::{Finding, FindingKey, Force, Report, ReportId, Thread, ThreadId};

/// What a note can be about.
pub(crate) enum Place<'c> {
    /// A finding.
    Finding(&'c Report, &'c Finding),
    /// A report, or a line of it.
    Report(&'c Report, Option<u32>),
    /// A thread, with its force.
    Thread(&'c Thread, &'c Force),
    /// Any other page, or one that the data do not have any more.
    Other,
}

/// The address that a note is kept under. `target` is that of the button, or empty for the page itself; `here` is the address
/// of the page with its fragment. A line of a report is a place of its own; what was searched or filtered is none.
pub fn note_address(target: &str, here: &str) -> String {
    let address = if target.is_empty() { here } else { target };
    let (page, fragment) = address.split_once('#').unwrap_or((address, ""));
    let state = route::parse_address(page);
    let path = route::path(&state);
    match (&state.view, Anchor::from_fragment(fragment)) {
        (View::Report(_), Anchor::Line(_)) => format!("{path}#{fragment}"),
        _ => path,
    }
}

/// The report whose text has the words of a note, if it is about a line of one: with the line, counted from 1.
pub fn line_of(address: &str) -> Option<(ReportId, u32)> {
    let (page, fragment) = address.split_once('#')?;
    match (route::parse_address(page).view, Anchor::from_fragment(fragment)) {
        (View::Report(id), Anchor::Line(line)) => Some((id, line)),
        _ => None,
    }
}

/// What is at an address.
pub(crate) fn place_at<'c>(corpus: &'c Corpus, address: &str) -> Place<'c> {
    let finding = |key: &FindingKey| corpus.finding(key).map(|(report, finding)| Place::Finding(report, finding));
    let report = |id: &ReportId| {
        let line = line_of(address).map(|(_, line)| line);
        corpus.report(id).map(|report| Place::Report(report, line))
    };
    let thread = |id: &ThreadId| {
        let thread = corpus.issues.thread(id)?;
        Some(Place::Thread(thread, corpus.force(&thread.force)?))
    };
    let found = match &route::parse_address(address).view {
        View::Finding(key) => finding(key),
        View::Report(id) => report(id),
        View::Thread(id) => thread(id),
        _ => None,
    };
    found.unwrap_or(Place::Other)
}

/// The subject of a note. `text` is the text of the report, if the address is that of a line; `title` is that of the page,
/// for pages that have no name here.
pub fn subject_at(corpus: &Corpus, address: &str, text: &str, title: &str) -> Subject {
    let (title, quote) = match place_at(corpus, address) {
        Place::Finding(report, finding) => {
            (format!("{}, {}", finding.kind.name(), report_in_words(report)), text_for_lists(finding))
        }
        Place::Report(report, None) => (report_in_words(report), String::new()),
        Place::Report(report, Some(line)) => {
            (format!("{}, line {line}", report_in_words(report)), paragraph_at(text, line))
        }
        Place::Thread(thread, force) => (thread_in_words(thread, force), String::new()),
        Place::Other => (title.to_string(), String::new()),
    };
    Subject { address: address.to_string(), title, quote }.clipped()
}

/// A report with its force: "Kent Police, PEEL 2021/22".
pub(crate) fn report_in_words(report: &Report) -> String {
    format!("{}, {}", report.force.name, phrasing::report_name(report))
}

/// A thread with its force: "Problem solving, Kent Police".
fn thread_in_words(thread: &Thread, force: &Force) -> String {
    format!("{}, {}", capitalised(&thread.name), force.name)
}

/// The paragraph that a line belongs to, in one line, without what marks a heading.
fn paragraph_at(text: &str, line: u32) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let at = (line as usize).saturating_sub(1);
    if lines.get(at).is_none_or(|line| line.is_empty()) {
        return String::new();
    }
    let from = lines[..at].iter().rposition(|line| line.is_empty()).map_or(0, |n| n + 1);
    let to = lines[at..].iter().position(|line| line.is_empty()).map_or(lines.len(), |n| at + n);
    let words = lines[from..to].join(" ");
    let words = words.trim_start_matches('#').trim_start();
    let marked = words.split_once(" {#").filter(|(_, id)| id.ends_with('}'));
    marked.map_or(words, |(words, _)| words).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_a_report_is_a_place_of_its_own_and_a_search_is_none() {
        let here = "report/kent-2016-effectiveness/#line-12";
        assert_eq!(note_address("", here), here);
        assert_eq!(note_address("", "report/kent-2016-effectiveness/?q=a#numbers"), "report/kent-2016-effectiveness/");
        assert_eq!(note_address("finding/a/b/c/", here), "finding/a/b/c/");
        assert_eq!(note_address("", "finding/a/b/c/#passage"), "finding/a/b/c/");
    }

    #[test]
    fn the_words_of_a_line_are_those_of_its_paragraph() {
        let text = "## A title {#a}\n\nThe force is\ngood. The\n\nend";
        assert_eq!(paragraph_at(text, 1), "A title");
        assert_eq!(paragraph_at(text, 4), "The force is good. The");
        assert_eq!(paragraph_at(text, 2), "");
        assert_eq!(paragraph_at(text, 99), "");
    }
}
