//! Undoing an edit: only what that edit did is reversed, in whatever the brief has become since.
//!
//! Putting the whole earlier brief back would also revert what another window did in the meantime, so each edit is
//! remembered as the changes that it made, and each of them is reversed only if it still stands.

use crate::brief::{Brief, BriefItem, ItemContent};
use serde::{Deserialize, Serialize};

/// What one edit changed in a brief.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UndoStep {
    changes: Vec<Change>,
}

/// A single change, with what its reversal needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Change {
    Title { from: String, to: String },
    Notes { id: u32, from: String, to: String },
    Added(BriefItem),
    Removed { item: BriefItem, predecessors: Vec<u32> },
    Moved { id: u32, predecessors: Vec<u32> },
    Reworded { id: u32, from: ItemContent, to: ItemContent },
}

impl UndoStep {
    /// The changes from one brief to another. `moved` is the item that was moved, if the edit was a move: the order alone
    /// does not tell which of two neighbours changed its place.
    pub fn between(before: &Brief, after: &Brief, moved: Option<u32>) -> UndoStep {
        let mut changes = Vec::new();
        if before.title != after.title {
            changes.push(Change::Title { from: before.title.clone(), to: after.title.clone() });
        }
        for item in after.items.iter().filter(|item| before.item(item.id).is_none()) {
            changes.push(Change::Added(item.clone()));
        }
        for item in &before.items {
            let predecessors = || before.items.iter().map(|other| other.id).take_while(|id| *id != item.id).collect();
            match after.item(item.id) {
                None => changes.push(Change::Removed { item: item.clone(), predecessors: predecessors() }),
                Some(_) if moved == Some(item.id) && before.position(item.id) != after.position(item.id) => {
                    changes.push(Change::Moved { id: item.id, predecessors: predecessors() })
                }
                Some(now) => {
                    if now.content != item.content {
                        let (from, to) = (item.content.clone(), now.content.clone());
                        changes.push(Change::Reworded { id: item.id, from, to });
                    }
                    if now.speaker_notes != item.speaker_notes {
                        let (from, to) = (item.speaker_notes.clone(), now.speaker_notes.clone());
                        changes.push(Change::Notes { id: item.id, from, to });
                    }
                }
            }
        }
        UndoStep { changes }
    }

    /// Joins a later edit to this one if both change the same words, as typing does: they are undone together. False if
    /// they do not.
    pub fn join(&mut self, later: &UndoStep) -> bool {
        let ([earlier], [later]) = (&mut self.changes[..], &later.changes[..]) else { return false };
        match (earlier, later) {
            (Change::Reworded { id, to, .. }, Change::Reworded { id: other, to: words, .. }) if id == other => {
                to.clone_from(words);
            }
            (Change::Notes { id, to, .. }, Change::Notes { id: other, to: words, .. }) if id == other => {
                to.clone_from(words);
            }
            (Change::Title { to, .. }, Change::Title { to: words, .. }) => to.clone_from(words),
            _ => return false,
        }
        true
    }

    /// Sets the notes of an item that this edit removed, so that undoing it brings it back with them. False if it
    /// removed no such item.
    pub fn set_notes_of_removed(&mut self, id: u32, words: &str) -> bool {
        let removed = self.changes.iter_mut().find_map(|change| match change {
            Change::Removed { item, .. } if item.id == id => Some(item),
            _ => None,
        });
        removed.map(|item| item.speaker_notes = words.to_string()).is_some()
    }

    /// Whether the edit removed items.
    pub fn has_removed(&self) -> bool {
        self.changes.iter().any(|change| matches!(change, Change::Removed { .. }))
    }

    /// Whether the edit changed nothing that can be undone.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// Whether any of these changes still stands in a brief, so that it can be reversed.
    pub fn stands_in(&self, brief: &Brief) -> bool {
        self.changes.iter().any(|change| match change {
            Change::Title { to, .. } => brief.title == *to,
            Change::Notes { id, to, .. } => brief.item(*id).is_some_and(|item| item.speaker_notes == *to),
            Change::Reworded { id, to, .. } => brief.item(*id).is_some_and(|item| item.content == *to),
            Change::Added(item) => brief.item(item.id) == Some(item),
            Change::Removed { item, .. } => brief.item(item.id).is_none(),
            Change::Moved { id, .. } => brief.item(*id).is_some(),
        })
    }

    /// The brief without these changes. What was changed again since, here or in another window, stays as it is.
    pub fn reverse_in(&self, brief: &Brief) -> Brief {
        let mut brief = brief.clone();
        self.changes.iter().for_each(|change| change.reverse_in(&mut brief));
        brief
    }
}

impl Change {
    fn reverse_in(&self, brief: &mut Brief) {
        match self {
            Change::Title { from, to } if brief.title == *to => brief.title.clone_from(from),
            Change::Notes { id, from, to } => {
                let found = brief.items.iter_mut().find(|item| item.id == *id && item.speaker_notes == *to);
                if let Some(item) = found {
                    item.speaker_notes.clone_from(from);
                }
            }
            Change::Added(item) => brief.items.retain(|other| other != item),
            Change::Removed { item, predecessors } if brief.item(item.id).is_none() => {
                insert_behind(brief, item.clone(), predecessors);
            }
            Change::Moved { id, predecessors } => {
                if let Some(at) = brief.position(*id) {
                    let item = brief.items.remove(at);
                    insert_behind(brief, item, predecessors);
                }
            }
            Change::Reworded { id, from, to } => {
                let found = brief.items.iter_mut().find(|item| item.id == *id && item.content == *to);
                if let Some(item) = found {
                    item.content.clone_from(from);
                }
            }
            Change::Title { .. } | Change::Removed { .. } => {}
        }
    }
}

/// Inserts an item behind the nearest of the items that were in front of it, or else at the start.
fn insert_behind(brief: &mut Brief, item: BriefItem, predecessors: &[u32]) {
    let behind = predecessors.iter().rev().find_map(|id| brief.position(*id));
    brief.items.insert(behind.map_or(0, |at| at + 1), item);
}

#[cfg(test)]
mod tests;
