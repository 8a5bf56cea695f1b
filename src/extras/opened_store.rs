//! Where opened reports are: in the storage of the tab, and those that the reader keeps in the browser's database.

use dom::{Channel, Listener, Storage, StorageError, TextDatabase};
use explore::command::OPENED_REPORTS;
use futures::lock::Mutex;
use model::ReportId;
use opened::{SavedText, Shelf};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The beginning of the names of opened reports in the storage of the tab.
const PREFIX: &str = "opened ";

/// The name of the files that were not read in the storage of the tab.
const UNREAD: &str = "not-opened";

/// The name of the database of the reports that are kept, and of the channel on which windows tell of changes to it.
const KEPT: &str = "opened";

/// How long reading the database may take, in milliseconds. No page waits longer for it.
const READING_MS: i32 = 4000;

thread_local! {
    static SHELF: RefCell<Shelf> = RefCell::default();
    static STORE: Rc<KeptReports> = Rc::new(KeptReports {
        database: TextDatabase::new(dom::scoped_name(KEPT)),
        gate: Mutex::new(()),
        is_read: Cell::new(false),
        channel: Channel::open(&dom::scoped_name(KEPT)),
        to_read_again: RefCell::default(),
    });
}

/// The reports that the reader keeps.
struct KeptReports {
    database: TextDatabase,
    /// Steps are made one after the other, so that a report is not kept after it was removed.
    gate: Mutex<()>,
    /// Whether what was saved has been read.
    is_read: Cell<bool>,
    /// Tells other windows that something was kept or removed.
    channel: Channel,
    /// The names and texts of reports that another version of the site has saved otherwise, and whether they are kept.
    to_read_again: RefCell<Vec<(String, String, bool)>>,
}

/// Calls a function with what was opened.
pub fn with_shelf<R>(run: impl FnOnce(&mut Shelf) -> R) -> R {
    SHELF.with_borrow_mut(run)
}

fn store() -> Rc<KeptReports> {
    STORE.with(Rc::clone)
}

/// Reads what was saved, on the first call. Each other call waits for the first.
pub async fn restore() {
    let store = store();
    let _turn = store.gate.lock().await;
    if store.is_read.replace(true) {
        return;
    }
    let of_tab = Storage::Session.with_prefix(PREFIX).into_iter().map(|(id, text)| (id, text, false));
    with_shelf(|shelf| shelf.restore_unread(&Storage::Session.get(UNREAD).unwrap_or_default()));
    let mut saved: Vec<_> = of_tab.collect();
    if Storage::Local.get(OPENED_REPORTS).is_some() {
        match dom::finish_within(READING_MS, kept_texts(&store)).await {
            Some(Ok(kept)) if kept.is_empty() => Storage::Local.remove(OPENED_REPORTS),
            Some(Ok(kept)) => saved.extend(kept.into_iter().map(|(id, text)| (id, text, true))),
            Some(Err(_)) | None => dom::report_failure(
                "The reports that you keep in this browser could not be read: its database does not answer.",
                dom::RELOAD_REMEDY,
                "",
            ),
        }
    }
    for (id, text, is_kept) in saved {
        match SavedText::read(&text, is_kept) {
            SavedText::Whole(opened) => with_shelf(|shelf| shelf.restore(*opened)),
            SavedText::ToReadAgain(name, text) => store.to_read_again.borrow_mut().push((name, text, is_kept)),
            SavedText::Damaged => with_shelf(|shelf| shelf.add_damaged(&id)),
        }
    }
}

async fn kept_texts(store: &KeptReports) -> Result<Vec<(String, String)>, StorageError> {
    store.database.update(|texts| (Vec::new(), texts)).await
}

/// The names and texts of the saved reports that have to be read again, because another version of the site has saved them
/// otherwise, and whether they are kept. Each is returned once.
pub fn take_to_read_again() -> Vec<(String, String, bool)> {
    store().to_read_again.take()
}

/// Saves a report for as long as the tab is open. False if there is no room: it is then only on this page.
pub fn save_in_tab(id: &ReportId) -> bool {
    // Noted in any case: until the page is loaded again, the report is there.
    let is_noted = Storage::Session.put(OPENED_REPORTS, "yes").is_ok();
    let text = with_shelf(|shelf| shelf.report(id).map(opened::OpenedReport::to_saved_text));
    let is_saved = text.is_some_and(|text| Storage::Session.put(&format!("{PREFIX}{id}"), &text).is_ok());
    with_shelf(|shelf| shelf.set_saved(id, is_noted && is_saved));
    is_noted && is_saved
}

/// Saves the files that were not read for as long as the tab is open.
pub fn save_unread() {
    _ = Storage::Session.put(UNREAD, &with_shelf(|shelf| shelf.unread_text()));
}

/// Saves a report until it is removed.
///
/// # Errors
/// If the browser has no room, or allows none.
pub async fn keep(id: &ReportId) -> Result<(), StorageError> {
    let store = store();
    let _turn = store.gate.lock().await;
    let Some(text) = with_shelf(|shelf| shelf.report(id).map(opened::OpenedReport::to_saved_text)) else {
        return Ok(());
    };
    // Before the report, because a note without a report does no harm.
    Storage::Local.put(OPENED_REPORTS, "yes")?;
    let name = id.to_string();
    store.database.update(|_| (vec![(name, Some(text))], ())).await?;
    with_shelf(|shelf| shelf.set_kept(id, true));
    store.channel.send();
    dom::ask_to_persist();
    Ok(())
}

/// Does not keep a report any longer.
///
/// # Errors
/// If the database cannot be changed. The report is then still there.
pub async fn stop_keeping(id: &ReportId) -> Result<(), StorageError> {
    let store = store();
    let _turn = store.gate.lock().await;
    delete_kept(&store, id).await?;
    with_shelf(|shelf| shelf.set_kept(id, false));
    store.channel.send();
    Ok(())
}

/// Removes a report wherever it is saved.
///
/// # Errors
/// If the database cannot be changed. The report is then still there.
pub async fn remove(id: &ReportId) -> Result<(), StorageError> {
    let store = store();
    let _turn = store.gate.lock().await;
    delete_kept(&store, id).await?;
    Storage::Session.remove(&format!("{PREFIX}{id}"));
    with_shelf(|shelf| shelf.remove(id));
    store.channel.send();
    Ok(())
}

/// Deletes what the database has of a report, if it has anything.
async fn delete_kept(store: &KeptReports, id: &ReportId) -> Result<(), StorageError> {
    if Storage::Local.get(OPENED_REPORTS).is_none() {
        return Ok(());
    }
    let name = id.to_string();
    store.database.update(|_| (vec![(name, None)], ())).await
}

/// Follows what other windows keep and remove. `announce` is called after each change.
pub fn on_foreign_change(announce: fn()) -> Option<Listener> {
    store().channel.on_message(move || {
        wasm_bindgen_futures::spawn_local(async move {
            follow_other_windows().await;
            announce();
        });
    })
}

/// Takes over what other windows have kept or removed.
async fn follow_other_windows() {
    let store = store();
    let _turn = store.gate.lock().await;
    let Ok(kept) = kept_texts(&store).await else { return };
    let ids = with_shelf(|shelf| shelf.reports().iter().map(|opened| opened.report.id.clone()).collect::<Vec<_>>());
    for id in ids {
        let is_kept = kept.iter().any(|(name, _)| *name == id.as_str());
        with_shelf(|shelf| shelf.set_kept(&id, is_kept));
        // A report that this tab never saved was only here because it was kept.
        if !is_kept && Storage::Session.get(&format!("{PREFIX}{id}")).is_none() {
            with_shelf(|shelf| shelf.remove_unless_unsaved(&id));
        }
    }
    for (_, text) in kept {
        if let SavedText::Whole(opened) = SavedText::read(&text, true) {
            with_shelf(|shelf| shelf.restore(*opened));
        }
    }
}

/// Leaves the database to other pages, because the user leaves this one.
pub fn close() {
    store().database.close();
}

/// Uses the database again.
pub fn reopen() {
    store().database.reopen();
}
