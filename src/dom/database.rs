//! Texts in the browser's database, which is changed in transactions.

use crate::storage::StorageError;
use gloo::utils::window;
use idb::{Database, DatabaseEvent, Error, Factory, ObjectStoreParams, Transaction, TransactionMode};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, IdbTransaction};

/// The only object store.
const TEXTS: &str = "texts";

/// Texts by name in a database of the browser, which all windows of the site share.
pub struct TextDatabase {
    name: String,
    connection: RefCell<Option<Rc<Database>>>,
    running: RefCell<Option<IdbTransaction>>,
    is_closed: Cell<bool>,
}

/// New texts by name, or `None` for those that are to be removed.
pub type TextChanges = Vec<(String, Option<String>)>;

impl TextDatabase {
    /// A database that is opened, and made, when it is first used.
    pub fn new(name: String) -> TextDatabase {
        TextDatabase { name, connection: RefCell::new(None), running: RefCell::new(None), is_closed: Cell::new(false) }
    }

    /// Aborts what is being written and closes the database, because the user leaves the page. WebKit keeps a page that was
    /// left, and its transactions with it, so that no other page could read or write.
    pub fn close(&self) {
        self.is_closed.set(true);
        self.running.take().into_iter().for_each(|transaction| _ = transaction.abort());
        self.connection.take().into_iter().for_each(|connection| connection.close());
    }

    /// Opens the database again, because the user came back to the page.
    pub fn reopen(&self) {
        self.is_closed.set(false);
    }

    /// Whether the browser has databases, and allows this page one.
    pub async fn can_be_opened(&self) -> bool {
        self.is_closed.get() || self.connect().await.is_ok()
    }

    /// Reads all texts, each with its name, and writes what `change` returns, in one transaction: no other window writes
    /// in between.
    ///
    /// # Errors
    /// If the storage is full, the browser allows none, or the database was closed. Nothing is changed then.
    pub async fn update<R>(
        &self,
        change: impl FnOnce(Vec<(String, String)>) -> (TextChanges, R),
    ) -> Result<R, StorageError> {
        let transaction: IdbTransaction = self.begin().await?.into();
        self.running.replace(Some(transaction.clone()));
        let result = run(Transaction::from(transaction.clone()), change).await;
        self.running.take();
        result.map_err(|error| {
            // Otherwise the browser would commit what was written before the error.
            _ = transaction.abort();
            transaction.error().map_or_else(|| reason(&error), |error| reason_of(&error))
        })
    }

    /// Begins a transaction. The browser may have closed the connection, for example because the user deleted the
    /// database; it is then opened again.
    async fn begin(&self) -> Result<Transaction, StorageError> {
        if self.is_closed.get() {
            return Err(StorageError::Failed);
        }
        let begin = |database: &Database| database.transaction(&[TEXTS], TransactionMode::ReadWrite);
        if let Ok(transaction) = begin(&*self.connect().await?) {
            return Ok(transaction);
        }
        self.connection.take();
        begin(&*self.connect().await?).map_err(|error| reason(&error))
    }

    async fn connect(&self) -> Result<Rc<Database>, StorageError> {
        if let Some(open) = self.connection.borrow().clone() {
            return Ok(open);
        }
        let database = Rc::new(open_database(&self.name).await.map_err(|_| StorageError::Forbidden)?);
        self.connection.replace(Some(Rc::clone(&database)));
        Ok(database)
    }
}

async fn open_database(name: &str) -> Result<Database, Error> {
    let mut request = Factory::new()?.open(name, Some(1))?;
    request.on_upgrade_needed(|event| {
        // If it fails, so does the first transaction.
        _ = event.database().and_then(|database| database.create_object_store(TEXTS, ObjectStoreParams::new()));
    });
    let mut database = request.await?;
    // Otherwise this window would keep the user from deleting the database.
    database.on_version_change(|event| {
        _ = event.target().map(|target| target.unchecked_into::<web_sys::IdbDatabase>().close());
    });
    Ok(database)
}

async fn run<R>(
    transaction: Transaction,
    change: impl FnOnce(Vec<(String, String)>) -> (TextChanges, R),
) -> Result<R, Error> {
    let store = transaction.object_store(TEXTS)?;
    let names = store.get_all_keys(None, None)?.await?;
    let texts = store.get_all(None, None)?.await?;
    let words = |value: JsValue| value.as_string().unwrap_or_default();
    let (changes, result) = change(names.into_iter().map(words).zip(texts.into_iter().map(words)).collect());
    for (name, text) in changes {
        let key = JsValue::from(name);
        match text {
            Some(text) => drop(store.put(&JsValue::from(text), Some(&key))?.await?),
            None => store.delete(key)?.await?,
        }
    }
    match transaction.await? {
        idb::TransactionResult::Committed => Ok(result),
        idb::TransactionResult::Aborted => Err(Error::DomExceptionNotFound),
    }
}

fn reason(error: &Error) -> StorageError {
    match error {
        Error::DomException(error) => reason_of(error),
        Error::UpdateFailed(error) => error.dyn_ref().map_or(StorageError::Failed, reason_of),
        _ => StorageError::Failed,
    }
}

fn reason_of(error: &DomException) -> StorageError {
    match error.name().as_str() {
        "QuotaExceededError" => StorageError::Full,
        "SecurityError" => StorageError::Forbidden,
        _ => StorageError::Failed,
    }
}

/// Asks the browser not to delete what the site has saved when room is short. It may ask the user.
pub fn ask_to_persist() {
    _ = window().navigator().storage().persist();
}
