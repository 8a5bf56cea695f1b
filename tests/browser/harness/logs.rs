//! The logs of the browser: its console and its requests.

use super::Browser;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use url::Url;

impl Browser {
    /// Everything that was written to the console since the last call, including failed requests and violations of the
    /// content security policy. Only Chromium's driver tells them; in other browsers, there are none.
    pub async fn console_lines(&self) -> Result<Vec<String>> {
        let entries = self.take_log("browser").await?;
        Ok(entries.iter().map(|entry| format!("{} {}", entry["level"], entry["message"])).collect())
    }

    /// Fails if an error was written to the console since it was last read.
    pub async fn assert_no_console_errors(&self) -> Result<()> {
        let lines = self.console_lines().await?;
        let errors: Vec<_> = lines.iter().filter(|line| line.starts_with("\"SEVERE\"")).collect();
        ensure!(errors.is_empty(), "the console has errors: {errors:#?}");
        Ok(())
    }

    /// Every address that the page requested since the last call, with or without a response. Only browsers that were
    /// opened with a log of their requests tell them.
    pub async fn requested_addresses(&self) -> Result<Vec<Url>> {
        let mut addresses = Vec::new();
        for entry in self.take_log("performance").await? {
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

    /// Fails if the page made a request to another host since the requests were last read, or made none at all, which
    /// would prove nothing.
    pub async fn assert_only_own_requests(&self) -> Result<()> {
        let own = Url::parse(&self.root)?.origin();
        let requests = self.requested_addresses().await?;
        ensure!(!requests.is_empty(), "there is no request in the log");
        let foreign: BTreeSet<_> = requests
            .iter()
            .filter(|address| matches!(address.scheme(), "http" | "https" | "ws" | "wss") && address.origin() != own)
            .map(Url::as_str)
            .collect();
        ensure!(foreign.is_empty(), "the page made requests to other hosts: {foreign:#?}");
        Ok(())
    }

    /// Reads the entries of a log, and removes them from it.
    async fn take_log(&self, kind: &str) -> Result<Vec<Value>> {
        if !self.session.is_chromium() {
            return Ok(Vec::new());
        }
        let entries = self.session.send_command("se/log", json!({ "type": kind })).await?;
        Ok(entries.as_array().cloned().unwrap_or_default())
    }
}
