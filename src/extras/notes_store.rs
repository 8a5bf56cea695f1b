//! Where the reader's notes are saved in the browser, with what is remembered of the cards of the practice.

use crate::notes::with_learn;
use crate::text_store::{BrowserStorage, Step, window_id};
use dom::{Listener, Storage};
use learn::Commit;
use saving::TextStorage;
use std::rc::Rc;

/// The beginning of the names in the local storage, if there is no database.
const PREFIX: &str = "learn-";

/// The beginning of the names of the edits that were not saved when their page was closed.
const JOURNAL: &str = "notes-unsaved-";

/// The name of what is kept for as long as the tab is open.
const TAB: &str = "learn";

/// The only storage of this window.
fn storage() -> Rc<BrowserStorage> {
    thread_local!(static STORAGE: Rc<BrowserStorage> = Rc::new(BrowserStorage::new("notes", PREFIX)));
    STORAGE.with(Rc::clone)
}

/// Calls back when another window has saved something.
pub fn on_foreign_save(call: impl FnMut() + 'static) -> Option<Listener> {
    storage().on_foreign_save(call)
}

/// Saves the edits of this window, and reads what other windows and earlier pages saved. Returns the message to announce in
/// place of that of a command, if the command could not do what it says.
pub async fn synchronise() -> Option<String> {
    let storage = storage();
    let _turn = storage.gate.lock().await;
    storage.save_journals(JOURNAL, journal_step).await;
    // What was saved while there was no database. Without one, these are the notes themselves.
    let older = if storage.has_database().await { Storage::Local.with_prefix(PREFIX) } else { Vec::new() };
    let names: Vec<String> = older.iter().map(|(name, _)| format!("{PREFIX}{name}")).collect();
    let commit = with_learn(|learn| learn.begin_commit(older));
    let has_edits = !commit.edits.is_empty();
    let result = storage.update(move |texts| commit.run(texts)).await;
    if result.is_ok() {
        names.iter().for_each(|name| Storage::Local.remove(name));
        if has_edits {
            storage.announce_save();
        }
        // Asked once: some browsers ask the user.
        if result.as_ref().is_ok_and(|committed| committed.is_first) {
            dom::ask_to_persist();
        }
    }
    let message = with_learn(|learn| learn.finish_commit(result));
    if !with_learn(|learn| learn.has_unsaved()) {
        Storage::Local.remove(&journal_name());
    }
    message
}

fn journal_name() -> String {
    format!("{JOURNAL}{}", window_id())
}

/// Keeps the edits that are not saved yet where writing takes no time, because the page may be closed at any moment. False
/// if they are kept nowhere.
pub fn write_journal() -> bool {
    let pending = with_learn(|learn| learn.pending());
    pending.edits.is_empty() || Storage::Local.put(&journal_name(), &pending.to_journal()).is_ok()
}

/// Leaves the database to other pages, because the user leaves this one. Edits that are in no journal are being saved, and
/// the database stays open for them.
pub fn close() {
    if write_journal() {
        storage().close();
    }
}

/// Uses the database again.
pub fn reopen() {
    storage().reopen();
}

/// What is kept of the page for as long as the tab is open; empty if nothing is.
pub fn tab_text() -> String {
    Storage::Session.get(TAB).unwrap_or_default()
}

/// Keeps the place in the session for as long as the tab is open. Where nothing may be stored, it is lost when the page is
/// loaded again.
pub fn keep_tab_text(text: &str) {
    if Storage::Session.get(TAB).unwrap_or_default() != text {
        _ = Storage::Session.put(TAB, text);
    }
}

/// The step that makes the edits of a page that was closed.
fn journal_step(text: &str) -> Option<Step> {
    let commit = Commit::from_journal(text, dom::now())?;
    Some(Box::new(|texts| drop(commit.run(texts))))
}
