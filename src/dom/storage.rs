//! What the browser keeps for this site.

use gloo::utils::window;

/// The browser's storage for texts by name.
#[derive(Clone, Copy, Debug, Default)]
pub struct Storage;

/// Why a text was not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// There is no room.
    Full,
    /// The browser lets this page keep nothing.
    Forbidden,
}

impl Storage {
    fn storage(self) -> Option<web_sys::Storage> {
        window().local_storage().ok().flatten()
    }

    /// The text of that name, if there is one.
    pub fn get(self, name: &str) -> Option<String> {
        self.storage()?.get_item(name).ok().flatten()
    }

    /// Keeps a text, whole or not at all.
    ///
    /// # Errors
    /// If there is no room, or nothing may be kept.
    pub fn put(self, name: &str, text: &str) -> Result<(), StorageError> {
        let storage = self.storage().ok_or(StorageError::Forbidden)?;
        storage.set_item(name, text).map_err(|_| StorageError::Full)
    }

    /// Removes a text.
    pub fn remove(self, name: &str) {
        _ = self.storage().map(|storage| storage.remove_item(name));
    }
}
