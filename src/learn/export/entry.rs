//! A note with everything that has to go with it, for both kinds of documents.

use crate::note::{Note, Subject};
use crate::subject::{Place, place_at, report_in_words};
use corpus::Corpus;
use explore::export::{Origin, quoted_finding};
use explore::pages::finding::{TextPart, text_for_lists};
use explore::pages::{caveats, phrasing};
use model::{Date, DateSpan};

/// A note in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteEntry {
    /// What it is about.
    pub title: String,
    /// The words that it is about; may be empty.
    pub quote: Vec<TextPart>,
    /// Where they are from.
    pub source: String,
    /// What has to be known about them.
    pub caveats: Vec<String>,
    /// The absolute address of the page.
    pub address: String,
    /// The reader's words; empty for a bookmark.
    pub words: String,
    /// When they were last changed: "30 November 2026".
    pub date: String,
}

/// What is said of a note on something that the data do not have.
const NOT_HELD: &str = "This site does not hold it any more: the words are as they were when the note was made.";

/// What is said if the words are others by now.
const CHANGED: &str = "When the note was made, the words here were others.";

/// The notes as entries of a document, in their order.
pub fn note_entries<'n>(corpus: &Corpus, notes: impl IntoIterator<Item = &'n Note>, origin: &Origin) -> Vec<NoteEntry> {
    notes.into_iter().map(|note| note_entry(corpus, note, origin)).collect()
}

fn note_entry(corpus: &Corpus, note: &Note, origin: &Origin) -> NoteEntry {
    let Subject { address, title, quote } = &note.subject;
    let recorded = Some(quote).filter(|quote| !quote.is_empty()).cloned().map(TextPart::Paragraph);
    let entry = NoteEntry {
        title: title.clone(),
        quote: recorded.into_iter().collect(),
        source: String::new(),
        caveats: Vec::new(),
        address: format!("{}{address}", origin.site_root),
        words: note.words.trim_end().to_string(),
        date: day_in_words(&note.day),
    };
    match place_at(corpus, address) {
        Place::Finding(report, finding) => {
            let quoted = quoted_finding(corpus, report, finding, origin);
            let is_changed = !quote.is_empty() && text_for_lists(finding) != *quote;
            let changed = is_changed.then(|| CHANGED.to_string());
            NoteEntry {
                quote: [TextPart::Paragraph(quoted.statement)].into_iter().chain(quoted.rest).collect(),
                source: quoted.source,
                caveats: quoted.caveats.into_iter().chain(changed).collect(),
                ..entry
            }
        }
        Place::Report(report, line) => {
            let line = line.map(|line| format!(", line {line} of the text")).unwrap_or_default();
            let published = phrasing::publication_date(corpus, report);
            NoteEntry {
                source: format!(
                    "{}, {}, published {published}{line}",
                    report_in_words(report),
                    report.inspectorate.name()
                ),
                caveats: caveats::report_caveats(corpus, report),
                ..entry
            }
        }
        Place::Other if address.starts_with("finding/") || address.starts_with("report/") => {
            NoteEntry { caveats: vec![NOT_HELD.to_string()], ..entry }
        }
        Place::Other => entry,
    }
}

/// A day in words: "30 November 2026"; empty if it is none.
fn day_in_words(day: &str) -> String {
    Date::from_edtf(day).map(|date| DateSpan::single(date).in_words()).unwrap_or_default()
}
