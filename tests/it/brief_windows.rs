//! Windows of a browser that work on one brief, without a browser.

use briefing::{
    BriefCommand, BriefController, CommandOutcome, ItemContent, OlderSlots, SaveError, SlideBuilder, TextStorage, Texts,
};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// The storage of a browser, shared by its windows.
#[derive(Clone, Default)]
pub struct Storage {
    /// The texts by name.
    pub texts: Rc<RefCell<BTreeMap<String, String>>>,
    /// What happens at the next step.
    pub fault: Rc<Cell<Fault>>,
    /// The time.
    pub now: Rc<Cell<u64>>,
}

/// What can happen to a storage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fault {
    #[default]
    None,
    /// It is full.
    Full,
    /// The browser ends after this many bytes were written.
    Crash(usize),
}

impl TextStorage for Storage {
    async fn update<R: 'static>(&self, change: impl FnOnce(&mut Texts) -> R + 'static) -> Result<R, SaveError> {
        let mut texts = Texts::new(self.texts.borrow().clone());
        let result = change(&mut texts);
        let changes = texts.into_changes();
        let (mut left, does_crash) = match self.fault.get() {
            Fault::Full if !changes.is_empty() => return Err(SaveError::Full),
            Fault::Crash(left) => (left, true),
            Fault::Full | Fault::None => (usize::MAX, false),
        };
        for (name, text) in changes {
            let Some(text) = text else {
                self.texts.borrow_mut().remove(&name);
                continue;
            };
            let cut = text.floor_char_boundary(left.min(text.len()));
            self.texts.borrow_mut().insert(name, text[..cut].to_string());
            if cut < text.len() {
                return Err(SaveError::Failed);
            }
            left -= cut;
        }
        if does_crash { Err(SaveError::Failed) } else { Ok(result) }
    }
}

/// The result of a future that does not wait for anything.
fn finish<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("the future waits"),
    }
}

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
