//! Any text is either refused as a brief, or read as one that survives being written and read again. Any text in the
//! storage is read or set aside, and never lost.
#![no_main]

use briefing::{Brief, Commit, Texts, rescue_brief};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for brief in Brief::from_foreign_json(text).ok().into_iter().chain(rescue_brief(text)) {
        assert_eq!(Brief::from_json(&brief.to_json()), Ok(brief));
    }
    let names = ["brief-a", "edit-a-1-1", "unrelated"];
    let mut texts = Texts::new(names.map(|name| (name.to_owned(), text.to_owned())).into());
    Commit::from_journal(text, 1).unwrap_or_default().run(&mut texts);
    assert!(texts.with_prefix("").any(|(_, kept)| kept == text), "the text is lost");
});
