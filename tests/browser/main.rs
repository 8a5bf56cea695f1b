//! Tests of the built site in real browsers. `cargo site test --browser` builds the site and runs them.
//!
//! Each test is named after the sentence that it checks. `harness.rs` has the functions to write tests with.

#[allow(dead_code, reason = "not every function of the harness is used yet")]
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
