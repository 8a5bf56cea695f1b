//! A model of browsers: whatever happens to notes in two windows, in any order, nothing that was told as saved is ever missing.

use crate::faulty_storage::{Fault, Storage};
use crate::learn_windows::{FINDINGS, Window};
use crate::properties::property_config;
use learn::LearnCommand;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Something that happens in a browser.
#[derive(Clone, Debug)]
enum Happening {
    /// New words are added to a note.
    Write(usize),
    /// The same, but they are not saved yet.
    Type(usize),
    /// The words of a note are saved.
    Save,
    Remove(usize),
    Undo,
    Restore(usize),
    Full(bool),
    /// The browser ends while words are added, after so many bytes.
    Crash(usize, usize),
    Reload,
    /// The clock is set forward or back by so many hours.
    Clock(i64),
}

fn happenings() -> impl Strategy<Value = Vec<(bool, Happening)>> {
    let one = prop_oneof![
        6 => (0..3usize).prop_map(Happening::Write),
        4 => (0..3usize).prop_map(Happening::Type),
        3 => Just(Happening::Save),
        3 => (0..3usize).prop_map(Happening::Remove),
        3 => Just(Happening::Undo),
        2 => (0..3usize).prop_map(Happening::Restore),
        2 => any::<bool>().prop_map(Happening::Full),
        3 => (0..3usize, 0..1500usize).prop_map(|(n, bytes)| Happening::Crash(n, bytes)),
        2 => Just(Happening::Reload),
        1 => (-5..5i64).prop_map(Happening::Clock),
    ];
    prop::collection::vec((any::<bool>(), one), 1..40)
}

/// A browser with two windows, and what its user was told.
struct Browser {
    storage: Storage,
    windows: [Window; 2],
    count: usize,
    /// The words that the user was told are saved.
    told: BTreeSet<String>,
}

impl Browser {
    /// The command that adds new words to a note.
    fn addition(&mut self, at: usize, n: usize) -> LearnCommand {
        self.count += 1;
        let before = self.windows[at].words(FINDINGS[n]).unwrap_or_default();
        LearnCommand::Write(FINDINGS[n].to_string(), format!("{before}[words {}]", self.count))
    }

    fn happen(&mut self, at: usize, what: Happening) {
        match what {
            Happening::Write(n) => {
                let command = self.addition(at, n);
                self.windows[at].run(command);
            }
            Happening::Type(n) => {
                let command = self.addition(at, n);
                self.windows[at].type_in(command);
            }
            Happening::Save => _ = self.windows[at].synchronise(),
            Happening::Remove(n) => _ = self.windows[at].run(LearnCommand::Remove(FINDINGS[n].to_string())),
            Happening::Undo => _ = self.windows[at].run(LearnCommand::Undo),
            Happening::Restore(n) => {
                let removed = self.windows[at].controller.state().removed.get(n);
                let command = removed.map(|it| LearnCommand::Restore(it.note.subject.address.clone(), it.at));
                command.into_iter().for_each(|command| _ = self.windows[at].run(command));
            }
            Happening::Full(is_full) => self.storage.fault.set(if is_full { Fault::Full } else { Fault::None }),
            Happening::Crash(n, bytes) => {
                self.storage.fault.set(Fault::Crash(bytes));
                let command = self.addition(at, n);
                self.windows[at].run(command);
                self.storage.fault.set(Fault::None);
                self.windows = [(); 2].map(|()| Window::open(&self.storage));
            }
            Happening::Reload => self.windows[at] = Window::open(&self.storage),
            Happening::Clock(hours) => {
                let now = self.storage.now.get().saturating_add_signed(hours * 60 * 60 * 1000);
                self.storage.now.set(now);
            }
        }
        if !self.windows[at].controller.has_unsaved() {
            let told = all_words(&self.windows[at]);
            self.told.extend(told);
        }
    }

    fn assert_nothing_is_lost(&self) -> Result<(), TestCaseError> {
        let reader = Window::open(&self.storage);
        let there = all_words(&reader);
        for words in &self.told {
            prop_assert!(there.contains(words), "{words} is lost: {there:?} {:#?}", self.storage.texts.borrow());
        }
        Ok(())
    }
}

/// All words of the notes of a window, also of those that can be brought back.
fn all_words(window: &Window) -> BTreeSet<String> {
    let state = window.controller.state();
    let notes = state.notes.iter().chain(state.removed.iter().map(|removed| &removed.note));
    let texts = notes.map(|note| note.words.as_str());
    texts.flat_map(|text| text.split(']')).filter_map(|part| Some(part.split_once('[')?.1.to_string())).collect()
}

proptest! {
    #![proptest_config(property_config(300))]

    #[test]
    fn nothing_that_was_told_as_saved_is_ever_missing(happenings in happenings()) {
        let storage = Storage::default();
        let windows = [(); 2].map(|()| Window::open(&storage));
        let mut browser = Browser { storage, windows, count: 0, told: BTreeSet::new() };
        for (is_second, happening) in happenings {
            browser.happen(usize::from(is_second), happening);
        }
        browser.storage.fault.set(Fault::None);
        browser.assert_nothing_is_lost()?;
    }
}
