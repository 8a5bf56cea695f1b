//! Where opened reports are: in the storage of the tab, and those that the reader keeps in the browser's database.

use dom::{Storage, StorageError, TextDatabase};
use explore::command::OPENED_REPORTS;
use model::ReportId;
use opened::{OpenedReport, SavedText, Shelf};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The beginning of the names of opened reports in the storage of the tab.
const PREFIX: &str = "opened ";

/// The name of the database of the reports that are kept, and of the channel on which windows tell of them.
pub const KEPT: &str = "opened";

thread_local! {
    static SHELF: RefCell<Shelf> = RefCell::default();
    static IS_RESTORED: Cell<bool> = const { Cell::new(false) };
    static TO_READ_AGAIN: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
    static DATABASE: Rc<TextDatabase> = Rc::new(TextDatabase::new(dom::scoped_name(KEPT)));
}

/// Calls a function with what was opened.
pub fn with_shelf<R>(run: impl FnOnce(&mut Shelf) -> R) -> R {
    SHELF.with_borrow_mut(run)
}

/// Reads what was saved, on the first call.
pub async fn restore() {
    if IS_RESTORED.replace(true) {
        return;
    }
    let of_tab = Storage::Session.with_prefix(PREFIX).into_iter().map(|(_, text)| (text, false));
    let kept = if Storage::Local.get(OPENED_REPORTS).is_some() { read_kept().await } else { Vec::new() };
    for (text, is_kept) in of_tab.chain(kept.into_iter().map(|text| (text, true))) {
        match SavedText::read(&text, is_kept) {
            SavedText::Whole(opened) => with_shelf(|shelf| shelf.restore(*opened)),
            SavedText::ToReadAgain(name, text) => TO_READ_AGAIN.with_borrow_mut(|texts| texts.push((name, text))),
            SavedText::Damaged => {}
        }
    }
}

/// The names and texts of the saved reports that have to be read again, because another version of the site has saved them
/// otherwise. Each is returned once.
pub fn take_to_read_again() -> Vec<(String, String)> {
    TO_READ_AGAIN.take()
}

async fn read_kept() -> Vec<String> {
    let database = DATABASE.with(Rc::clone);
    let texts = database.update(|texts| (Vec::new(), texts)).await.unwrap_or_default();
    texts.into_iter().map(|(_, text)| text).collect()
}

/// Saves a report for as long as the tab is open. False if there is no room: it is then only on this page.
pub fn save_in_tab(opened: &OpenedReport) -> bool {
    let is_saved = Storage::Session.put(&format!("{PREFIX}{}", opened.report.id), &opened.to_saved_text()).is_ok();
    is_saved && Storage::Session.put(OPENED_REPORTS, "yes").is_ok()
}

/// Saves a report until it is removed.
///
/// # Errors
/// If the browser has no room, or allows none.
pub async fn keep(opened: &OpenedReport) -> Result<(), StorageError> {
    let database = DATABASE.with(Rc::clone);
    let (name, text) = (opened.report.id.to_string(), opened.to_saved_text());
    database.update(|_| (vec![(name, Some(text))], ())).await?;
    Storage::Local.put(OPENED_REPORTS, "yes")?;
    dom::ask_to_persist();
    Ok(())
}

/// Removes a report from the database.
///
/// # Errors
/// If the database cannot be changed. The report is then still there.
pub async fn stop_keeping(id: &ReportId) -> Result<(), StorageError> {
    let database = DATABASE.with(Rc::clone);
    let name = id.to_string();
    let count = database.update(move |texts| {
        let left = texts.iter().filter(|(other, _)| *other != name).count();
        (vec![(name, None)], left)
    });
    if count.await? == 0 {
        Storage::Local.remove(OPENED_REPORTS);
    }
    Ok(())
}

/// Removes a report from the storage of the tab.
pub fn remove_from_tab(id: &ReportId) {
    Storage::Session.remove(&format!("{PREFIX}{id}"));
    if Storage::Session.with_prefix(PREFIX).is_empty() {
        Storage::Session.remove(OPENED_REPORTS);
    }
}
