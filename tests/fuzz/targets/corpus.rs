//! Any text is refused as a bundle with a sentence, or is one that comes back as it was written.
#![no_main]

use corpus::Corpus;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| match Corpus::from_json(text) {
    Ok(corpus) => assert_eq!(Corpus::from_json(&corpus.to_json()).as_ref(), Ok(&corpus)),
    Err(error) => assert!(!error.to_string().is_empty()),
});
