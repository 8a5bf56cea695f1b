//! The second program: exports, forces side by side, and the brief. Fetched when one of them is first wanted, so that
//! nobody waits for it who only reads.

mod brief;
mod component;
mod data;
mod export;

use data::Data;
use explore::command::Command;
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Said where the data cannot be had.
const LOST: &str = "The data could not be fetched; reload the page to try again";

/// Carries out a command of a button, and gives the sentence to say.
#[wasm_bindgen]
pub async fn run(command: String) -> String {
    let Some(data) = Data::fetch().await else { return LOST.to_string() };
    match Command::of_attribute(&command) {
        Some(Command::Export(export, of)) => export::run(export, &of, &data).await,
        Some(Command::AddToBrief(of)) => brief::add(&of, &data),
        Some(Command::ShowKeys | Command::KeepOffline) | None => format!("“{command}” is no command of this program"),
    }
}

/// Completes the page that is shown; gives nothing to say.
#[wasm_bindgen]
pub async fn show(_: String) -> String {
    match Data::fetch().await {
        Some(data) => {
            component::show(&data);
            String::new()
        }
        None => LOST.to_string(),
    }
}
