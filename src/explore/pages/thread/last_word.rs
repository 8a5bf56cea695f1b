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
            format!("{}: {}.", phrasing::report_name(report), status_in_words(statement))
        }
        _ => "No sentence that we could link to it says what became of it.".to_string(),
    };
    let first = thread.steps.first().and_then(|step| corpus.report(&step.report));
    let later = said_in.or(first).and_then(|report| words_on_later(corpus, thread, after, report));
    std::iter::once(word).chain(later).collect()
}

/// The words that say what became of it, with our reading of them: "“remains an area for improvement” (in our reading,
/// raised again)".
fn status_in_words(statement: &Statement) -> String {
    match &statement.status_words {
        Some(words) => format!("“{words}” (in our reading, {})", statement.status.name()),
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
            "has nothing that we could link to it, but may speak of it in other words"
        };
        names.push(format!("{} {words}", phrasing::report_name(report)));
    }
    (!names.is_empty()).then(|| format!("After that, {}.", phrasing::join_as_list(&names)))
}
