//! The second program: exports, forces side by side, and the brief. It is fetched when one of them is first used, so
//! that users who only read do not wait for it.

mod brief;
mod brief_store;
mod component;
mod data;
mod export;

use explore::command::Command;
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
