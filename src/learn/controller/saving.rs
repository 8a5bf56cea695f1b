//! The edits of a window on their way to what is saved.

use super::{FULL, LearnController};
use crate::store::{Commit, Committed, Edit, EditAction, EditResult};
use saving::SaveError;

impl LearnController {
    /// Whether there are edits that are not saved.
    pub fn has_unsaved(&self) -> bool {
        !self.unsaved.is_empty()
    }

    /// What is to be saved: to be run in a step of the storage, and its result given to [`finish_commit`]. Without edits
    /// it only reads what is saved. `older` are texts by name, from a place where they were saved before.
    ///
    /// [`finish_commit`]: LearnController::finish_commit
    pub fn begin_commit(&mut self, older: Vec<(String, String)>) -> Commit {
        self.being_saved = self.unsaved.len();
        Commit { older, ..self.pending() }
    }

    /// The edits that are not saved, to be kept for the case that the page is closed.
    pub fn pending(&self) -> Commit {
        Commit { edits: self.unsaved.clone(), now: self.now, older: Vec::new() }
    }

    /// Takes note of what was saved, or why it was not. Returns the message to announce in place of those of the commands,
    /// if any of them did not do what it says.
    pub fn finish_commit(&mut self, result: Result<Committed, SaveError>) -> Option<String> {
        let count = std::mem::take(&mut self.being_saved);
        let committed = match result {
            Ok(committed) => committed,
            Err(_) if count == 0 => return None,
            Err(refused) => {
                self.save_error = Some(format!(
                    "Your notes could not be saved: {refused}. They are complete on this page. To keep them, save them as \
                     a file before you close the page."
                ));
                return self.save_error.clone();
            }
        };
        self.save_error = None;
        self.unsaved.drain(..count);
        let message = committed.results.contains(&EditResult::Full).then(|| FULL.to_string());
        self.shown = committed.state;
        for edit in &self.unsaved {
            self.shown.apply(edit);
        }
        message
    }

    /// Makes an edit in what is shown. It waits to be saved.
    pub(super) fn submit(&mut self, action: EditAction) -> EditResult {
        self.submit_at(action).0
    }

    /// The same; also returns the time of the edit.
    pub(super) fn submit_at(&mut self, action: EditAction) -> (EditResult, u64) {
        let edit = Edit { at: self.now, action };
        let result = self.shown.apply(&edit);
        let is_later = self.unsaved.len() > self.being_saved;
        let last = self.unsaved.last_mut().filter(|_| is_later).map(|last| &mut last.action);
        match (last, &edit.action) {
            // Words that are typed one after the other are one edit.
            (
                Some(EditAction::Write { subject, words, day, .. }),
                EditAction::Write { subject: same, words: new, day: today, .. },
            ) if subject.address == same.address => {
                (*words, *day) = (new.clone(), today.clone());
            }
            _ if result == EditResult::Full => {}
            _ => self.unsaved.push(edit),
        }
        (result, self.now)
    }
}
