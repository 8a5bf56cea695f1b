//! What police inspectors found, force by force, year by year.
//!
//! The modules stand in the order in which a report passes through them; `src/README.md` is the map.

pub mod fold;
pub mod model;
pub mod problem;
pub mod sorted;

pub mod parse;

pub mod corpus;

pub mod brief;
pub mod route;
pub mod search;
pub mod state;
pub mod timeline;

pub mod screen;

#[cfg(feature = "browser")]
pub mod markup;
#[cfg(feature = "browser")]
mod page;
#[cfg(feature = "take")]
pub mod take;
#[cfg(feature = "web")]
pub mod web;

#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
