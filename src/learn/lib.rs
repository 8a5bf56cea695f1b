//! Learning from the findings of reports: questions about them, and private notes.
//!
//! Every finding gives a card for each topic that it can be asked about (`topics`, `giveaway`), and so does every short form
//! (`short_forms`); `deck` makes the questions. A session asks ten of them (`session`), and `schedule` says when each comes
//! again. Notes are saved so that an interrupted write or another window does no damage (`store`), and leave the browser only
//! as documents that the reader saves (`export`). What is saved are records (`record`). The crate does not depend on a browser: storage is a trait, time and chance
//! are given.

mod command;
mod controller;
mod deck;
mod definitions;
pub mod export;
mod giveaway;
mod note;
mod page;
mod question;
mod record;
mod reflection;
mod schedule;
mod session;
mod short_forms;
mod store;
mod subject;
mod topics;
pub mod views;

pub use command::LearnCommand;
pub use controller::{LearnController, Material, Outcome};
pub use deck::Deck;
pub use note::{MAX_WORDS, Note, Subject};
pub use page::{NoteRow, PageStatus, can_have_note, found_notes};
pub use question::{Answer, Question};
pub use reflection::Reflection;
pub use schedule::Memory;
pub use session::{Memories, SESSION_LENGTH, Session, Turn};
pub use store::{Commit, Committed, Edit, EditAction, EditResult, LearnState};
pub use subject::{line_of, note_address, subject_at};
