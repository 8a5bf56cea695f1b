//! Windows of a browser that work on one brief, without a browser.

use crate::faulty_storage::finish;
pub use crate::faulty_storage::{Fault, Storage};
use briefing::{BriefCommand, BriefController, CommandOutcome, ItemContent, OlderSlots, SlideBuilder, TextStorage};

/// A window.
pub struct Window {
    pub controller: BriefController,
    pub storage: Storage,
    pub older: Vec<OlderSlots>,
}

impl Window {
    /// A window that was just opened.
    pub fn open(storage: &Storage, name: &str) -> Window {
        Window::open_after_update(storage, name, Vec::new())
    }

    /// A window that was just opened, where an older version saved something elsewhere.
    pub fn open_after_update(storage: &Storage, name: &str, older: Vec<OlderSlots>) -> Window {
        let controller = BriefController::new(name.to_string());
        let mut window = Window { controller, storage: storage.clone(), older };
        window.synchronise();
        window
    }

    /// A window in which these headings were added.
    pub fn with_headings(storage: &Storage, words: &[&str], slides: &SlideBuilder) -> Window {
        let mut window = Window::open(storage, "a");
        words.iter().for_each(|words| _ = window.add_heading(words, slides));
        window
    }

    /// Saves the edits of the window and reads those of others. Returns the message to announce, if there is one.
    pub fn synchronise(&mut self) -> Option<String> {
        self.storage.now.set(self.storage.now.get() + 1);
        self.controller.set_time(self.storage.now.get());
        let commit = self.controller.begin_commit(self.older.clone());
        let count = commit.edits.len();
        let result = finish(self.storage.update(move |texts| commit.run(texts)));
        self.controller.finish_commit(count, result)
    }

    /// Carries out a command as a window does.
    pub fn run(&mut self, command: BriefCommand, slides: &SlideBuilder) -> CommandOutcome {
        self.storage.now.set(self.storage.now.get() + 1);
        self.controller.set_time(self.storage.now.get());
        let outcome = self.controller.run_command(command, slides);
        if !self.controller.has_unsaved() {
            return outcome;
        }
        let message = self.synchronise().unwrap_or(outcome.message);
        CommandOutcome { message, ..outcome }
    }

    /// Undoes the edit that the button "Undo" names, if there is one.
    pub fn undo(&mut self, slides: &SlideBuilder) -> CommandOutcome {
        let next = self.controller.status().undo;
        next.map(|edit| self.run(BriefCommand::Undo(edit.id), slides)).unwrap_or_default()
    }

    /// What the edit is called that is undone next.
    pub fn next_undo(&self) -> Option<String> {
        self.controller.status().undo.map(|edit| edit.name)
    }

    /// Adds a heading.
    pub fn add_heading(&mut self, words: &str, slides: &SlideBuilder) -> CommandOutcome {
        self.run(BriefCommand::DraftHeading(words.to_string()), slides);
        self.run(BriefCommand::AddHeading, slides)
    }

    /// The headings, and the addresses of pages, in order.
    pub fn headings(&self) -> Vec<String> {
        let heading = |content: &ItemContent| match content {
            ItemContent::Heading(words) => words.clone(),
            ItemContent::Page(page) => page.address.clone(),
        };
        self.controller.brief().items.iter().map(|item| heading(&item.content)).collect()
    }

    /// The number of the item at a position counted from 0.
    pub fn id_at(&self, position: usize) -> u32 {
        self.controller.brief().items[position].id
    }
}
