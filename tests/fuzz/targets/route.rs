//! Any text is the address of some state, whose own address leads back to it.
#![no_main]

use explore::route::{address, parse_address};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let state = parse_address(text);
    assert_eq!(parse_address(&address(&state)), state);
});
