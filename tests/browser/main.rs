//! What the built site does in a real browser. `cargo site test --browser` builds the site and runs these tests.
//!
//! One test for each sentence of behaviour, named as that sentence. `harness.rs` has the words to write them with.

#[allow(dead_code, reason = "a vocabulary: some words wait for their first test")]
mod harness;

mod accessible;
mod addresses;
mod briefing;
mod briefs;
mod clean;
mod compare;
mod crash_shape;
mod damage;
mod errors;
mod findings;
mod hosting;
mod keyboard;
mod offline;
mod privacy;
mod reports;
mod search;
mod single;
mod start;
mod takes;
mod timelines;
mod unscripted;
mod walks;
