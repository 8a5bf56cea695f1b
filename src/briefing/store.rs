//! Saves the brief where several windows use it, a write may be interrupted or refused, and what is saved may be damaged.
//!
//! Windows do not write their copies of the brief over each other: each sends its edits, and they are made in the brief
//! that is saved, in one step of the storage. The brief is written to two slots in turn, so that the one before is still
//! there whatever happens. A text that cannot be read is set aside and never overwritten.

mod commit;
mod rescue;
mod slots;
mod state;

pub(crate) use commit::renumbered;
pub use commit::{Commit, Committed, OlderSlots};
pub use rescue::rescue_brief;
pub use state::{BriefState, Edit, EditAction, EditId, EditResult, LogEntry};

pub use saving::{SaveError, TextStorage, Texts};

use crate::brief::{Brief, ItemContent};
use explore::command::brief_entry;

/// The list of a brief's contents, with a line for each item.
pub fn contents(brief: &Brief) -> String {
    let line = |content: &ItemContent| match content {
        ItemContent::Heading(_) => "\n".to_string(),
        ItemContent::Page(page) => format!("{}\n", brief_entry(&page.address, &page.anchor)),
    };
    brief.items.iter().map(|item| line(&item.content)).collect()
}
