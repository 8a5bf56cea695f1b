//! Any text is either refused as a bundle, with a message, or read as a corpus that survives being written and read
//! again.
#![no_main]

use corpus::Corpus;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| match Corpus::from_json(text) {
    Ok(corpus) => assert_eq!(Corpus::from_json(&corpus.to_json()).as_ref(), Ok(&corpus)),
    Err(error) => assert!(!error.to_string().is_empty()),
});
