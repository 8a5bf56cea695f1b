//! What has to be known about something from a report wherever it is read: on a page, in a copy, on a slide.
//!
//! Everything that leaves a page takes its caveats from here; `tests/it/caveats.rs` checks every way out.

use crate::pages::{Link, phrasing, tile};
use crate::state::{State, View};
use corpus::Corpus;
use model::folding::join_words;
use model::problem::Problem;
use model::{Cycle, Finding, ForceId, Judgment, Report, Scale};

/// How this site has corrected what its program read as the kind of a finding, and why, in sentences; `None` if it has not.
pub fn correction_of_kind<'r>(report: &'r Report, finding: &Finding) -> Option<&'r str> {
    let is_it = |problem: &&Problem| problem.is_correction_of(finding.kind.name()) && problem.is_at(&finding.passages);
    report.problems.iter().find(is_it).map(|problem| problem.message.as_str())
}

/// The caveats of a finding: that its kind is corrected, whose grade is near it, and that its report is not the newest.
pub fn finding_caveats(corpus: &Corpus, report: &Report, finding: &Finding) -> Vec<String> {
    let judgment = finding.judgment.as_ref().and_then(|key| report.judgment(key));
    let corrected = correction_of_kind(report, finding).map(str::to_string);
    let graded = judgment.map(|judgment| judgment_in_words(corpus, report, judgment));
    corrected.into_iter().chain(graded).chain(report_notice_text(corpus, report)).collect()
}

/// The caveats of the grades of a report: their scale, and that the report is not the newest.
pub fn report_caveats(corpus: &Corpus, report: &Report) -> Vec<String> {
    let scale = (!report.judgments.is_empty()).then(|| format!("Grades are {}.", scale_in_words(report.scale)));
    scale.into_iter().chain(report_notice_text(corpus, report)).collect()
}

/// The cycles after this one in which a force is known to have been inspected, oldest first.
pub fn newer_inspections(corpus: &Corpus, force: &ForceId, cycle: &str) -> Vec<String> {
    let after = corpus.cycles.iter().skip_while(|other| other.id != cycle).skip(1);
    let is_known = |cycle: &&Cycle| {
        let is_held = corpus.held_reports_on(force).any(|other| other.cycle == cycle.id);
        is_held || corpus.pages_in_register(force, &cycle.id).next().is_some()
    };
    after.filter(is_known).map(|cycle| cycle.id.clone()).collect()
}

/// What is said of everything from a report that the reader has opened.
const OPENED: &str = "Opened by you from a file: not part of this site, and not checked by anyone.";

/// What has to be known of a report before it is read: that the reader has opened it, as a link to what was opened; and
/// that it is not, or may not be, the newest on its force, as a link to the force.
pub fn report_notice(corpus: &Corpus, report: &Report) -> Option<Link> {
    let view = if report.id.is_opened() { View::Open } else { View::Force(report.force.id.clone()) };
    Some(Link::to(&State::for_view(view), report_notice_text(corpus, report)?))
}

/// The same as a sentence.
pub fn report_notice_text(corpus: &Corpus, report: &Report) -> Option<String> {
    let words = not_newest(corpus, report);
    if !report.id.is_opened() {
        return words;
    }
    Some(join_words(&[OPENED].into_iter().chain(words.as_deref()).collect::<Vec<_>>(), " "))
}

/// That a report is not, or may not be, the newest on its force.
pub fn not_newest(corpus: &Corpus, report: &Report) -> Option<String> {
    let later = newer_inspections(corpus, &report.force.id, &report.cycle);
    let force = &report.force.name;
    if !later.is_empty() {
        Some(format!("Not the newest: {force} was inspected again in {}.", phrasing::join_as_list(&later)))
    } else if corpus.cycles.last().is_some_and(|newest| newest.id != report.cycle) {
        Some(format!("Later inspections of {force} may exist."))
    } else {
        None
    }
}

/// A judgment with its noun, state and scale: "Area: Investigating crime: Good, on a scale of five grades."
fn judgment_in_words(corpus: &Corpus, report: &Report, judgment: &Judgment) -> String {
    let shown = tile::judgment_tile(corpus, report, judgment);
    let note = shown.note.map(|note| format!(" ({note})")).unwrap_or_default();
    let scale = judgment.grade.map(|_| format!(", {}", scale_in_words(report.scale))).unwrap_or_default();
    format!("{}: {}{note}{scale}.", phrasing::judged_name(judgment), shown.word)
}

/// A scale, to follow a grade: "on a scale of five grades".
fn scale_in_words(scale: Scale) -> String {
    let grades = if scale.grades().len() == 4 { "four" } else { "five" };
    format!("on a scale of {grades} grades")
}
