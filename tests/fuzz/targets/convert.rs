//! Any file is either refused, with a message, or becomes a text that the parser reads or refuses.
#![no_main]

use convert::convert;
use libfuzzer_sys::fuzz_target;
use parse::parse_report;

fuzz_target!(|bytes: &[u8]| match convert(bytes) {
    Ok(converted) => {
        assert!(converted.text.len() <= convert::MAX_TEXT);
        _ = parse_report("fuzz.txt", &converted.text);
    }
    Err(error) => assert!(!error.to_string().is_empty()),
});
