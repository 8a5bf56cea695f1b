//! A note with everything that has to go with it, for both kinds of documents.

use crate::note::{Note, Subject};
use crate::subject::{Place, place_at, report_in_words};
use corpus::Corpus;
use explore::export::{Origin, quoted_finding};
use explore::pages::finding::{TextPart, text_for_lists};
use explore::pages::thread::entry_of;
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

impl NoteEntry {
    /// Where its words are from, and what has to be known about them.
    pub fn about(&self) -> Vec<String> {
        let mut about = self.caveats.clone();
        if !self.source.is_empty() {
            about.insert(0, self.source.clone());
        }
        about
    }
}

/// What is said of a note on something that the data do not have.
const NOT_HELD: &str = "This site does not hold it any more: the words are as they were when the note was made.";

/// What is said of a thread.
const OUR_READING: &str = "That its findings are about one issue is our reading, unless a report says so.";

/// What is said if the words are others by now.
const CHANGED: &str = "When the note was made, the words here were others.";

/// The notes as entries of a document, in their order.
pub fn note_entries<'n>(corpus: &Corpus, notes: impl IntoIterator<Item = &'n Note>, origin: &Origin) -> Vec<NoteEntry> {
    notes.into_iter().map(|note| note_entry(corpus, note, origin)).collect()
}

/// The note as an entry of a document.
pub fn note_entry(corpus: &Corpus, note: &Note, origin: &Origin) -> NoteEntry {
    let Subject { address, title, quote } = &note.subject;
    let mut entry = NoteEntry {
        title: title.clone(),
        quote: Vec::new(),
        source: String::new(),
        caveats: Vec::new(),
        address: format!("{}{address}", origin.site_root),
        words: note.words.trim_end().to_string(),
        date: day_in_words(&note.day),
    };
    match place_at(corpus, address) {
        Place::Finding(report, finding) => {
            let quoted = quoted_finding(corpus, report, finding, origin);
            (entry.quote, entry.source, entry.caveats) = (quoted.rest, quoted.source, quoted.caveats);
            entry.quote.insert(0, TextPart::Paragraph(quoted.statement));
            if !quote.is_empty() && text_for_lists(finding) != *quote {
                entry.caveats.push(CHANGED.to_string());
            }
            return entry;
        }
        Place::Report(report, line) => {
            let line = line.map(|line| format!(", line {line} of the text")).unwrap_or_default();
            let published = phrasing::publication_date(corpus, report);
            let inspectorate = report.inspectorate.name();
            entry.source = format!("{}, {inspectorate}, published {published}{line}", report_in_words(report));
            entry.caveats = caveats::report_caveats(corpus, report);
        }
        Place::Thread(thread, force) => {
            let (cycles, _) = entry_of(corpus, thread);
            entry.source = format!("Thread of what reports on {} say of one issue: {cycles}", force.name);
            entry.caveats.push(OUR_READING.to_string());
        }
        Place::Other if address.starts_with("finding/") || address.starts_with("report/") => {
            entry.caveats.push(NOT_HELD.to_string());
        }
        Place::Other => {}
    }
    if !quote.is_empty() {
        entry.quote.push(TextPart::Paragraph(quote.clone()));
    }
    entry
}

/// A day in words: "30 November 2026"; empty if it is none.
fn day_in_words(day: &str) -> String {
    Date::from_edtf(day).map(|date| DateSpan::single(date).in_words()).unwrap_or_default()
}
