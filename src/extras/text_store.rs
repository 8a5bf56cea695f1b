//! Texts that a feature saves in the browser: in a database or, if the browser has none, in its local storage.

use dom::{Channel, Listener, Storage, StorageError, TextDatabase};
use futures::lock::Mutex;
use saving::{SaveError, TextStorage, Texts};
use std::cell::Cell;
use std::rc::Rc;

/// The name in the storage of the tab of what identifies this window, also after it was reloaded.
const WINDOW: &str = "force-findings-window";

/// What identifies this window among all windows, also after it was reloaded.
pub fn window_id() -> String {
    dom::session_text(WINDOW, dom::random_digits)
}

/// A step of a storage.
pub type Step = Box<dyn FnOnce(&mut Texts)>;

/// The storage of a feature.
pub struct BrowserStorage {
    database: TextDatabase,
    /// The beginning of the names in the local storage, if there is no database.
    local_prefix: &'static str,
    /// Steps are made one after the other, so that none saves the edits of another again.
    pub gate: Mutex<()>,
    /// Tells other windows that something was saved.
    channel: Channel,
}

impl BrowserStorage {
    /// The storage with this name. Without a database, its texts are in the local storage, where `local_prefix` keeps them
    /// apart from those of others.
    pub fn new(name: &str, local_prefix: &'static str) -> BrowserStorage {
        BrowserStorage {
            database: TextDatabase::new(dom::scoped_name(name)),
            local_prefix,
            gate: Mutex::new(()),
            channel: Channel::open(&dom::scoped_name(name)),
        }
    }

    /// Whether the browser has a database for it.
    pub async fn has_database(&self) -> bool {
        self.database.can_be_opened().await
    }

    /// Tells other windows that something was saved.
    pub fn announce_save(&self) {
        self.channel.send();
    }

    /// Calls back when another window has saved something.
    pub fn on_foreign_save(&self, call: impl FnMut() + 'static) -> Option<Listener> {
        self.channel.on_message(call)
    }

    /// Saves the edits that pages could not save before they were closed. `prefix` begins the names of their texts, and
    /// `step` makes the step of the storage from such a text, if it is whole. Other windows are told.
    pub async fn save_journals(&self, prefix: &str, step: fn(&str) -> Option<Step>) {
        for (window, text) in Storage::Local.with_prefix(prefix) {
            let Some(change) = step(&text) else { continue };
            if self.run_step(change).await.is_ok() {
                Storage::Local.remove(&format!("{prefix}{window}"));
                self.announce_save();
            }
        }
    }

    /// Runs a step. It is not generic, because each copy of this code would make the program larger.
    async fn run_step(&self, change: Step) -> Result<(), SaveError> {
        let run = |texts: Vec<(String, String)>| {
            let mut texts = Texts::new(texts.into_iter().collect());
            change(&mut texts);
            (texts.into_changes(), ())
        };
        if self.has_database().await {
            return self.database.update(run).await.map_err(save_error);
        }
        for (name, text) in run(Storage::Local.with_prefix(self.local_prefix)).0 {
            let name = format!("{}{name}", self.local_prefix);
            match text {
                Some(text) => Storage::Local.put(&name, &text).map_err(save_error)?,
                None => Storage::Local.remove(&name),
            }
        }
        Ok(())
    }

    /// Leaves the database to other pages, because the user leaves this one.
    pub fn close(&self) {
        self.database.close();
    }

    /// Uses the database again.
    pub fn reopen(&self) {
        self.database.reopen();
    }
}

impl TextStorage for BrowserStorage {
    async fn update<R: 'static>(&self, change: impl FnOnce(&mut Texts) -> R + 'static) -> Result<R, SaveError> {
        let result = Rc::new(Cell::new(None));
        let to_fill = Rc::clone(&result);
        self.run_step(Box::new(move |texts| to_fill.set(Some(change(texts))))).await?;
        result.take().ok_or(SaveError::Failed)
    }
}

fn save_error(error: StorageError) -> SaveError {
    match error {
        StorageError::Full => SaveError::Full,
        StorageError::Forbidden => SaveError::Forbidden,
        StorageError::Failed => SaveError::Failed,
    }
}
