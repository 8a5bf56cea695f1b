//! Any text is the address of some state, whose own address leads back to it.
#![no_main]

use explore::route::{address, state};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let meant = state(text);
    assert_eq!(state(&address(&meant)), meant);
});
