//! The edits of a window on their way to the brief that is saved.

use super::BriefController;
use crate::brief::BriefEdit;
use crate::edit_names::edit_name;
use crate::store::{Commit, Committed, Edit, EditAction, EditId, EditResult, OlderSlots, SaveError, renumbered};

pub(super) const ITEM_REMOVED: &str = "This item is no longer in the brief: it was removed in another window.";
const WORDS_KEPT: &str = "This item was removed in another window. Your notes are kept with it: undo the removal to bring both \
                          back.";

impl BriefController {
    /// Whether there are edits that are not saved.
    pub fn has_unsaved(&self) -> bool {
        !self.unsaved.is_empty()
    }

    /// What is to be saved: to be run in a step of the storage, and its result given to [`finish_commit`]. Without edits
    /// it only reads what is saved.
    ///
    /// [`finish_commit`]: BriefController::finish_commit
    pub fn begin_commit(&self, older: Vec<OlderSlots>) -> Commit {
        Commit { edits: self.unsaved.clone(), last_id: self.saved.brief.last_id(), now: self.now, older }
    }

    /// Takes note of what was saved, or why it was not. `count` is the number of edits that were to be saved. Returns the
    /// message to announce in place of those of the commands, if any of them did not do what it says.
    pub fn finish_commit(&mut self, count: usize, result: Result<Committed, SaveError>) -> Option<String> {
        let committed = match result {
            Ok(committed) => committed,
            Err(_) if count == 0 => return None,
            Err(refused) => {
                self.save_error = Some(format!(
                    "The brief could not be saved: {refused}. It is complete on this page. To keep it, save it as a file with your notes before you close the page."
                ));
                return self.save_error.clone();
            }
        };
        let above = self.saved.brief.last_id();
        self.save_error = None;
        let results = committed.results.iter().zip(self.unsaved.drain(..count));
        let message = results.rev().find_map(|(result, edit)| failure_message(*result, &edit.action));
        self.unsaved = self.unsaved.iter().map(|edit| renumbered(edit, above, committed.shift)).collect();
        self.saved = committed.state;
        // Edits of this window stay distinct from those that it made before it was reloaded, also if the clock was set back.
        let own = self.saved.log.iter().filter(|entry| entry.id.window == self.window);
        self.last_edit = own.map(|entry| entry.id.number).fold(self.last_edit, u64::max);
        self.shown = self.saved.clone();
        for edit in &self.unsaved {
            self.shown.apply(edit);
        }
        message
    }

    /// Makes an edit of the brief, which can be undone.
    pub(super) fn apply(&mut self, edit: BriefEdit) -> EditResult {
        let name = edit_name(self.brief(), &edit);
        self.submit(EditAction::Apply(edit, name))
    }

    /// Makes an edit in the brief that is shown. It waits to be saved.
    pub(super) fn submit(&mut self, action: EditAction) -> EditResult {
        self.last_edit = self.now.max(self.last_edit + 1);
        let id = EditId { window: self.window.clone(), number: self.last_edit };
        let edit = Edit { id, at: self.now, action };
        let result = self.shown.apply(&edit);
        self.unsaved.push(edit);
        result
    }
}

/// What is said of an edit that did not do what its command says.
pub(super) fn failure_message(result: EditResult, action: &EditAction) -> Option<String> {
    match (result, action) {
        (EditResult::Made, _) => None,
        (EditResult::NoItem, EditAction::Apply(BriefEdit::SetNotes { .. }, _)) => Some(WORDS_KEPT.to_string()),
        (EditResult::NoItem, _) => Some(ITEM_REMOVED.to_string()),
        (EditResult::ChangedAgain, _) => Some("It was not undone: it was changed again since.".to_string()),
    }
}
