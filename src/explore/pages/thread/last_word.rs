//! What the reports of a thread say became of its issue, in their words only.

use crate::pages::phrasing;
use corpus::Corpus;
use model::{Report, Statement, Thread, ThreadStep};

/// The last sentence that says what became of the issue, with what the reports after it have; in sentences.
pub fn last_word(corpus: &Corpus, thread: &Thread) -> Vec<String> {
    let last = thread.last_word();
    let after = last.map_or(thread.steps.as_slice(), |(n, _)| &thread.steps[n + 1..]);
    let said_in = last.and_then(|(n, _)| corpus.report(&thread.steps[n].report));
    let word = match (last, said_in) {
        (Some((_, statement)), Some(report)) => {
            format!("{} says: {}.", phrasing::report_name(report), status_in_words(statement))
        }
        _ => "No report held says what became of it.".to_string(),
    };
    let later = said_in.and_then(|said_in| words_on_later(corpus, thread, after, said_in));
    std::iter::once(word).chain(later).collect()
}

/// A status with the words that say so: "raised again (“remains an area for improvement”)".
fn status_in_words(statement: &Statement) -> String {
    match &statement.status_words {
        Some(words) => format!("{} (“{words}”)", statement.status.name()),
        None => statement.status.name().to_string(),
    }
}

/// What the reports held after one have on the issue.
fn words_on_later(corpus: &Corpus, thread: &Thread, after: &[ThreadStep], said_in: &Report) -> Option<String> {
    let reports = corpus.reports_on(&thread.force).skip_while(|report| report.id != said_in.id).skip(1);
    let mut names: Vec<String> = Vec::new();
    for report in reports {
        let has_finding = after.iter().any(|step| step.report == report.id);
        let words = if has_finding {
            "has findings that we think are about it, and no sentence that refers back"
        } else {
            "says nothing that we could link to it"
        };
        names.push(format!("{} {words}", phrasing::report_name(report)));
    }
    (!names.is_empty()).then(|| format!("After that, {}.", phrasing::join_as_list(&names)))
}
