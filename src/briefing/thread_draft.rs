//! A thread as a slide.

use crate::draft::SlideDraft;
use crate::slide::SlideBody;
use explore::pages::thread::{ThreadPage, ThreadReport, ThreadRow};

/// A thread: what each report says, with its source, and what stands between the reports. All of it: the last report often
/// says the opposite of the one before.
pub fn thread_draft(page: ThreadPage) -> SlideDraft {
    let force = &page.force.text;
    let mut entries = Vec::new();
    let mut notice = None;
    for row in page.rows {
        match row {
            ThreadRow::Gap(words) => entries.push(["Not held".to_string(), words, String::new()]),
            ThreadRow::Break(words) => entries.push(["Break".to_string(), words, String::new()]),
            ThreadRow::Report(report) => {
                // Of the newest one it holds for those before it too.
                notice = report.notice.as_ref().map(|words| format!("{}: {words}", report.link.text));
                entries.extend(report_entries(force, *report));
            }
        }
    }
    let reading =
        (!page.reasons.is_empty()).then(|| "That the findings are about one issue is our reading.".to_string());
    SlideDraft {
        title: format!("{force}: {}", page.heading),
        body: SlideBody::FindingList(entries),
        caveats: page.last_word.into_iter().chain(reading).chain(notice).collect(),
        source: "Put together by this site from the reports named".to_string(),
        forces: vec![page.force.text],
    }
}

/// The findings and sentences of a report, each with what it is and its source.
fn report_entries(force: &str, report: ThreadReport) -> Vec<[String; 3]> {
    let source = |place: Option<&str>| {
        let place = place.map(|place| format!(", {place}")).unwrap_or_default();
        format!("{force}, {}, published {}{place}", report.link.text, report.published)
    };
    let mut entries = Vec::new();
    for entry in report.entries {
        let kind = entry.kind.map(|(kind, _)| kind).unwrap_or_default();
        entries.extend(entry.finding.map(|(words, _)| [kind, words, source(None)]));
        entries.extend(entry.statements.into_iter().map(|statement| {
            let status = statement.status.map_or("In the text".to_string(), |(name, _)| name);
            let before = statement.antecedent.map(|words| format!("{words} ")).unwrap_or_default();
            [status, format!("{before}{}", statement.words), source(Some(&statement.place.text))]
        }));
    }
    entries
}
