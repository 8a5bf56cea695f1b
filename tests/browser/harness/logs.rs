//! What the browser noted while it worked.

use super::Browser;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use url::Url;

impl Browser {
    /// All that was written to the console since the last call: failed requests and breaches of the policy too.
    pub async fn console(&self) -> Result<Vec<String>> {
        let entries = self.log("browser").await?;
        Ok(entries.iter().map(|entry| format!("{} {}", entry["level"], entry["message"])).collect())
    }

    /// Fails if an error was written to the console since the last look at it.
    pub async fn assert_no_console_errors(&self) -> Result<()> {
        let lines = self.console().await?;
        let errors: Vec<_> = lines.iter().filter(|line| line.starts_with("\"SEVERE\"")).collect();
        ensure!(errors.is_empty(), "the console has errors: {errors:#?}");
        Ok(())
    }

    /// Every address that the page asked for since the last call, whether answered or not.
    pub async fn requests(&self) -> Result<Vec<Url>> {
        let mut addresses = Vec::new();
        for entry in self.log("performance").await? {
            let message = entry["message"].as_str().context("a log entry has no message")?;
            let message: Value = serde_json::from_str(message)?;
            let event = &message["message"];
            if event["method"] == "Network.requestWillBeSent" {
                let address = event["params"]["request"]["url"].as_str().context("a request has no address")?;
                addresses.push(Url::parse(address)?);
            }
        }
        Ok(addresses)
    }

    /// Fails if the page asked any host but the site's own for anything since the last look at its requests, or
    /// asked for nothing, which would prove nothing.
    pub async fn assert_only_own_requests(&self) -> Result<()> {
        let own = Url::parse(&self.root)?.origin();
        let requests = self.requests().await?;
        ensure!(!requests.is_empty(), "there is no request in the log");
        let foreign: BTreeSet<_> = requests
            .iter()
            .filter(|address| matches!(address.scheme(), "http" | "https" | "ws" | "wss") && address.origin() != own)
            .map(Url::as_str)
            .collect();
        ensure!(foreign.is_empty(), "the page asked others: {foreign:#?}");
        Ok(())
    }

    /// Takes the entries of a log; the driver forgets them.
    async fn log(&self, kind: &str) -> Result<Vec<Value>> {
        let entries = self.session.post("se/log", json!({ "type": kind })).await?;
        Ok(entries.as_array().cloned().unwrap_or_default())
    }
}
