//! The texts that the site has saved in the browser's databases.

use super::Browser;
use anyhow::{Result, bail};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// The name of the database of the brief.
const BRIEF: &str = "brief";

/// Opens a database and calls `use` with its texts and its object store; resolves with the texts.
const WITH_TEXTS: &str = "
    const withTexts = async (end, use) => {
        const name = (await indexedDB.databases()).map(({ name }) => name).find((name) => name.endsWith(` ${end}`));
        if (!name) return {};
        const database = await new Promise((resolve, reject) => {
            const request = indexedDB.open(name);
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
        });
        const transaction = database.transaction('texts', 'readwrite');
        const store = transaction.objectStore('texts');
        const [names, texts] = [store.getAllKeys(), store.getAll()];
        const result = await new Promise((resolve, reject) => {
            transaction.oncomplete = () => resolve(
                Object.fromEntries(names.result.map((name, n) => [name, texts.result[n]])));
            transaction.onerror = () => reject(transaction.error);
            texts.onsuccess = () => {
                use(Object.fromEntries(names.result.map((name, n) => [name, texts.result[n]])), store);
            };
        });
        database.close();
        return result;
    };";

impl Browser {
    /// The texts of the brief that are saved, by name.
    pub async fn saved_texts(&self) -> Result<BTreeMap<String, String>> {
        self.saved_texts_in(BRIEF).await
    }

    /// The texts that are saved in this database, by name.
    pub async fn saved_texts_in(&self, database: &str) -> Result<BTreeMap<String, String>> {
        self.read_script(&format!("{WITH_TEXTS} return withTexts({database:?}, () => {{}})")).await
    }

    /// Changes the saved texts of the brief: the script has them as `texts`, by name, and their object `store`.
    pub async fn change_saved_texts(&self, script: &str) -> Result<()> {
        self.change_saved_texts_in(BRIEF, script).await
    }

    /// Changes the texts that are saved in this database.
    pub async fn change_saved_texts_in(&self, database: &str, script: &str) -> Result<()> {
        let change = format!("{WITH_TEXTS} return withTexts({database:?}, (texts, store) => {{ {script} }})");
        self.run_script(&change).await.map(drop)
    }

    /// Waits until one of the saved texts of the brief contains these words.
    pub async fn wait_until_saved(&self, words: &str) -> Result<()> {
        self.wait_until_saved_in(BRIEF, words).await
    }

    /// Waits until one of the texts that are saved in this database contains these words.
    pub async fn wait_until_saved_in(&self, database: &str, words: &str) -> Result<()> {
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(20) {
            if self.saved_texts_in(database).await?.values().any(|text| text.contains(words)) {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        bail!("{words:?} was not saved")
    }

    /// Deletes everything that the site has saved, as a browser of somebody else has nothing.
    pub async fn forget_saved_texts(&self) -> Result<()> {
        let script = "localStorage.clear();
            return indexedDB.databases().then((all) => Promise.all(all.map(({ name }) => new Promise((resolve) => {
                indexedDB.deleteDatabase(name).onsuccess = resolve;
            })))).then(() => true)";
        self.run_script(script).await.map(drop)
    }
}
