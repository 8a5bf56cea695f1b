//! A storage of texts, changed in steps.

use std::collections::BTreeMap;
use std::future::Future;

/// A storage of texts by name, which several windows use.
pub trait TextStorage {
    /// Reads all texts and writes what `change` changes, in one step: no other window writes in between.
    ///
    /// # Errors
    /// If the storage refuses it. All texts are then as they were.
    fn update<R: 'static>(
        &self,
        change: impl FnOnce(&mut Texts) -> R + 'static,
    ) -> impl Future<Output = Result<R, SaveError>>;
}

/// Why a text could not be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SaveError {
    /// There is not enough room.
    #[error("the browser's storage is full")]
    Full,
    /// The browser does not let this page store anything.
    #[error("this browser does not allow pages to save anything")]
    Forbidden,
    /// Something else went wrong.
    #[error("the browser reported a fault")]
    Failed,
}

/// The texts of a storage, and what a step has changed in them.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    texts: BTreeMap<String, String>,
    changes: Vec<(String, Option<String>)>,
}

impl Texts {
    /// The texts as they are in the storage, by name.
    pub fn new(texts: BTreeMap<String, String>) -> Texts {
        Texts { texts, changes: Vec::new() }
    }

    /// The text with this name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.texts.get(name).map(String::as_str)
    }

    /// The names that begin with a prefix, with their texts, in the order of the names.
    pub fn with_prefix<'t>(&'t self, prefix: &'t str) -> impl Iterator<Item = (&'t str, &'t str)> {
        let from = self.texts.range(prefix.to_string()..);
        from.take_while(move |(name, _)| name.starts_with(prefix)).map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// Sets a text.
    pub fn put(&mut self, name: &str, text: String) {
        if self.get(name) != Some(text.as_str()) {
            self.changes.push((name.to_string(), Some(text.clone())));
            self.texts.insert(name.to_string(), text);
        }
    }

    /// Removes a text.
    pub fn remove(&mut self, name: &str) {
        if self.texts.remove(name).is_some() {
            self.changes.push((name.to_string(), None));
        }
    }

    /// What was changed, in order: names with their new texts, or with `None` if they were removed.
    pub fn into_changes(self) -> Vec<(String, Option<String>)> {
        self.changes
    }
}
