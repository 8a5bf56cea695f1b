//! Reads files that the reader opens, one after the other, and carries out the commands of their page.

use crate::component;
use crate::data::{fetch_library, forget_library};
use crate::export::{copy_text, save_text};
use crate::opened_store::{self, with_shelf};
use dom::{File, StorageError};
use explore::command::OPENED_CHANGE;
use explore::route;
use explore::state::{State, View};
use model::ReportId;
use opened::{FileId, MAX_FILE_BYTES, OpenCommand, Shelf, bundle_text};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

thread_local! {
    static QUEUE: RefCell<VecDeque<QueuedFile>> = RefCell::default();
    static IS_READING: Cell<bool> = const { Cell::new(false) };
}

/// A file that is still to be read.
struct QueuedFile {
    id: FileId,
    file: File,
    /// Whether its report is kept in the browser, and only has to be read again.
    is_kept: bool,
}

/// Opens files that were dropped on a page, and shows the page of opened reports: at once where the explorer can do so,
/// otherwise when all have been read, because another document would be loaded.
///
/// # Errors
/// A message that says why the data cannot be fetched or read.
pub async fn open_dropped(files: Vec<File>) -> Result<String, String> {
    if dom::later_file_size("reader-wasm").is_none() {
        return Ok("This copy of the site has no program that reads reports.".to_string());
    }
    let page = route::address(&State::for_view(View::Open));
    let is_document = route::parse_address(&dom::page_address()).view.is_static() && !dom::is_single_file();
    let can_follow = dom::is_ready() && !is_document;
    if can_follow {
        dom::follow_link(&page);
    } else {
        dom::announce("Reading …");
    }
    let is_finished = read_files(files).await?;
    if is_finished && !can_follow && with_shelf(|shelf| shelf.is_saved()) {
        dom::follow_link(&page);
    }
    Ok(String::new())
}

/// Reads files, after those that are being read. Returns whether nothing is left to read: false if others were being read.
///
/// # Errors
/// A message that says why the data cannot be fetched or read.
pub async fn read_files(files: Vec<File>) -> Result<bool, String> {
    read_queued(files.into_iter().map(|file| (file, false)).collect()).await
}

/// Reads the reports again that another version of the site has saved otherwise.
///
/// # Errors
/// A message that says why the data cannot be fetched or read.
pub async fn read_again(texts: Vec<(String, String, bool)>) -> Result<bool, String> {
    let file = |(name, text, is_kept): (String, String, bool)| Some((dom::text_file(&name, &text)?, is_kept));
    read_queued(texts.into_iter().filter_map(file).collect()).await
}

async fn read_queued(files: Vec<(File, bool)>) -> Result<bool, String> {
    for (file, is_kept) in files {
        let id = with_shelf(|shelf| shelf.wait_for(&file.name()));
        QUEUE.with_borrow_mut(|queue| queue.push_back(QueuedFile { id, file, is_kept }));
    }
    component::redraw();
    if IS_READING.replace(true) {
        return Ok(false);
    }
    let mut messages = Vec::new();
    let mut failure = None;
    while let Some(queued) = QUEUE.with_borrow_mut(VecDeque::pop_front) {
        match read_file(&queued).await {
            Ok(message) => messages.push(message),
            Err(error) => {
                QUEUE.take();
                with_shelf(Shelf::stop);
                failure = Some(error);
            }
        }
        component::redraw();
    }
    IS_READING.set(false);
    dom::announce(&messages.join(" "));
    failure.map_or(Ok(true), Err)
}

/// Reads a file. Returns the message to announce, which is empty if reading it was stopped.
///
/// # Errors
/// A message that says why the data cannot be fetched or read.
async fn read_file(queued: &QueuedFile) -> Result<String, String> {
    let QueuedFile { id, file, is_kept } = queued;
    let library = fetch_library().await?;
    if file.size() > MAX_FILE_BYTES as f64 {
        let reason = format!("it is larger than {} MB, and no report is that large", MAX_FILE_BYTES >> 20);
        return Ok(with_shelf(|shelf| shelf.fail(*id, &reason, "Open each report as a file of its own.")));
    }
    let Ok(answer) = dom::call_module_with_file("reading", "read", file).await else {
        let (reason, advice) =
            ("the program that reads reports could not be loaded", "Try again when there is a connection.");
        return Ok(with_shelf(|shelf| shelf.fail(*id, reason, advice)));
    };
    if let Some((reason, advice)) = answer.strip_prefix('!').and_then(|words| words.split_once('|')) {
        return Ok(with_shelf(|shelf| shelf.fail(*id, reason, advice)));
    }
    let (added, message) = with_shelf(|shelf| shelf.finish(*id, &answer, &dom::today(), library.corpus()));
    for id in &added {
        opened_store::save_in_tab(id);
        if *is_kept {
            opened_store::keep(id).await.unwrap_or_default();
        }
    }
    opened_store::save_unread();
    if !added.is_empty() {
        announce_change();
    }
    Ok(message)
}

/// Tells both programs that other reports are open.
pub fn announce_change() {
    forget_library();
    dom::raise_on_window(OPENED_CHANGE);
}

/// What a command did.
#[derive(Default)]
pub struct Outcome {
    /// Why it could not be done, as a sentence; empty if it was.
    pub trouble: String,
    /// The id of the element that receives the focus, because the one that had it is gone.
    pub focus_id: Option<&'static str>,
}

impl Outcome {
    fn trouble(trouble: impl Into<String>) -> Outcome {
        Outcome { trouble: trouble.into(), focus_id: None }
    }

    fn at_list() -> Outcome {
        Outcome { trouble: String::new(), focus_id: Some("count") }
    }
}

/// Carries out a command of the page.
pub async fn run_command(command: OpenCommand) -> Outcome {
    match command {
        OpenCommand::ReadChosen => {
            return Outcome::trouble(read_files(dom::take_chosen_files("open-files")).await.err().unwrap_or_default());
        }
        OpenCommand::Stop => {
            QUEUE.take();
            with_shelf(Shelf::stop);
            component::redraw();
            _ = dom::call_module("reading", "stop", "").await;
            dom::announce("Reading was stopped.");
            return Outcome::at_list();
        }
        OpenCommand::Keep(id) => return keep(&id).await,
        OpenCommand::StopKeeping(id) => return stop_keeping(&id).await,
        OpenCommand::Remove(id) => {
            if opened_store::remove(&id).await.is_err() {
                return Outcome::trouble("It could not be removed: the browser's database failed. Try again.");
            }
            announce_change();
            dom::announce("Removed.");
            return Outcome::at_list();
        }
        OpenCommand::SaveFile => {
            let text = with_shelf(|shelf| bundle_text(shelf.reports().iter()));
            dom::announce(&save_text("opened-reports.json", "application/json", &text));
        }
        OpenCommand::Dismiss(id) => {
            with_shelf(|shelf| shelf.dismiss(id));
            opened_store::save_unread();
            return Outcome::at_list();
        }
        OpenCommand::CopyProblem => dom::announce(&copy_text(&dom::text_of("problem-text"), "Problem report").await),
        OpenCommand::ShowProblem(_) | OpenCommand::ToggleName | OpenCommand::ToggleWords => {}
    }
    Outcome::default()
}

async fn keep(id: &ReportId) -> Outcome {
    match opened_store::keep(id).await {
        Ok(()) => {
            dom::announce("Kept in this browser.");
            Outcome::default()
        }
        Err(StorageError::Full) => Outcome::trouble("It could not be kept: the browser has no room for it."),
        Err(StorageError::Forbidden) => Outcome::trouble(
            "It could not be kept: the browser does not allow this site to save anything. Save it as a file instead.",
        ),
        Err(StorageError::Failed) => {
            Outcome::trouble("It could not be kept: the browser's database failed. Try again.")
        }
    }
}

async fn stop_keeping(id: &ReportId) -> Outcome {
    // Saved in the tab first: it stays open until the tab is closed.
    if !opened_store::save_in_tab(id) {
        return Outcome::trouble("There is no room for it in this tab: remove it instead, or keep it.");
    }
    match opened_store::stop_keeping(id).await {
        Ok(()) => {
            dom::announce("No longer kept. It stays until you close this tab.");
            Outcome::default()
        }
        Err(_) => Outcome::trouble("It is still kept: the browser's database failed. Try again."),
    }
}
