//! A model of browsers: whatever happens in two windows, in any order, nothing that was told as saved is ever missing.

use crate::brief::with_slide_builder;
use crate::brief_windows::{Fault, Storage, Window};
use briefing::{Brief, BriefCommand, BriefEdit, ItemContent, SlideBuilder};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn heading(words: &str) -> BriefEdit {
    BriefEdit::Add(ItemContent::Heading(words.to_string()))
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
            Happening::Undo => {
                self.windows[at].undo(self.slides);
                self.note_saved(at);
            }
            Happening::UndoEarlier(n) => {
                let earlier = self.windows[at].controller.status().earlier_edits;
                if let Some(edit) = earlier.get(n) {
                    self.run(at, BriefCommand::Undo(edit.id.clone()));
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

    #[test]
    fn whatever_is_in_the_storage_is_read_or_set_aside_and_never_lost(
        text in any::<String>(),
        which in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
    ) {
        let mut result = Ok(());
        with_slide_builder(|slides| {
            let storage = Storage::default();
            Window::with_headings(&storage, &["One", "Two"], slides);
            // A part of one of the texts is replaced.
            let name = which.get(&storage.texts.borrow().keys().cloned().collect::<Vec<_>>()).clone();
            let before = storage.texts.borrow()[&name].clone();
            let cut = before.floor_char_boundary(at.index(before.len() + 1));
            let changed = format!("{}{text}", &before[..cut]);
            storage.texts.borrow_mut().insert(name, changed.clone());
            let again = Window::open(&storage, "b");
            let is_kept = storage.texts.borrow().values().any(|text| *text == changed);
            result = (is_kept && !again.headings().is_empty()).then_some(()).ok_or(changed);
        });
        prop_assert!(result.is_ok(), "{result:?}");
    }
}
