//! Saves a brief in storage where a write may be interrupted or refused, and where other windows write too.
//!
//! Two slots are written in turn, each with a revision number and a checksum. Whatever happens while one is written,
//! the other still holds the previous brief. A text that cannot be read is set aside and never overwritten.

use crate::brief::{Brief, ItemContent};
use explore::command::{BRIEF_CONTENTS, brief_entry};
use sha2::{Digest, Sha256};

/// Key-value storage for texts.
pub trait TextStorage {
    /// The text with this name, if there is one.
    fn get(&self, name: &str) -> Option<String>;
    /// Saves a text under this name.
    ///
    /// # Errors
    /// If the storage is full, or the browser does not allow it. The earlier text is then still there.
    fn put(&self, name: &str, text: &str) -> Result<(), SaveError>;
    /// Deletes the text with this name.
    fn remove(&self, name: &str);
}

/// Why a text could not be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SaveError {
    /// There is not enough room.
    #[error("the browser's storage is full")]
    Full,
    /// The browser does not let this page store anything.
    #[error("this browser does not allow pages to save anything")]
    Forbidden,
}

/// A brief as it was loaded from storage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedBrief {
    /// The brief; empty if none was saved.
    pub brief: Brief,
    /// The revision: how often a brief was saved up to this one; 0 if never.
    pub revision: u64,
}

const SLOT_NAMES: [&str; 2] = ["force-findings-brief-a", "force-findings-brief-b"];
const ASIDE_PREFIX: &str = "force-findings-brief-aside-";
/// The highest number under which a text is set aside. It is more than anyone will need, and limits the search.
const MAX_ASIDE: u32 = 20;

/// Loads and saves the brief in a storage.
pub struct BriefStore<S>(pub S);

/// The content of one of the two slots.
enum SlotContent {
    Empty,
    Intact(SavedBrief),
    /// A text that cannot be read.
    Damaged(String),
}

impl<S: TextStorage> BriefStore<S> {
    /// The newest intact brief. Damaged texts are set aside, if there is room for them.
    pub fn load(&self) -> SavedBrief {
        let mut newest = SavedBrief::default();
        for name in SLOT_NAMES {
            match self.read_slot(name) {
                SlotContent::Intact(saved) if saved.revision > newest.revision => newest = saved,
                SlotContent::Damaged(text) => self.set_aside(name, &text),
                SlotContent::Empty | SlotContent::Intact(_) => {}
            }
        }
        newest
    }

    /// Saves a brief in place of the older of the two slots. Returns its revision.
    ///
    /// # Errors
    /// If the storage refuses it. What was saved before is then still there.
    pub fn save(&self, brief: &Brief) -> Result<u64, SaveError> {
        let number = self.load().revision + 1;
        let json = brief.to_json();
        let text = format!("{number} {}\n{json}", checksum(number, &json));
        self.0.put(self.slot_to_write().ok_or(SaveError::Full)?, &text)?;
        // If there is no room for the list of contents, buttons cannot show what is in the brief, which is all.
        _ = self.0.put(BRIEF_CONTENTS, &contents(brief));
        Ok(number)
    }

    /// The name of the empty slot, or else of the one with the older brief; `None` if both contain damaged texts for
    /// which there was no room elsewhere. Those are not overwritten.
    fn slot_to_write(&self) -> Option<&'static str> {
        let age = |name: &'static str| match self.read_slot(name) {
            SlotContent::Empty => Some((0, name)),
            SlotContent::Intact(saved) => Some((saved.revision, name)),
            SlotContent::Damaged(_) => None,
        };
        SLOT_NAMES.into_iter().filter_map(age).min().map(|(_, name)| name)
    }

    fn read_slot(&self, name: &str) -> SlotContent {
        match self.0.get(name) {
            None => SlotContent::Empty,
            Some(text) => parse_slot(&text).map_or(SlotContent::Damaged(text), SlotContent::Intact),
        }
    }

    fn set_aside(&self, name: &str, text: &str) {
        let free = (1..=MAX_ASIDE).find(|n| self.aside_text(*n).is_none());
        if free.is_some_and(|n| self.0.put(&format!("{ASIDE_PREFIX}{n}"), text).is_ok()) {
            self.0.remove(name);
        }
    }

    /// The numbers of the damaged texts that were set aside.
    pub fn aside_numbers(&self) -> Vec<u32> {
        (1..=MAX_ASIDE).filter(|n| self.aside_text(*n).is_some()).collect()
    }

    /// The damaged text that was set aside under this number.
    pub fn aside_text(&self, n: u32) -> Option<String> {
        self.0.get(&format!("{ASIDE_PREFIX}{n}"))
    }

    /// Deletes the text that was set aside under this number.
    pub fn delete_aside(&self, n: u32) {
        self.0.remove(&format!("{ASIDE_PREFIX}{n}"));
    }
}

/// The list of the brief's contents, with a line for each item.
fn contents(brief: &Brief) -> String {
    let line = |content: &ItemContent| match content {
        ItemContent::Heading(_) => "\n".to_string(),
        ItemContent::Page(page) => format!("{}\n", brief_entry(&page.address, &page.anchor)),
    };
    brief.items.iter().map(|item| line(&item.content)).collect()
}

/// The brief in the text of a slot, if the text is exactly what was written.
fn parse_slot(text: &str) -> Option<SavedBrief> {
    let (head, json) = text.split_once('\n')?;
    let (number, found) = head.split_once(' ')?;
    let number = number.parse().ok()?;
    let brief = Brief::from_json(json).ok()?;
    (found == checksum(number, json)).then_some(SavedBrief { brief, revision: number })
}

fn checksum(number: u64, json: &str) -> String {
    let digest = Sha256::digest(format!("{number}\n{json}"));
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests;
