//! The second program: exports, forces side by side, the brief, and reports that the reader opens. It is fetched when one of them is first used, so
//! that users who only read do not wait for it.

mod brief;
mod brief_store;
mod component;
mod data;
mod export;
mod learn_component;
mod notes;
mod notes_store;
mod open_page;
mod opened_store;
mod opening;
mod page_events;
mod text_store;

use explore::command::Command;
use explore::parts::Part;
use model::ReportId;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Carries out the command of a button. Returns the message to announce.
///
/// # Errors
/// A message that says why the data cannot be fetched or read.
#[wasm_bindgen]
pub async fn run(command: String) -> Result<String, String> {
    let library = data::fetch_library().await?;
    Ok(match Command::from_attribute(&command) {
        Some(Command::Export(export, of)) => export::run_export(export, &of, &library).await,
        Some(Command::AddToBrief(of)) => brief::add_to_brief(&of, &library).await,
        Some(Command::Note(of)) => notes::open_note(&of, &library).await,
        Some(Command::ShowShortcuts | Command::SaveOffline) | None => {
            format!("“{command}” is not a command of this program.")
        }
    })
}

/// Draws this program's part of the current page.
///
/// # Errors
/// A message that says why the data cannot be fetched or read.
#[wasm_bindgen]
pub async fn show(_: String) -> Result<(), String> {
    component::show_extras(&data::fetch_library().await?);
    Ok(())
}

/// Opens files that were dropped on the page: a list of `File`s. Returns when they have been read.
///
/// # Errors
/// A message that says why the data cannot be fetched or read.
#[wasm_bindgen]
pub async fn open(files: JsValue) -> Result<String, String> {
    opening::open_dropped(dom::passed_files(&files)).await
}

/// A part of the data, given by its name, with the reports that the reader has opened.
///
/// # Errors
/// A message that says why the data cannot be fetched or read.
#[wasm_bindgen]
pub async fn data_with_opened(part: String) -> Result<String, String> {
    let library = data::fetch_library().await?;
    Ok(Part::from_name(&part).cut(library.corpus()).to_json())
}

/// The text of a report that the reader has opened, which is given by its id.
///
/// # Errors
/// If it is not open.
#[wasm_bindgen]
pub async fn opened_text(id: String) -> Result<String, String> {
    opened_store::restore().await;
    let text = opened_store::with_shelf(|shelf| Some(shelf.report(&ReportId::new(id))?.text.clone()));
    text.ok_or_else(|| "The report is not open any more.".to_string())
}
