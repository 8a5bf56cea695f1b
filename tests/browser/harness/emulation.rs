//! Other windows, readers and networks than the one that the test runs in.

use super::Browser;
use anyhow::Result;
use serde_json::json;

/// What a reader may have asked their system for.
#[derive(Clone, Copy, Debug)]
pub enum Media {
    Dark,
    ForcedColours,
    ReducedMotion,
    Print,
}

impl Browser {
    /// The size of the window's content in CSS pixels.
    pub async fn set_size(&self, width: u32, height: u32) -> Result<()> {
        self.session.set_size(width, height).await
    }

    /// Shows the site as to someone with these settings, and no others; none is the usual.
    pub async fn emulate(&self, media: &[Media]) -> Result<()> {
        let mut kind = "";
        let mut features = Vec::new();
        for medium in media {
            match medium {
                Media::Dark => features.push(json!({ "name": "prefers-color-scheme", "value": "dark" })),
                Media::ForcedColours => features.push(json!({ "name": "forced-colors", "value": "active" })),
                Media::ReducedMotion => features.push(json!({ "name": "prefers-reduced-motion", "value": "reduce" })),
                Media::Print => kind = "print",
            }
        }
        self.session.devtools("Emulation.setEmulatedMedia", json!({ "media": kind, "features": features })).await?;
        Ok(())
    }

    /// Cuts the page off from the network, or connects it again. What the browser has cached can still be had.
    pub async fn offline(&self, offline: bool) -> Result<()> {
        let conditions = json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.session.devtools("Network.emulateNetworkConditions", conditions).await?;
        Ok(())
    }

    /// What keeps the browser from installing the site as an app.
    pub async fn faults_of_the_app(&self) -> Result<Vec<serde_json::Value>> {
        let manifest = self.session.devtools("Page.getAppManifest", json!({})).await?;
        let install = self.session.devtools("Page.getInstallabilityErrors", json!({})).await?;
        let faults = [&manifest["errors"], &install["installabilityErrors"]];
        Ok(faults.into_iter().filter_map(|list| list.as_array()).flatten().cloned().collect())
    }

    /// Leaves the site only so much room to keep things in, in bytes.
    pub async fn limit_storage(&self, bytes: u64) -> Result<()> {
        let origin = url::Url::parse(&self.root)?.origin().ascii_serialization();
        self.session
            .devtools("Storage.overrideQuotaForOrigin", json!({ "origin": origin, "quotaSize": bytes }))
            .await?;
        Ok(())
    }

    /// Forbids pages from now on to run scripts, or allows it again. The harness's own always run.
    pub async fn allow_scripts(&self, allow: bool) -> Result<()> {
        self.session.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": !allow })).await?;
        Ok(())
    }

    /// Runs a script in each page from now on, before any of its own: to take something away, for example.
    pub async fn before_each_page(&self, script: &str) -> Result<()> {
        self.session.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await?;
        Ok(())
    }
}
