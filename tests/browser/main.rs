//! Tests of the built site in real browsers. `cargo site test --browser` builds the site and runs them.
//!
//! Each test is named after the sentence that it checks. `harness.rs` has the functions to write tests with.

#[allow(dead_code, reason = "not every function of the harness is used yet")]
mod harness;

mod accessibility;
mod addresses;
mod bounds;
mod brief_links;
mod brief_recovery;
mod brief_storage;
mod briefing;
mod compare;
mod crash_shape;
mod data_parts;
mod errors;
mod exports;
mod findings;
mod glossary;
mod hosting;
mod integrity;
mod keyboard;
mod learn;
mod lost_parts;
mod notes;
mod offline;
mod opened;
mod presenting;
mod privacy;
mod program_failures;
mod reading;
mod reports;
mod search;
mod single_file;
mod soak;
mod start;
mod text_size;
mod threads;
mod tiles;
mod timelines;
mod trainee;
mod translated;
mod visitor_questions;
mod walk_through_views;
mod without_scripts;
