//! Where the brief is saved in the browser: in its database or, if it has none, in its local storage.

use crate::brief::with_controller;
use crate::text_store::{BrowserStorage, Step};
use briefing::{Commit, OlderSlots, TextStorage, contents};
use dom::{Listener, Storage};
use explore::command::{BRIEF_CHANGE, BRIEF_CONTENTS};
use std::iter;
use std::rc::Rc;

/// The beginning of the names under which older versions of the site saved the brief in the local storage.
const OLDER_PREFIX: &str = "force-findings-brief-";

/// The beginning of the names of the edits that were not saved when their page was closed.
const JOURNAL: &str = "unsaved-";

/// The only storage of this window. Older versions of the site saved the brief without a prefix in the local storage.
fn storage() -> Rc<BrowserStorage> {
    thread_local!(static STORAGE: Rc<BrowserStorage> = Rc::new(BrowserStorage::new("brief", "")));
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
    let older = older_slots(storage.has_database().await);
    let commit = with_controller(|controller| controller.begin_commit(older));
    let count = commit.edits.len();
    let result = storage.update(move |texts| commit.run(texts)).await;
    let is_saved = result.is_ok() && count > 0;
    let is_first = result.as_ref().is_ok_and(|committed| committed.state.revision == 1);
    let (message, list) = with_controller(|controller| {
        let message = controller.finish_commit(count, result);
        (message, contents(controller.brief()))
    });
    if is_saved {
        // Asked once: some browsers ask the user.
        if is_first {
            dom::ask_to_persist();
        }
        storage.announce_save();
    }
    // If there is no room for the list, buttons cannot show what is in the brief, which is all.
    if Storage::Local.get(BRIEF_CONTENTS).unwrap_or_default() != list
        && Storage::Local.put(BRIEF_CONTENTS, &list).is_ok()
    {
        dom::raise_on_window(BRIEF_CHANGE);
    }
    message
}

/// Keeps the edits that are not saved yet where writing takes no time, because the page may be closed at any moment. False
/// if they are kept nowhere.
pub fn write_journal() -> bool {
    let (window, commit) =
        with_controller(|controller| (controller.window().to_string(), controller.begin_commit(Vec::new())));
    commit.edits.is_empty() || Storage::Local.put(&format!("{JOURNAL}{window}"), &commit.to_journal()).is_ok()
}

/// Leaves the database to other pages, because the user leaves this one. The edits that are not saved are in the journal, or
/// if there was no room for it, are being saved and the database stays open.
pub fn close() {
    if write_journal() {
        storage().close();
    }
}

/// Uses the database again.
pub fn reopen() {
    storage().reopen();
}

/// What older versions of the site saved and, if this browser has a database now, what was saved without one.
fn older_slots(has_database: bool) -> Vec<OlderSlots> {
    let texts = |found: Vec<(String, String)>| found.into_iter().map(|(_, text)| text).collect();
    let mut older = Storage::Local.with_unscoped_prefix(OLDER_PREFIX);
    older.retain(|(name, _)| matches!(name.as_str(), "a" | "b") || name.starts_with("aside-"));
    let older = OlderSlots { place: "local", texts: texts(older) };
    // Without a database these are the slots themselves.
    let without_database =
        has_database.then(|| OlderSlots { place: "no-database", texts: texts(Storage::Local.with_prefix("brief-")) });
    iter::once(older).chain(without_database).collect()
}

/// The step that makes the edits of a page that was closed.
fn journal_step(text: &str) -> Option<Step> {
    let commit = Commit::from_journal(text, dom::now())?;
    Some(Box::new(|texts| drop(commit.run(texts))))
}
