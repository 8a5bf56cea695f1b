//! The browser's local storage.

use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::DomException;

/// The browser's local storage: texts by key.
#[derive(Clone, Copy, Debug, Default)]
pub struct Storage;

/// Why a text could not be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The storage is full.
    Full,
    /// The browser does not let this page store anything.
    Forbidden,
}

/// Whether a script keeps a text with this name for as long as the tab is open.
pub fn has_session_text(name: &str) -> bool {
    let storage = window().session_storage().ok().flatten();
    storage.is_some_and(|storage| storage.get_item(name).ok().flatten().is_some())
}

impl Storage {
    fn local_storage(self) -> Option<web_sys::Storage> {
        window().local_storage().ok().flatten()
    }

    /// The text with this name, if there is one.
    pub fn get(self, name: &str) -> Option<String> {
        self.local_storage()?.get_item(name).ok().flatten()
    }

    /// Saves a text under this name.
    ///
    /// # Errors
    /// If the storage is full, or the browser allows none. The earlier text is then still there.
    pub fn put(self, name: &str, text: &str) -> Result<(), StorageError> {
        let storage = self.local_storage().ok_or(StorageError::Forbidden)?;
        storage.set_item(name, text).map_err(|error| match error.dyn_ref::<DomException>() {
            Some(error) if error.name() == "SecurityError" => StorageError::Forbidden,
            _ => StorageError::Full,
        })
    }

    /// Removes the text with this name.
    pub fn remove(self, name: &str) {
        _ = self.local_storage().map(|storage| storage.remove_item(name));
    }
}
