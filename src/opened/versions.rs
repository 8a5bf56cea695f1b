//! Versions of one report: the text that the reader has opened, and that of the site.

use explore::pages::phrasing;
use model::folding::fold_phrase;
use model::{Judgment, Report};
use std::collections::BTreeSet;

/// How another text of a report differs from the one that the reader has opened.
pub fn difference_in_words(opened: &Report, other: &Report) -> String {
    let grade_of = |report: &Report, judgment: &Judgment| {
        let same = report.judgments.iter().find(|other| fold_phrase(&other.area) == fold_phrase(&judgment.area));
        same.map(|same| (same.status, same.grade))
    };
    let differing = opened.judgments.iter().filter(|one| grade_of(other, one) != Some((one.status, one.grade))).count();
    let lacking = other.judgments.iter().filter(|one| grade_of(opened, one).is_none()).count();
    let grades = match differing + lacking {
        0 => "The judgments are the same".to_string(),
        n => format!("{} differ", phrasing::count_with_noun(n, "judgment", "judgments")),
    };
    let findings = |report: &Report| report.findings.iter().map(|f| fold_phrase(&f.text)).collect::<BTreeSet<_>>();
    let (mine, theirs) = (findings(opened), findings(other));
    let count = |n: usize| phrasing::count_with_noun(n, "finding is", "findings are");
    let findings = match (mine.difference(&theirs).count(), theirs.difference(&mine).count()) {
        (0, 0) => "so are the findings".to_string(),
        (only, 0) => format!("{} only in yours", count(only)),
        (0, only) => format!("{} only in the other", count(only)),
        (only, other) => format!("{} only in yours, {} only in the other", count(only), count(other)),
    };
    let joint = if differing + lacking == 0 { ", and" } else { ";" };
    let findings =
        if differing + lacking > 0 && findings.starts_with("so") { "the findings are the same" } else { &findings };
    format!("{grades}{joint} {findings}.")
}
