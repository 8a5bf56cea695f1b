//! Notes and memories, and what an edit does to them.

use crate::note::{MAX_NOTES, MAX_WORDS, Note, RemovedNote, Subject, clip, merged};
use crate::schedule::Memory;
use crate::session::Memories;

/// Everything that is saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LearnState {
    /// The notes, the oldest first.
    pub notes: Vec<Note>,
    /// The notes that can be brought back, as far as is known in the order of their removal.
    pub removed: Vec<RemovedNote>,
    /// What is remembered of each card.
    pub memories: Memories,
    /// The damaged texts that were set aside, with their numbers.
    pub damaged: Vec<(u32, String)>,
}

/// An edit as a window makes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// When it is made, in milliseconds since 1970.
    pub at: u64,
    /// What it does.
    pub action: EditAction,
}

/// What an edit does. Making it twice is the same as making it once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditAction {
    /// Sets the words of the note on a subject, and makes the note if there is none.
    Write {
        /// What the note is about.
        subject: Subject,
        /// The words that the window began with.
        base: String,
        /// The new words.
        words: String,
        /// The day where the reader is: "2026-11-30".
        day: String,
    },
    /// Removes the note with this address.
    Remove(String),
    /// Brings back the note with this address that was removed at this time.
    Restore(String, u64),
    /// Remembers how a card was answered.
    Remember(String, Memory),
    /// Deletes a damaged text.
    DeleteDamaged(u32),
}

/// What became of an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditResult {
    /// It was made, or had been made already.
    Made,
    /// There are too many notes for another one.
    Full,
}

/// How long a removed note can be brought back, in milliseconds.
const REMOVED_MS: u64 = 30 * 24 * 60 * 60 * 1000;

/// The most cards that are remembered.
const MAX_MEMORIES: usize = 2_000;

impl LearnState {
    /// The note with this address.
    pub fn note(&self, address: &str) -> Option<&Note> {
        self.notes.iter().find(|note| note.subject.address == address)
    }

    /// Makes an edit.
    pub fn apply(&mut self, edit: &Edit) -> EditResult {
        match &edit.action {
            EditAction::Write { subject, base, words, day } => return self.write(edit.at, subject, base, words, day),
            EditAction::Remove(address) => {
                if let Some(at) = self.notes.iter().position(|note| note.subject.address == *address) {
                    self.removed.push(RemovedNote { note: self.notes.remove(at), at: edit.at });
                }
            }
            EditAction::Restore(address, at) => return self.restore(address, *at),
            EditAction::Remember(card, memory) => {
                self.memories.retain(|(other, _)| other != card);
                self.memories.push((card.clone(), memory.clone()));
            }
            EditAction::DeleteDamaged(n) => self.damaged.retain(|(other, _)| other != n),
        }
        EditResult::Made
    }

    fn write(&mut self, at: u64, subject: &Subject, base: &str, words: &str, day: &str) -> EditResult {
        let words = clip(words, MAX_WORDS);
        if let Some(note) = self.notes.iter_mut().find(|note| note.subject.address == subject.address) {
            let merged = merged(base, &note.words, &words);
            if merged != note.words {
                (note.words, note.day) = (merged, day.to_string());
            }
            return EditResult::Made;
        }
        if self.notes.len() >= MAX_NOTES {
            return EditResult::Full;
        }
        self.notes.push(Note { subject: subject.clone().clipped(), words, made: at, day: day.to_string() });
        EditResult::Made
    }

    fn restore(&mut self, address: &str, at: u64) -> EditResult {
        let is_it = |removed: &RemovedNote| removed.note.subject.address == address && removed.at == at;
        let Some(n) = self.removed.iter().position(is_it) else { return EditResult::Made };
        let Note { subject, words, made, day } = self.removed[n].note.clone();
        let result = self.write(made, &subject, "", &words, &day);
        if result == EditResult::Made {
            self.removed.remove(n);
        }
        result
    }

    /// Forgets notes that were removed more than thirty days ago, and the cards that come last if there are too many. A
    /// clock that was set back makes nothing older.
    pub fn forget_old(&mut self, now: u64) {
        self.removed.retain(|removed| now.saturating_sub(removed.at) <= REMOVED_MS);
        while self.memories.len() > MAX_MEMORIES {
            let last = (0..self.memories.len()).max_by_key(|n| self.memories[*n].1.due);
            last.into_iter().for_each(|n| drop(self.memories.swap_remove(n)));
        }
    }

    /// What is remembered of a card.
    pub fn memory(&self, card: &str) -> Option<&Memory> {
        self.memories.iter().find(|(other, _)| other == card).map(|(_, memory)| memory)
    }

    /// Puts notes into the order of their making. There are few, and they are nearly in order; a general sort would make the
    /// program larger.
    pub fn sort(&mut self) {
        for n in 1..self.notes.len() {
            for at in (0..n).rev() {
                if self.notes[at].made > self.notes[at + 1].made {
                    self.notes.swap(at, at + 1);
                }
            }
        }
    }
}
