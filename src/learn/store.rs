//! Saves notes, and when cards come again, where several windows use them, a write may be interrupted or refused, and what
//! is saved may be damaged.
//!
//! As with the brief, windows send their edits, which are made in what is saved, in one step of the storage. Each note is a
//! text of its own. A new version gets a new name before the old one is removed, so that one of them is always whole.

mod commit;
mod journal;
mod state;

pub use commit::{Commit, Committed};
pub use state::{Edit, EditAction, EditResult, LearnState};
