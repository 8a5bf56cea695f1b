//! Reads files that the reader opens, one after the other, and carries out the commands of their page.

use crate::data::{fetch_library, forget_library};
use crate::export::{copy_text, save_text};
use crate::open_page;
use crate::opened_store::{self, with_shelf};
use dom::{File, StorageError};
use explore::command::OPENED_CHANGE;
use explore::route;
use explore::state::{State, View};
use model::ReportId;
use opened::{MAX_FILE_BYTES, OpenCommand, bundle_text};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

thread_local! {
    static QUEUE: RefCell<VecDeque<File>> = RefCell::default();
    static IS_READING: Cell<bool> = const { Cell::new(false) };
}

/// Opens files that were dropped on a page. A static document cannot show the page of opened reports itself.
///
/// # Errors
/// A message that says why the data cannot be fetched or read.
pub async fn open_dropped(files: Vec<File>) -> Result<String, String> {
    let page = route::address(&State::for_view(View::Open));
    let is_static = route::parse_address(&dom::page_address()).view.is_static() && !dom::is_single_file();
    if is_static {
        dom::announce("Reading …");
        read_files(files).await?;
        dom::follow_link(&page);
    } else {
        dom::follow_link(&page);
        read_files(files).await?;
    }
    Ok(String::new())
}

/// Reads files, after those that are being read.
///
/// # Errors
/// A message that says why the data cannot be fetched or read.
pub async fn read_files(files: Vec<File>) -> Result<(), String> {
    with_shelf(|shelf| files.iter().for_each(|file| shelf.wait_for(&file.name())));
    QUEUE.with_borrow_mut(|queue| queue.extend(files));
    open_page::redraw();
    if IS_READING.replace(true) {
        return Ok(());
    }
    let mut messages = Vec::new();
    while let Some(file) = QUEUE.with_borrow_mut(VecDeque::pop_front) {
        match read_file(&file).await {
            Ok(message) => messages.push(message),
            Err(error) => {
                stop();
                IS_READING.set(false);
                open_page::redraw();
                return Err(error);
            }
        }
        open_page::redraw();
    }
    IS_READING.set(false);
    dom::announce(&messages.join(" "));
    Ok(())
}

/// Stops reading.
pub fn stop() {
    QUEUE.take();
    with_shelf(opened::Shelf::stop);
    open_page::redraw();
}

/// Reads a file. Returns the message to announce.
///
/// # Errors
/// A message that says why the data cannot be fetched or read.
async fn read_file(file: &File) -> Result<String, String> {
    let library = fetch_library().await?;
    if file.size() > MAX_FILE_BYTES as f64 {
        let reason = format!("it is larger than {} MB, and no report is that large", MAX_FILE_BYTES >> 20);
        return Ok(with_shelf(|shelf| shelf.fail(&reason, "Open each report as a file of its own.")));
    }
    let Ok(answer) = dom::call_module_with_file("reading", "read", file).await else {
        return Ok(with_shelf(|shelf| {
            shelf.fail("the program that reads reports could not be loaded", "Try again when there is a connection.")
        }));
    };
    // Stopped in the meantime.
    if with_shelf(|shelf| shelf.waiting().is_empty()) {
        return Ok(String::new());
    }
    if let Some((reason, advice)) = answer.strip_prefix('!').and_then(|words| words.split_once('|')) {
        return Ok(with_shelf(|shelf| shelf.fail(reason, advice)));
    }
    let (added, mut message) = with_shelf(|shelf| shelf.finish(&answer, &dom::today(), library.corpus()));
    let is_saved = with_shelf(|shelf| added.iter().filter_map(|id| shelf.report(id)).all(opened_store::save_in_tab));
    if !is_saved {
        message.push_str(
            " There is no room for it in this tab: it is gone when the page is loaded again, unless you keep it.",
        );
    }
    if !added.is_empty() {
        announce_change();
    }
    Ok(message)
}

/// Tells both programs that other reports are open.
fn announce_change() {
    forget_library();
    dom::raise_on_window(OPENED_CHANGE);
}

/// Carries out a command of the page. Returns why it could not be done, as a sentence; empty if it was.
pub async fn run_command(command: OpenCommand) -> String {
    match command {
        OpenCommand::ReadChosen => {
            return read_files(dom::take_chosen_files("open-files")).await.err().unwrap_or_default();
        }
        OpenCommand::Stop => {
            _ = dom::call_module("reading", "stop", "").await;
            stop();
        }
        OpenCommand::Keep(id) => return keep(&id).await,
        OpenCommand::StopKeeping(id) => return stop_keeping(&id).await,
        OpenCommand::Remove(id) => {
            let trouble = stop_keeping(&id).await;
            if !trouble.is_empty() {
                return trouble;
            }
            opened_store::remove_from_tab(&id);
            with_shelf(|shelf| shelf.remove(&id));
            announce_change();
            dom::announce("Removed.");
        }
        OpenCommand::SaveFile => {
            let text = with_shelf(|shelf| bundle_text(shelf.reports().iter()));
            dom::announce(&save_text("opened-reports.json", "application/json", &text));
        }
        OpenCommand::Dismiss(n) => with_shelf(|shelf| shelf.dismiss(n)),
        OpenCommand::CopyProblem => dom::announce(&copy_text(&open_page::problem_text(), "Problem report").await),
        OpenCommand::ShowProblem(_) | OpenCommand::ToggleName | OpenCommand::ToggleWords => {}
    }
    String::new()
}

async fn keep(id: &ReportId) -> String {
    let Some(opened) = with_shelf(|shelf| shelf.report(id).cloned()) else { return String::new() };
    match opened_store::keep(&opened).await {
        Ok(()) => {
            with_shelf(|shelf| shelf.set_kept(id, true));
            dom::announce("Kept in this browser.");
            String::new()
        }
        Err(StorageError::Full) => "It could not be kept: the browser has no room for it.".to_string(),
        Err(StorageError::Forbidden) => {
            "It could not be kept: the browser does not allow this site to save anything. Save it as a file instead."
                .to_string()
        }
        Err(StorageError::Failed) => "It could not be kept: the browser's database failed. Try again.".to_string(),
    }
}

async fn stop_keeping(id: &ReportId) -> String {
    if !with_shelf(|shelf| shelf.report(id).is_some_and(|opened| opened.is_kept)) {
        return String::new();
    }
    match opened_store::stop_keeping(id).await {
        Ok(()) => {
            with_shelf(|shelf| shelf.set_kept(id, false));
            if let Some(opened) = with_shelf(|shelf| shelf.report(id).cloned()) {
                opened_store::save_in_tab(&opened);
            }
            String::new()
        }
        Err(_) => "It could not be removed from the browser: its database failed. Try again.".to_string(),
    }
}
