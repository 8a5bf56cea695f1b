//! What is saved of a brief is never lost, and nothing vanishes untold: in two windows, with a storage that is full, with
//! crashes at any byte, damaged texts, and edits that are undone in any order.

use crate::brief::with_slide_builder;
use crate::brief_windows::{Fault, Storage, Window};
use briefing::{Brief, BriefCommand, BriefEdit, ItemContent, OlderSlots, SlideBuilder};
use proptest::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

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
        let mut window = Window::open(&storage, "a");
        for words in ["One", "Two", "Three"] {
            window.add_heading(words, slides);
        }
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
        let mut window = Window::open(&storage, "a");
        window.add_heading("One", slides);
        window.add_heading("Two", slides);
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
        let mut window = Window::open(&storage, "a");
        window.add_heading("One", slides);
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
        let mut window = Window::open(&storage, "a");
        window.add_heading("One", slides);
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
        let mut window = Window::open(&storage, "a");
        window.add_heading("One", slides);
        window.run(BriefCommand::Clear, slides);
        let mut reloaded = Window::open(&storage, "a");
        assert_eq!(reloaded.run(BriefCommand::Undo, slides).message, "Removing all items was undone.");
        assert_eq!(reloaded.headings(), ["One"]);
        let mut other = Window::open(&storage, "b");
        assert_eq!(other.run(BriefCommand::Undo, slides).message, "Adding “One” was undone.");
    });
}

#[test]
fn notes_typed_on_an_item_that_another_window_removed_come_back_with_it() {
    with_slide_builder(|slides| {
        let storage = Storage::default();
        let mut window = Window::open(&storage, "a");
        window.add_heading("One", slides);
        let one = window.id_at(0);
        Window::open(&storage, "b").run(BriefCommand::Remove(one), slides);
        let message = window.run(BriefCommand::SetNotes(one, "Slowly".to_string()), slides).message;
        assert!(message.contains("Your notes are kept with it"), "{message}");
        let mut other = Window::open(&storage, "b");
        other.run(BriefCommand::Undo, slides);
        assert_eq!(other.controller.brief().items[0].speaker_notes, "Slowly");
    });
}

#[test]
fn what_was_removed_can_be_brought_back_for_thirty_days() {
    const DAY: u64 = 24 * 60 * 60 * 1000;
    with_slide_builder(|slides| {
        for (days, can_undo) in [(29, true), (31, false)] {
            let storage = Storage::default();
            let mut window = Window::open(&storage, "a");
            window.add_heading("One", slides);
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

/// Something that happens in a browser.
#[derive(Clone, Debug)]
enum Happening {
    /// A heading with new words is added, and notes are typed on it.
    Add,
    Notes(usize),
    Remove(usize),
    Move(usize, usize),
    Clear,
    ReplaceWithOther,
    Undo,
    UndoEarlier(usize),
    Full(bool),
    /// The browser ends while a heading is added, after so many bytes.
    Crash(usize),
    Reload,
    /// The clock is set forward or back by so many hours.
    Clock(i64),
}

fn happenings() -> impl Strategy<Value = Vec<(bool, Happening)>> {
    let one = prop_oneof![
        6 => Just(Happening::Add),
        2 => (0..9usize).prop_map(Happening::Notes),
        3 => (0..9usize).prop_map(Happening::Remove),
        2 => (0..9usize, 0..9usize).prop_map(|(from, to)| Happening::Move(from, to)),
        1 => Just(Happening::Clear),
        1 => Just(Happening::ReplaceWithOther),
        4 => Just(Happening::Undo),
        2 => (0..9usize).prop_map(Happening::UndoEarlier),
        2 => any::<bool>().prop_map(Happening::Full),
        2 => (0..900usize).prop_map(Happening::Crash),
        2 => Just(Happening::Reload),
        1 => (-5..5i64).prop_map(Happening::Clock),
    ];
    prop::collection::vec((any::<bool>(), one), 1..40)
}

/// A browser with two windows, and what its user was told.
struct Browser<'s> {
    slides: &'s SlideBuilder<'s>,
    storage: Storage,
    windows: [Window; 2],
    count: usize,
    /// The words that the user was told are saved.
    told: BTreeSet<String>,
}

impl Browser<'_> {
    fn new_words(&mut self) -> String {
        self.count += 1;
        format!("words-{}.", self.count)
    }

    fn happen(&mut self, at: usize, what: Happening) {
        let name = ["a", "b"][at];
        match what {
            Happening::Add => {
                let words = self.new_words();
                let message = self.windows[at].add_heading(&words, self.slides).message;
                if message.starts_with("Heading added") {
                    self.told.insert(words);
                }
                // What was not saved before was now.
                self.note_saved(at);
            }
            Happening::Notes(n) => self.on_item(at, n, |id| BriefCommand::SetNotes(id, format!("notes {id}"))),
            Happening::Remove(n) => self.on_item(at, n, BriefCommand::Remove),
            Happening::Move(n, to) => self
                .on_item(at, n, |id| if to % 2 == 0 { BriefCommand::MoveUp(id) } else { BriefCommand::MoveDown(id) }),
            Happening::Clear => self.run(at, BriefCommand::Clear),
            Happening::ReplaceWithOther => {
                let words = self.new_words();
                let other = Brief::default().with_edit(heading(&words));
                self.windows[at].controller.open_text(&other.to_json());
                self.run(at, BriefCommand::ReplaceWithOffered);
            }
            Happening::Undo => self.run(at, BriefCommand::Undo),
            Happening::UndoEarlier(n) => {
                let earlier = self.windows[at].controller.status().earlier_edits;
                if let Some(edit) = earlier.get(n) {
                    self.run(at, BriefCommand::UndoEdit(edit.id.clone()));
                }
            }
            Happening::Full(is_full) => self.storage.fault.set(if is_full { Fault::Full } else { Fault::None }),
            Happening::Crash(bytes) => {
                self.storage.fault.set(Fault::Crash(bytes));
                let words = self.new_words();
                self.windows[at].add_heading(&words, self.slides);
                self.storage.fault.set(Fault::None);
                self.windows = ["a", "b"].map(|name| Window::open(&self.storage, name));
            }
            Happening::Reload => self.windows[at] = Window::open(&self.storage, name),
            Happening::Clock(hours) => {
                let now = self.storage.now.get().saturating_add_signed(hours * 60 * 60 * 1000);
                self.storage.now.set(now);
            }
        }
    }

    fn on_item(&mut self, at: usize, n: usize, command: impl FnOnce(u32) -> BriefCommand) {
        let ids: Vec<u32> = self.windows[at].controller.brief().items.iter().map(|item| item.id).collect();
        if let Some(id) = ids.get(n) {
            self.run(at, command(*id));
        }
    }

    fn run(&mut self, at: usize, command: BriefCommand) {
        self.windows[at].run(command, self.slides);
        self.note_saved(at);
    }

    /// If everything of a window is saved, the user was told so.
    fn note_saved(&mut self, at: usize) {
        if !self.windows[at].controller.has_unsaved() {
            self.told.extend(self.windows[at].headings());
        }
    }

    fn assert_nothing_is_lost(&self) -> Result<(), TestCaseError> {
        let reader = Window::open(&self.storage, "reader");
        let shown = reader.headings();
        let texts = self.storage.texts.borrow();
        for words in &self.told {
            let can_come_back =
                texts.values().any(|text| text.contains("\"Removed\"") && text.contains(words.as_str()));
            prop_assert!(shown.contains(words) || can_come_back, "{words} is lost: {shown:?} {texts:#?}");
        }
        for window in &self.windows {
            let unsaved = window.controller.status().save_error.is_some();
            prop_assert!(unsaved || !window.controller.has_unsaved(), "nobody is told that something is not saved");
        }
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn nothing_that_was_told_as_saved_is_ever_missing(happenings in happenings()) {
        let mut result = Ok(());
        with_slide_builder(|slides| {
            let storage = Storage::default();
            storage.now.set(1_800_000_000_000);
            let windows = ["a", "b"].map(|name| Window::open(&storage, name));
            let mut browser = Browser { slides, storage, windows, count: 0, told: BTreeSet::new() };
            for (is_second, what) in happenings {
                browser.happen(usize::from(is_second), what);
                result = browser.assert_nothing_is_lost();
                if result.is_err() {
                    return;
                }
            }
        });
        result?;
    }
}
