//! Windows of a browser that work on the same notes, without a browser.

use crate::faulty_storage::{Storage, finish};
use learn::{Deck, LearnCommand, LearnController, Material, Outcome, subject_at};
use saving::TextStorage;
use std::sync::OnceLock;
use tests::repository;

/// The addresses of three findings of the fixture corpus.
pub const FINDINGS: [&str; 3] = [
    "finding/west-midlands-2016-effectiveness/recommendation/to-address-this-cause-of-concern-the-force/",
    "finding/warwickshire-2021-22-peel/innovative-practice/the-force-continues-to-improve-the-way-it/",
    "finding/warwickshire-2021-22-peel/main-finding/the-force-involves-its-communities-in-local-policing/",
];

/// The cards of the fixture corpus, and its data.
pub fn material(seed: u64) -> Material<'static> {
    static DECK: OnceLock<Deck> = OnceLock::new();
    let corpus = repository::fixture().corpus();
    Material { corpus, deck: DECK.get_or_init(|| Deck::new(corpus)), seed }
}

/// A window.
pub struct Window {
    pub controller: LearnController,
    storage: Storage,
}

impl Window {
    /// A window that was just opened.
    pub fn open(storage: &Storage) -> Window {
        let mut window = Window { controller: LearnController::default(), storage: storage.clone() };
        window.synchronise();
        window
    }

    /// Saves the edits of the window and reads those of others. Returns the message to announce, if there is one.
    pub fn synchronise(&mut self) -> Option<String> {
        self.tick();
        let commit = self.controller.begin_commit(Vec::new());
        let result = finish(self.storage.update(move |texts| commit.run(texts)));
        self.controller.finish_commit(result)
    }

    /// Carries out a command as a window does.
    pub fn run(&mut self, command: LearnCommand) -> Outcome {
        let outcome = self.type_in(command);
        if !self.controller.has_unsaved() {
            return outcome;
        }
        let message = self.synchronise().unwrap_or(outcome.message);
        Outcome { message, ..outcome }
    }

    /// Carries out a command that is not saved at once.
    pub fn type_in(&mut self, command: LearnCommand) -> Outcome {
        self.tick();
        self.controller.run_command(command, &material(self.storage.now.get()))
    }

    /// Writes a note on a finding, and saves it.
    pub fn write(&mut self, address: &str, words: &str) -> Outcome {
        self.run(LearnCommand::Write(address.to_string(), words.to_string()))
    }

    /// Makes a bookmark with the dialog.
    pub fn bookmark(&mut self, address: &str) -> Outcome {
        self.controller.open_dialog(subject_at(repository::fixture().corpus(), address, "", ""));
        self.run(LearnCommand::KeepNote)
    }

    /// The words of the note with this address; `None` if there is none.
    pub fn words(&self, address: &str) -> Option<String> {
        self.controller.state().note(address).map(|note| note.words.clone())
    }

    fn tick(&mut self) {
        self.storage.now.set(self.storage.now.get() + 1);
        self.controller.set_time(self.storage.now.get(), "2026-11-30".to_string());
    }
}
