//! What the page shows of the notes.

use crate::controller::LearnController;
use crate::export::note_entry;
use crate::note::Note;
use corpus::Corpus;
use explore::export::Origin;
use explore::pages::Link;
use explore::route;
use explore::state::View;
use model::folding::fold_chars;

/// What the views are given besides the controller.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PageStatus {
    /// Whether what is saved has been read.
    pub is_loaded: bool,
    /// Whether reading it takes longer than it can take.
    pub is_late: bool,
    /// Whether this copy of the site is a single file.
    pub is_single_file: bool,
}

/// A note in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteRow {
    /// Its number for the ids of elements.
    pub n: usize,
    /// The address that identifies it.
    pub address: String,
    /// A link to what it is about.
    pub subject: Link,
    /// The words that it is about; may be empty.
    pub quote: String,
    /// Where they are from, and what has to be known about them: for paper, which has no link to follow.
    pub about: Vec<String>,
    /// The reader's words.
    pub words: String,
}

/// The notes that have all the words that are searched for, the newest first.
pub fn found_notes(controller: &LearnController) -> Vec<&Note> {
    let searched = fold(controller.query());
    let has_words = |note: &&Note| {
        let text = fold(&format!("{} {} {}", note.subject.title, note.subject.quote, note.words));
        searched.split_whitespace().all(|word| text.contains(word))
    };
    controller.state().notes.iter().rev().filter(has_words).collect()
}

/// The rows of the list.
pub fn note_rows(controller: &LearnController, corpus: &Corpus) -> Vec<NoteRow> {
    let row = |(n, note): (usize, &Note)| NoteRow {
        n,
        address: note.subject.address.clone(),
        subject: Link { href: note.subject.address.clone(), text: note.subject.title.clone() },
        quote: note.subject.quote.clone(),
        about: note_entry(corpus, note, &Origin::default()).about(),
        words: note.words.clone(),
    };
    found_notes(controller).into_iter().enumerate().map(row).collect()
}

fn fold(text: &str) -> String {
    fold_chars(text).collect()
}

/// Whether a note may be made of a page: not of one that has no address.
pub fn can_have_note(address: &str) -> bool {
    !matches!(route::parse_address(address).view, View::NotFound(_))
}
