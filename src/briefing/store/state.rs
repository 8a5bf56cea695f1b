//! The brief with the log of its edits, and what an edit does to both.

use crate::brief::{Brief, BriefEdit};
use crate::undo::UndoStep;
use serde::{Deserialize, Serialize};

/// A brief, and what can be undone in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BriefState {
    /// The brief.
    pub brief: Brief,
    /// The edits that can be undone, the oldest first.
    pub log: Vec<LogEntry>,
    /// How often a brief was saved up to this one; 0 if never.
    pub revision: u64,
    /// The damaged texts that were set aside, with their numbers.
    pub damaged: Vec<(u32, String)>,
}

/// An edit that can be undone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogEntry {
    /// Which edit it is; if several were joined, the last of them.
    pub id: EditId,
    /// The number of the first of them, if several were joined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<u64>,
    /// What it is called: "The removal of “Kent Police”".
    pub name: String,
    /// When it was made, in milliseconds since 1970.
    pub at: u64,
    /// What it changed.
    pub step: UndoStep,
    /// Whether it undid another edit. It is not undone next, but can be chosen.
    pub is_undo: bool,
}

impl LogEntry {
    /// Whether it is this edit, or this edit was joined to it.
    pub fn contains(&self, id: &EditId) -> bool {
        let first = self.since.unwrap_or(self.id.number);
        self.id.window == id.window && (first..=self.id.number).contains(&id.number)
    }
}

/// Identifies an edit in all windows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditId {
    /// The window that made it.
    pub window: String,
    /// Grows with each edit of that window.
    pub number: u64,
}

/// An edit as a window makes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// Which edit it is.
    pub id: EditId,
    /// When it is made, in milliseconds since 1970.
    pub at: u64,
    /// What it does.
    pub action: EditAction,
}

/// What an edit does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum EditAction {
    /// Changes the brief. The text is what it is called when it is undone.
    Apply(BriefEdit, String),
    /// Undoes an edit.
    Undo(EditId),
    /// Deletes a damaged text.
    DeleteDamaged(u32),
}

/// What became of an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditResult {
    /// It was made, or had been made already.
    Made,
    /// The item that it is about is no longer in the brief.
    NoItem,
    /// What it would undo was changed again since.
    ChangedAgain,
}

/// How long what was removed can be brought back.
const REMOVALS_MS: u64 = 30 * 24 * 60 * 60 * 1000;

/// How many edits that removed nothing can be undone.
const MAX_OTHERS: usize = 100;

impl BriefState {
    /// Makes an edit.
    pub fn apply(&mut self, edit: &Edit) -> EditResult {
        match &edit.action {
            EditAction::Apply(change, name) => self.apply_change(edit, change, name),
            EditAction::Undo(id) => self.undo(edit, id),
            EditAction::DeleteDamaged(n) => {
                self.damaged.retain(|(other, _)| other != n);
                EditResult::Made
            }
        }
    }

    fn apply_change(&mut self, edit: &Edit, change: &BriefEdit, name: &str) -> EditResult {
        if self.log.iter().any(|entry| entry.contains(&edit.id)) {
            return EditResult::Made;
        }
        if let Some(id) = change.item_id().filter(|id| self.brief.item(*id).is_none()) {
            if let BriefEdit::SetNotes { words, .. } = change {
                self.log.iter_mut().rev().any(|entry| entry.step.set_notes_of_removed(id, words));
            }
            return EditResult::NoItem;
        }
        let moved = if let BriefEdit::Move { id, .. } = change { Some(*id) } else { None };
        let after = self.brief.with_edit(change.clone());
        let step = UndoStep::between(&self.brief, &after, moved);
        self.brief = after;
        let last = self.log.last_mut().filter(|last| last.id.window == edit.id.window);
        if let Some(last) = last.and_then(|last| last.step.join(&step).then_some(last)) {
            let first = last.since.unwrap_or(last.id.number);
            last.since = Some(first.min(edit.id.number));
            last.id.number = last.id.number.max(edit.id.number);
        } else if !step.is_empty() {
            let (id, name) = (edit.id.clone(), name.to_string());
            self.log.push(LogEntry { id, since: None, name, at: edit.at, step, is_undo: false });
        }
        EditResult::Made
    }

    /// Undoes an edit. If that removes items, it is in the log itself: they can be brought back too. Words that were joined
    /// to it since are newer than what was to be undone.
    fn undo(&mut self, edit: &Edit, id: &EditId) -> EditResult {
        let Some(at) = self.log.iter().position(|entry| entry.contains(id)) else { return EditResult::Made };
        if self.log[at].id != *id {
            return EditResult::ChangedAgain;
        }
        let undone = self.log.remove(at);
        let reversed = undone.step.reverse_in(&self.brief);
        if reversed == self.brief {
            return EditResult::ChangedAgain;
        }
        let step = UndoStep::between(&self.brief, &reversed, None);
        if step.has_removed() {
            let name = removal_name(&undone.name);
            let id = edit.id.clone();
            self.log.push(LogEntry { id, since: None, name, at: edit.at, step, is_undo: true });
        }
        self.brief = reversed;
        EditResult::Made
    }

    /// The edit that a window undoes next: its own last one, or else the last one of all.
    pub fn next_undo(&self, window: &str) -> Option<&LogEntry> {
        let mut edits = self.log.iter().rev().filter(|entry| !entry.is_undo);
        edits.clone().find(|entry| entry.id.window == window).or_else(|| edits.next())
    }

    /// Forgets edits: removals after thirty days, of the others all but the last hundred. A clock that was set back makes
    /// nothing older.
    pub fn forget_old_edits(&mut self, now: u64) {
        let others = self.log.iter().filter(|entry| !entry.step.has_removed()).count();
        let mut surplus = others.saturating_sub(MAX_OTHERS);
        self.log.retain(|entry| {
            if entry.step.has_removed() {
                return now.saturating_sub(entry.at) <= REMOVALS_MS;
            }
            let is_kept = surplus == 0;
            surplus = surplus.saturating_sub(1);
            is_kept
        });
    }
}

/// What it is called that an addition was undone: "The removal of “Kent Police”".
fn removal_name(addition: &str) -> String {
    let of = ["Adding ", "Opening "].iter().find_map(|verb| addition.strip_prefix(verb));
    format!("The removal of {}", of.unwrap_or("items"))
}
