//! The browser's storage of texts: one that stays, and one of the tab.

use crate::address::{is_single_file, site_root};
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::DomException;

/// A storage of the browser: texts by key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Storage {
    /// The local storage, which stays and which all windows of the site share.
    Local,
    /// The storage that each tab has until it is closed.
    Session,
}

/// Why a text could not be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The storage is full.
    Full,
    /// The browser does not let this page store anything.
    Forbidden,
    /// Something else went wrong.
    Failed,
}

/// Whether a script keeps a text with this name for as long as the tab is open.
pub fn has_session_text(name: &str) -> bool {
    Storage::Session.get_unscoped(name).is_some()
}

/// The text that is kept with this name for as long as the tab is open; if there is none, the one that `make` makes.
pub fn session_text(name: &str, make: impl FnOnce() -> String) -> String {
    if let Some(text) = Storage::Session.get_unscoped(name) {
        return text;
    }
    let text = make();
    _ = Storage::Session.open().map(|storage| storage.set_item(name, &text));
    text
}

/// Digits that no other window has.
pub fn random_digits() -> String {
    format!("{:08x}", (js_sys::Math::random() * f64::from(u32::MAX)) as u32)
}

/// The current time, in milliseconds since 1970.
pub fn now() -> u64 {
    js_sys::Date::now() as u64
}

/// The current date where the user is: "2026-11-30".
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// The name of something that this site saves. Other sites, and other versions of this one, may be on the same host.
pub fn scoped_name(name: &str) -> String {
    let root = if is_single_file() { "single file".to_string() } else { site_root() };
    format!("force-findings {root} {name}")
}

impl Storage {
    fn open(self) -> Option<web_sys::Storage> {
        let storage = match self {
            Storage::Local => window().local_storage(),
            Storage::Session => window().session_storage(),
        };
        storage.ok().flatten()
    }

    /// The text with this name, if there is one.
    pub fn get(self, name: &str) -> Option<String> {
        self.get_unscoped(&scoped_name(name))
    }

    /// The text that an older version of the site saved under this name, for all sites of the host.
    pub fn get_unscoped(self, name: &str) -> Option<String> {
        self.open()?.get_item(name).ok().flatten()
    }

    /// Saves a text under this name.
    ///
    /// # Errors
    /// If the storage is full, or the browser allows none. The earlier text is then still there.
    pub fn put(self, name: &str, text: &str) -> Result<(), StorageError> {
        let storage = self.open().ok_or(StorageError::Forbidden)?;
        storage.set_item(&scoped_name(name), text).map_err(|error| match error.dyn_ref::<DomException>() {
            Some(error) if error.name() == "SecurityError" => StorageError::Forbidden,
            _ => StorageError::Full,
        })
    }

    /// Removes the text with this name.
    pub fn remove(self, name: &str) {
        _ = self.open().map(|storage| storage.remove_item(&scoped_name(name)));
    }

    /// The texts whose names begin with a prefix, each with the rest of its name.
    pub fn with_prefix(self, prefix: &str) -> Vec<(String, String)> {
        self.with_unscoped_prefix(&scoped_name(prefix))
    }

    /// The texts that older versions of the site saved under names that begin with a prefix, each with the rest of its name.
    pub fn with_unscoped_prefix(self, prefix: &str) -> Vec<(String, String)> {
        let Some(storage) = self.open() else { return Vec::new() };
        let names = (0..storage.length().unwrap_or(0)).filter_map(|n| storage.key(n).ok().flatten());
        let text = |name: String| Some((name.strip_prefix(prefix)?.to_string(), self.get_unscoped(&name)?));
        names.filter_map(text).collect()
    }
}
