//! A thread as a slide.

use crate::draft::SlideDraft;
use crate::slide::SlideBody;
use crate::slide_builder::MAX_FINDINGS;
use explore::pages::thread;

/// A thread: what each report says, with its source.
pub fn thread_draft(page: thread::ThreadPage) -> SlideDraft {
    let mut entries = Vec::new();
    let mut notices: Vec<String> = Vec::new();
    for row in page.rows {
        let thread::ThreadRow::Report(report) = row else { continue };
        notices.extend(report.notice.filter(|words| !notices.contains(words)));
        let source = |place: Option<&str>| {
            let place = place.map(|place| format!(", {place}")).unwrap_or_default();
            format!("{}, published {}{place}", report.link.text, report.published)
        };
        for entry in report.entries {
            let kind = entry.kind.map(|(kind, _)| kind);
            entries.extend(entry.finding.map(|(words, _)| [kind.unwrap_or_default(), words, source(None)]));
            entries.extend(entry.statements.into_iter().map(|statement| {
                let status = statement.status.map_or("In the text".to_string(), |(name, _)| name);
                [status, statement.words, source(Some(&statement.place.text))]
            }));
        }
    }
    let more = entries.len().saturating_sub(MAX_FINDINGS);
    let note = (more > 0).then(|| format!("The first {MAX_FINDINGS} places; the page of the thread has {more} more."));
    entries.truncate(MAX_FINDINGS);
    SlideDraft {
        title: format!("{}: {}", page.force.text, page.heading),
        body: SlideBody::FindingList(entries),
        caveats: page.last_word.into_iter().chain(note).chain(notices).collect(),
        source: "Put together by this site from the reports named".to_string(),
        forces: vec![page.force.text],
    }
}
