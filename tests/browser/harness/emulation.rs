//! Emulates other window sizes, system settings and networks.

use super::Browser;
use anyhow::Result;
use serde_json::json;

/// A setting of the system or a medium, as media queries see it.
#[derive(Clone, Copy, Debug)]
pub enum MediaSetting {
    /// The dark colour scheme.
    Dark,
    /// Forced colours, as in high contrast mode.
    ForcedColours,
    /// Reduced motion.
    ReducedMotion,
    /// Paper.
    Print,
}

impl Browser {
    /// Sends a command of the DevTools protocol.
    pub async fn send_devtools_command(
        &self,
        command: &str,
        parameters: serde_json::Value,
    ) -> Result<serde_json::Value> {
        self.session.send_devtools_command(command, parameters).await
    }

    /// Sets the size of the window's content in CSS pixels.
    pub async fn set_size(&self, width: u32, height: u32) -> Result<()> {
        self.session.set_content_size(width, height).await
    }

    /// Emulates these settings and no others; an empty list is the default.
    pub async fn emulate_media(&self, media: &[MediaSetting]) -> Result<()> {
        let mut kind = "";
        let mut features = Vec::new();
        for medium in media {
            match medium {
                MediaSetting::Dark => features.push(json!({ "name": "prefers-color-scheme", "value": "dark" })),
                MediaSetting::ForcedColours => features.push(json!({ "name": "forced-colors", "value": "active" })),
                MediaSetting::ReducedMotion => {
                    features.push(json!({ "name": "prefers-reduced-motion", "value": "reduce" }))
                }
                MediaSetting::Print => kind = "print",
            }
        }
        self.session
            .send_devtools_command("Emulation.setEmulatedMedia", json!({ "media": kind, "features": features }))
            .await?;
        Ok(())
    }

    /// Requests everything from the network, as on a first visit.
    pub async fn disable_cache(&self) -> Result<()> {
        self.session.send_devtools_command("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await?;
        Ok(())
    }

    /// Slows the network down to this latency in milliseconds and this many bytes per second.
    pub async fn slow_down_network(&self, latency: u32, bytes_per_second: u32) -> Result<()> {
        let conditions = json!({
            "offline": false,
            "latency": latency,
            "downloadThroughput": bytes_per_second,
            "uploadThroughput": bytes_per_second,
        });
        self.session.send_devtools_command("Network.emulateNetworkConditions", conditions).await?;
        Ok(())
    }

    /// The errors that keep the browser from installing the site as an app.
    pub async fn installability_errors(&self) -> Result<Vec<serde_json::Value>> {
        let manifest = self.session.send_devtools_command("Page.getAppManifest", json!({})).await?;
        let install = self.session.send_devtools_command("Page.getInstallabilityErrors", json!({})).await?;
        let faults = [&manifest["errors"], &install["installabilityErrors"]];
        Ok(faults.into_iter().filter_map(|list| list.as_array()).flatten().cloned().collect())
    }

    /// Limits the storage quota of the site to this many bytes, or lifts the limit.
    pub async fn limit_storage(&self, bytes: Option<u64>) -> Result<()> {
        let origin = url::Url::parse(&self.root)?.origin().ascii_serialization();
        let mut parameters = json!({ "origin": origin });
        if let Some(bytes) = bytes {
            parameters["quotaSize"] = bytes.into();
        }
        self.session.send_devtools_command("Storage.overrideQuotaForOrigin", parameters).await?;
        Ok(())
    }

    /// Forbids scripts on pages that are opened from now on, or allows them again. Scripts of the tests always run.
    pub async fn allow_scripts(&self, is_allowed: bool) -> Result<()> {
        self.session
            .send_devtools_command("Emulation.setScriptExecutionDisabled", json!({ "value": !is_allowed }))
            .await?;
        Ok(())
    }

    /// From now on, runs a script on each page before its own scripts, for example to remove a feature of the browser.
    pub async fn before_each_page(&self, script: &str) -> Result<()> {
        self.session
            .send_devtools_command("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }))
            .await?;
        Ok(())
    }
}
