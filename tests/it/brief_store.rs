//! What is saved of a brief is never lost: in two windows, with a full storage, damaged texts, and after an update.

use crate::brief::with_slide_builder;
use crate::brief_windows::{Fault, Storage, Window};
use briefing::{Brief, BriefCommand, BriefEdit, ItemContent, OlderSlots};
use sha2::{Digest, Sha256};

fn heading(words: &str) -> BriefEdit {
    BriefEdit::Add(ItemContent::Heading(words.to_string()))
}

/// The text of a slot as an older version of the site saved it.
fn older_slot(brief: &Brief, revision: u64) -> String {
    let json = brief.to_json();
    let digest = Sha256::digest(format!("{revision}\n{json}"));
    let checksum: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("{revision} {checksum}\n{json}")
}

fn older(texts: &[String]) -> Vec<OlderSlots> {
    vec![OlderSlots { place: "local", texts: texts.to_vec() }]
}

#[test]
fn a_brief_of_an_older_version_is_taken_over_once_and_a_later_one_is_set_aside_to_be_opened() {
    with_slide_builder(|slides| {
        let storage = Storage::default();
        let first = Brief::default().with_edit(heading("Before"));
        let texts = [older_slot(&first, 4), older_slot(&Brief::default(), 3)];
        let mut window = Window::open_after_update(&storage, "a", older(&texts));
        assert_eq!(window.headings(), ["Before"]);
        window.add_heading("After", slides);
        let again = Window::open_after_update(&storage, "b", older(&texts));
        assert_eq!(again.headings(), ["Before", "After"]);
        assert_eq!(again.controller.status().damaged, []);
        let later = [older_slot(&first.with_edit(heading("In the old window")), 5), texts[0].clone()];
        let mut window = Window::open_after_update(&storage, "c", older(&later));
        assert_eq!(window.headings(), ["Before", "After"]);
        assert_eq!(window.controller.status().damaged, [(1, true)]);
        window.run(BriefCommand::OpenDamaged(1), slides);
        window.run(BriefCommand::AddOffered, slides);
        assert_eq!(window.headings(), ["Before", "After", "Before", "In the old window"]);
    });
}

#[test]
fn a_damaged_text_is_set_aside_and_what_can_be_read_of_it_can_be_opened() {
    with_slide_builder(|slides| {
        let storage = Storage::default();
        Window::with_headings(&storage, &["One", "Two", "Three"], slides);
        let name = storage.texts.borrow().iter().find(|(_, text)| text.contains("Three")).map(|(name, _)| name.clone());
        let slots: Vec<String> =
            storage.texts.borrow().keys().filter(|name| name.starts_with("brief-")).cloned().collect();
        assert!(name.is_some() && slots.len() == 2);
        for slot in slots {
            let damage = |text: &mut String| *text = text.replace("\"heading\": \"Two\"", "\"heading\": \"Tw");
            storage.texts.borrow_mut().get_mut(&slot).map(damage).expect("a slot");
        }
        let mut window = Window::open(&storage, "b");
        assert!(window.headings().is_empty());
        let damaged = window.controller.status().damaged;
        assert_eq!(damaged.iter().map(|(_, can_open)| *can_open).collect::<Vec<_>>(), [true, true]);
        let longest = damaged.iter().map(|(n, _)| window.controller.damaged_text(*n).unwrap_or_default());
        let longest = longest.max_by_key(String::len).unwrap_or_default();
        let message = window.controller.open_text(&longest);
        assert!(message.starts_with("The brief is damaged: 2 items could be read."), "{message}");
        window.synchronise();
        assert_eq!(window.headings(), ["One", "Three"]);
        window.run(BriefCommand::DeleteDamaged(1), slides);
        assert_eq!(Window::open(&storage, "c").controller.status().damaged, [(2, true)]);
    });
}

#[test]
fn if_both_slots_are_damaged_and_the_storage_is_full_nothing_is_overwritten() {
    with_slide_builder(|slides| {
        let storage = Storage::default();
        Window::with_headings(&storage, &["One", "Two"], slides);
        storage.texts.borrow_mut().values_mut().for_each(|text| text.push('x'));
        let before = storage.texts.borrow().clone();
        storage.fault.set(Fault::Full);
        let mut window = Window::open(&storage, "b");
        let message = window.add_heading("Three", slides).message;
        assert!(message.starts_with("The brief could not be saved"), "{message}");
        assert_eq!(*storage.texts.borrow(), before);
        storage.fault.set(Fault::None);
        window.synchronise();
        assert_eq!(Window::open(&storage, "c").headings(), ["Three"]);
        let kept = storage.texts.borrow().values().filter(|text| before.values().any(|other| other == *text)).count();
        assert_eq!(kept, before.len(), "a damaged text was lost");
    });
}

#[test]
fn what_could_not_be_saved_is_saved_later_with_what_another_window_added_meanwhile() {
    with_slide_builder(|slides| {
        let storage = Storage::default();
        let mut window = Window::with_headings(&storage, &["One"], slides);
        storage.fault.set(Fault::Full);
        window.add_heading("Two", slides);
        let two = window.id_at(1);
        window.run(BriefCommand::SetNotes(two, "About two".to_string()), slides);
        storage.fault.set(Fault::None);
        Window::open(&storage, "b").add_heading("From another window", slides);
        window.add_heading("Three", slides);
        let shown = Window::open(&storage, "c");
        assert_eq!(shown.headings(), ["One", "From another window", "Two", "Three"]);
        let notes: Vec<_> = shown.controller.brief().items.iter().map(|item| item.speaker_notes.as_str()).collect();
        assert_eq!(notes, ["", "", "About two", ""]);
        assert_eq!(window.headings(), shown.headings());
    });
}

#[test]
fn edits_of_a_page_that_was_closed_before_they_were_saved_are_made_once_by_the_next() {
    with_slide_builder(|slides| {
        let storage = Storage::default();
        let mut window = Window::with_headings(&storage, &["One"], slides);
        storage.fault.set(Fault::Full);
        window.add_heading("Two", slides);
        let journal = window.controller.begin_commit(Vec::new()).to_journal();
        storage.fault.set(Fault::None);
        for _ in 0..2 {
            let commit = briefing::Commit::from_journal(&journal, 9).expect("a journal");
            let mut texts = briefing::Texts::new(storage.texts.borrow().clone());
            commit.run(&mut texts);
            for (name, text) in texts.into_changes() {
                storage.texts.borrow_mut().insert(name, text.expect("nothing is removed"));
            }
        }
        assert_eq!(Window::open(&storage, "b").headings(), ["One", "Two"]);
        assert!(briefing::Commit::from_journal("{", 0).is_none());
    });
}

#[test]
fn undo_survives_a_reload_and_reverses_the_edit_of_another_window_if_there_is_no_own_one() {
    with_slide_builder(|slides| {
        let storage = Storage::default();
        let mut window = Window::with_headings(&storage, &["One"], slides);
        window.run(BriefCommand::Clear, slides);
        let mut reloaded = Window::open(&storage, "a");
        assert_eq!(reloaded.undo(slides).message, "Removing all items was undone.");
        assert_eq!(reloaded.headings(), ["One"]);
        let mut other = Window::open(&storage, "b");
        assert_eq!(other.undo(slides).message, "Adding “One” was undone.");
    });
}

#[test]
fn notes_typed_on_an_item_that_another_window_removed_come_back_with_it() {
    with_slide_builder(|slides| {
        let storage = Storage::default();
        let mut window = Window::with_headings(&storage, &["One"], slides);
        let one = window.id_at(0);
        Window::open(&storage, "b").run(BriefCommand::Remove(one), slides);
        let message = window.run(BriefCommand::SetNotes(one, "Slowly".to_string()), slides).message;
        assert!(message.contains("Your notes are kept with it"), "{message}");
        let mut other = Window::open(&storage, "b");
        other.undo(slides);
        assert_eq!(other.controller.brief().items[0].speaker_notes, "Slowly");
    });
}

#[test]
fn what_was_removed_can_be_brought_back_for_thirty_days() {
    const DAY: u64 = 24 * 60 * 60 * 1000;
    with_slide_builder(|slides| {
        for (days, can_undo) in [(29, true), (31, false)] {
            let storage = Storage::default();
            let mut window = Window::with_headings(&storage, &["One"], slides);
            window.run(BriefCommand::Clear, slides);
            for n in 0..120 {
                window.add_heading(&n.to_string(), slides);
            }
            storage.now.set(storage.now.get() + days * DAY);
            window.add_heading("Later", slides);
            let earlier = Window::open(&storage, "b").controller.status().earlier_edits;
            assert_eq!(earlier.iter().any(|edit| edit.name == "Removing all items"), can_undo, "{days} days");
        }
    });
}

#[test]
fn numbers_from_a_file_that_was_made_to_do_harm_lose_nothing() {
    with_slide_builder(|slides| {
        let storage = Storage::default();
        let mut window = Window::open(&storage, "a");
        let json = Brief::default().with_edit(heading("one")).to_json().replace("\"next\": 1", "\"next\": 2147483647");
        window.controller.open_text(&json);
        window.synchronise();
        let revision = older_slot(&Brief::from_json(&json).expect("a brief"), 1);
        let hostile = Window::open_after_update(&Storage::default(), "b", older(&[revision]));
        for mut window in [window, hostile] {
            for words in ["two", "three", "four"] {
                window.add_heading(words, slides);
            }
            let again = Window::open(&window.storage, "c");
            assert_eq!(again.headings(), ["one", "two", "three", "four"]);
            assert_eq!(again.controller.status().damaged, []);
        }
    });
}

#[test]
fn a_brief_from_somebody_else_that_is_larger_than_can_be_made_here_is_refused() {
    with_slide_builder(|slides| {
        let long = [
            Brief::default().with_edit(heading(&"x".repeat(501))),
            Brief::default()
                .with_edit(heading("x"))
                .with_edit(BriefEdit::SetNotes { id: 1, words: "y".repeat(20_001) }),
            (0..1001).fold(Brief::default(), |brief, _| brief.with_edit(heading("x"))),
        ];
        for brief in long {
            let mut window = Window::open(&Storage::default(), "a");
            let message = window.controller.open_text(&brief.to_json());
            assert_eq!(
                message,
                "The brief could not be opened: it is larger than a brief can be. Nothing was changed."
            );
            assert!(window.headings().is_empty() && !window.controller.has_unsaved());
        }
        let full = (0..1000).fold(Brief::default(), |brief, _| brief.with_edit(heading("x")));
        let mut window = Window::open(&Storage::default(), "a");
        window.controller.open_text(&full.to_json());
        assert_eq!(window.add_heading("more", slides).message, "Nothing was added: a brief has 1,000 items at most.");
        assert_eq!(window.headings().len(), 1000);
    });
}
