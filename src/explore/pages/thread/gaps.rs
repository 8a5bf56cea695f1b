//! What stands between the reports of a thread: cycles without one, and breaks in comparability.

use crate::pages::phrasing;
use crate::pages::thread::{ThreadReport, ThreadRow};
use corpus::Corpus;
use model::{Cycle, Report, Thread};

/// The reports with the gaps and breaks between and after them, to the newest cycle in which the force is known to have been
/// inspected.
pub fn with_gaps(corpus: &Corpus, thread: &Thread, reports: Vec<(&Report, ThreadReport)>) -> Vec<ThreadRow> {
    let is_known = |cycle: &Cycle| corpus.is_inspection_known(&thread.force, &cycle.id);
    let first = reports.first().map(|(report, _)| report.cycle.clone());
    let newest = corpus.cycles.iter().rposition(is_known).unwrap_or_default();
    let start = corpus.cycles.iter().position(|cycle| Some(&cycle.id) == first.as_ref()).unwrap_or_default();
    let mut reports = reports.into_iter().peekable();
    let mut rows = Vec::new();
    let mut gap = Gap::default();
    for (at, cycle) in corpus.cycles.iter().enumerate().take(newest + 1).skip(start) {
        if at > start
            && let Some(words) = phrasing::break_words(cycle)
        {
            rows.extend(gap.take_words());
            rows.push(ThreadRow::Break(words));
        }
        let mut has_report = false;
        while let Some((_, row)) = reports.next_if(|(report, _)| report.cycle == cycle.id) {
            rows.extend(gap.take_words());
            rows.push(ThreadRow::Report(Box::new(row)));
            has_report = true;
        }
        if !has_report {
            let is_held = corpus.reports_on(&thread.force).any(|report| report.cycle == cycle.id);
            if is_held { &mut gap.silent } else { &mut gap.not_held }.push(cycle.id.clone());
        }
    }
    rows.extend(gap.take_words());
    // Reports of a cycle after the newest that is known stand at the end.
    rows.extend(reports.map(|(_, row)| ThreadRow::Report(Box::new(row))));
    rows
}

/// The ids of cycles that follow each other and of which a thread has no report.
#[derive(Default)]
struct Gap {
    not_held: Vec<String>,
    /// A report is held that says nothing on the issue.
    silent: Vec<String>,
}

impl Gap {
    /// The gap in a sentence; `None` if there is none. It is empty then.
    fn take_words(&mut self) -> Option<ThreadRow> {
        let Gap { not_held, silent } = std::mem::take(self);
        let no_report = |cycles: Vec<String>| {
            (!cycles.is_empty()).then(|| format!("No report on {} is held.", phrasing::join_as_list(&cycles)))
        };
        let says_nothing = |cycles: Vec<String>| {
            let words = "that we could link to this issue";
            (!cycles.is_empty())
                .then(|| format!("What is held on {} says nothing {words}.", phrasing::join_as_list(&cycles)))
        };
        let sentences: Vec<String> = [no_report(not_held), says_nothing(silent)].into_iter().flatten().collect();
        (!sentences.is_empty()).then(|| ThreadRow::Gap(sentences.join(" ")))
    }
}
