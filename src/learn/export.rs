//! The reader's notes as documents: each with what it is about, its source and its caveats.

mod entry;
mod markdown;
mod rich_text;

pub(crate) use entry::note_entry;
pub use entry::{NoteEntry, note_entries};
pub use markdown::markdown;
pub use rich_text::rich_text;

use explore::export::{LICENCE, Origin};

/// The title of the documents.
const TITLE: &str = "My notes on inspection reports";

/// Whose words the notes are.
const OWN_WORDS: &str = "What stands under “My note” is my own, not the inspectorate's. Everything else is quoted from the \
    reports or says where it is from.";

/// The name of the file, without its ending.
pub const FILE_NAME: &str = "force-findings-notes";

/// The last paragraphs of a document: where and when it was made, and the licence.
fn closing(origin: &Origin) -> [String; 2] {
    let made =
        format!("Exported from {}; data {}; site built {}.", origin.site_root, origin.data_file, origin.build_date);
    [made, LICENCE.to_string()]
}
