//! Making the edits of a window in what is saved.

use super::journal::{read_journal, write_journal};
use super::state::{Edit, EditAction, EditResult, LearnState};
use crate::note::{Note, RemovedNote};
use crate::schedule::Memory;
use crate::session::Memories;
use saving::{Texts, damaged_texts, delete_damaged, keep_aside, seal, set_aside, unseal};

/// The beginning of the names of notes. A number follows, which grows with each version of a note, and the address.
const NOTE: &str = "note-";

/// The beginning of the names of removed notes. The time follows, and the address.
const REMOVED: &str = "removed-";

/// The beginning of the names of memories. The id of the card follows.
const CARD: &str = "card-";

/// What a window wants to be saved.
#[derive(Clone, Debug, Default)]
pub struct Commit {
    /// The edits to make, in order; none to only read what is saved.
    pub edits: Vec<Edit>,
    /// The current time, in milliseconds since 1970.
    pub now: u64,
    /// What was saved where this browser had no database yet: texts by name, to be taken over.
    pub older: Vec<(String, String)>,
}

/// What was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Committed {
    /// Everything that is saved.
    pub state: LearnState,
    /// What became of each edit.
    pub results: Vec<EditResult>,
    /// Whether nothing had been saved before, and now something is.
    pub is_first: bool,
}

/// A note as it is saved, with its name and version.
struct SavedNote {
    name: String,
    version: u64,
    note: Note,
}

impl Commit {
    /// The edits as a text, to be kept where writing takes no time while the page is closed.
    pub fn to_journal(&self) -> String {
        write_journal(&self.edits)
    }

    /// The edits from such a text; `None` if it is damaged.
    pub fn from_journal(text: &str, now: u64) -> Option<Commit> {
        Some(Commit { edits: read_journal(text)?, now, older: Vec::new() })
    }

    /// Makes the edits in what is saved.
    pub fn run(self, texts: &mut Texts) -> Committed {
        let saved = read_notes(texts);
        let before = LearnState {
            notes: saved.iter().map(|saved| saved.note.clone()).collect(),
            removed: read_removed(texts),
            memories: read_memories(texts),
            damaged: Vec::new(),
        };
        let mut state = before.clone();
        take_over(&self.older, texts, &mut state);
        let results = self.edits.iter().map(|edit| state.apply(edit)).collect();
        for edit in &self.edits {
            if let EditAction::DeleteDamaged(n) = edit.action {
                delete_damaged(texts, n);
            }
        }
        state.forget_old(self.now);
        write_changes(texts, &saved, &before, &state);
        state.damaged = damaged_texts(texts).map(|(n, text)| (n, text.to_string())).collect();
        state.sort();
        let is_empty = |state: &LearnState| state.notes.is_empty() && state.memories.is_empty();
        let is_first = is_empty(&before) && before.removed.is_empty() && !is_empty(&state);
        Committed { state, results, is_first }
    }
}

/// The newest intact version of each note. Damaged texts are set aside; older versions, which an interrupted step left
/// behind, are removed.
fn read_notes(texts: &mut Texts) -> Vec<SavedNote> {
    let mut newest: Vec<SavedNote> = Vec::new();
    let (mut damaged, mut outdated) = (Vec::new(), Vec::new());
    for (name, text) in texts.with_prefix(NOTE) {
        let note = unseal(text).and_then(|(version, text)| Some((version, Note::from_text(text)?)));
        let Some((version, note)) = note else {
            damaged.push(name.to_string());
            continue;
        };
        let mut saved = SavedNote { name: name.to_string(), version, note };
        match newest.iter_mut().find(|other| other.note.subject.address == saved.note.subject.address) {
            None => newest.push(saved),
            Some(other) => {
                if other.version < version {
                    std::mem::swap(other, &mut saved);
                }
                outdated.push(saved.name);
            }
        }
    }
    damaged.iter().for_each(|name| set_aside(texts, name));
    outdated.iter().for_each(|name| texts.remove(name));
    newest
}

fn read_removed(texts: &mut Texts) -> Vec<RemovedNote> {
    let mut damaged = Vec::new();
    let mut removed = Vec::new();
    for (name, text) in texts.with_prefix(REMOVED) {
        match unseal(text).and_then(|(_, text)| RemovedNote::from_text(text)) {
            Some(note) => removed.push(note),
            None => damaged.push(name.to_string()),
        }
    }
    damaged.iter().for_each(|name| set_aside(texts, name));
    removed
}

/// What is remembered of cards. A damaged one is as if its card had never been answered.
fn read_memories(texts: &Texts) -> Memories {
    let memory = |(name, text): (&str, &str)| Some((name[CARD.len()..].to_string(), read_memory(text)?));
    texts.with_prefix(CARD).filter_map(memory).collect()
}

fn read_memory(text: &str) -> Option<Memory> {
    Memory::from_text(unseal(text)?.1)
}

/// Takes over what was saved in another place.
fn take_over(older: &[(String, String)], texts: &mut Texts, state: &mut LearnState) {
    for (name, text) in older {
        if name.starts_with(NOTE) {
            match unseal(text).and_then(|(_, text)| Note::from_text(text)) {
                Some(Note { subject, words, made, day }) => {
                    let action = EditAction::Write { subject, base: String::new(), words, day };
                    state.apply(&Edit { at: made, action });
                }
                None => keep_aside(texts, text.clone()),
            }
        } else if let Some(card) = name.strip_prefix(CARD) {
            if let Some(memory) = read_memory(text).filter(|_| state.memory(card).is_none()) {
                state.memories.push((card.to_string(), memory));
            }
        } else if name.starts_with(REMOVED)
            && let Some(removed) = unseal(text).and_then(|(_, text)| RemovedNote::from_text(text))
        {
            if !state.removed.contains(&removed) {
                state.removed.push(removed);
            }
        } else {
            keep_aside(texts, text.clone());
        }
    }
}

/// Writes what is new before it removes what it replaces, so that what an interrupted step leaves behind is whole.
fn write_changes(texts: &mut Texts, saved: &[SavedNote], before: &LearnState, state: &LearnState) {
    for removed in &state.removed {
        texts.put(&removed_name(removed), seal(0, &removed.to_text()));
    }
    let mut outdated = Vec::new();
    for note in &state.notes {
        let address = &note.subject.address;
        let old = saved.iter().find(|saved| saved.note.subject.address == *address);
        if old.is_none_or(|old| old.note != *note) {
            // Whatever was saved, there is a next number.
            let version = old.map_or(0, |old| old.version.min(u64::MAX / 2)) + 1;
            texts.put(&format!("{NOTE}{version} {address}"), seal(version, &note.to_text()));
            outdated.extend(old.map(|old| old.name.as_str()));
        }
    }
    for old in saved {
        if state.note(&old.note.subject.address).is_none() {
            outdated.push(&old.name);
        }
    }
    for name in outdated {
        texts.remove(name);
    }
    for removed in &before.removed {
        if !state.removed.contains(removed) {
            texts.remove(&removed_name(removed));
        }
    }
    for (card, memory) in &state.memories {
        if before.memory(card) != Some(memory) {
            texts.put(&format!("{CARD}{card}"), seal(0, &memory.to_text()));
        }
    }
    for (card, _) in &before.memories {
        if state.memory(card).is_none() {
            texts.remove(&format!("{CARD}{card}"));
        }
    }
}

fn removed_name(removed: &RemovedNote) -> String {
    format!("{REMOVED}{} {}", removed.at, removed.note.subject.address)
}
