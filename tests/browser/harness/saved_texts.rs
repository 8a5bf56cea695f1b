//! The texts that the site has saved in the browser's database.

use super::Browser;
use anyhow::{Result, bail};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// Opens the database of the brief and calls `use` with its object store; resolves with what `use` returned.
const WITH_TEXTS: &str = "
    const withTexts = async (use) => {
        const name = (await indexedDB.databases()).map(({ name }) => name).find((name) => name.endsWith(' brief'));
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
    /// The texts that are saved, by name.
    pub async fn saved_texts(&self) -> Result<BTreeMap<String, String>> {
        self.read_script(&format!("{WITH_TEXTS} return withTexts(() => {{}})")).await
    }

    /// Changes the saved texts: the script has them as `texts`, by name, and their object `store`.
    pub async fn change_saved_texts(&self, script: &str) -> Result<()> {
        self.run_script(&format!("{WITH_TEXTS} return withTexts((texts, store) => {{ {script} }})")).await.map(drop)
    }

    /// Waits until one of the saved texts contains these words.
    pub async fn wait_until_saved(&self, words: &str) -> Result<()> {
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(20) {
            if self.saved_texts().await?.values().any(|text| text.contains(words)) {
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
