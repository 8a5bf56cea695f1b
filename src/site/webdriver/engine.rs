//! Browsers other than Chromium.

use anyhow::Result;
use fantoccini::wd::Capabilities;
use serde_json::json;
use std::path::{Path, PathBuf};

/// A browser and its driver.
#[derive(Clone, Debug)]
pub enum OtherBrowser {
    /// Firefox.
    Firefox {
        /// The path of the browser.
        browser: PathBuf,
        /// The path of geckodriver.
        driver: PathBuf,
    },
    /// WebKit for GTK, which needs a screen.
    WebKit {
        /// The path of MiniBrowser.
        browser: PathBuf,
        /// The path of WebKitWebDriver.
        driver: PathBuf,
        /// The path of Xvfb, which provides a virtual screen.
        xvfb: PathBuf,
    },
}

impl OtherBrowser {
    /// The name of the browser: "Firefox".
    pub fn name(&self) -> &'static str {
        match self {
            OtherBrowser::Firefox { .. } => "Firefox",
            OtherBrowser::WebKit { .. } => "WebKit",
        }
    }

    /// The capabilities that are requested from its driver. `profile` is a folder for what the browser stores; WebKit's
    /// driver chooses its own.
    ///
    /// # Errors
    /// If they cannot be expressed in JSON as the driver expects.
    pub fn capabilities(&self, profile: &Path) -> Result<Capabilities> {
        let wanted = match self {
            OtherBrowser::Firefox { browser, .. } => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": { "binary": browser, "args": ["-headless", "-profile", profile] },
            }),
            OtherBrowser::WebKit { browser, .. } => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": { "binary": browser, "args": ["--automation"] },
            }),
        };
        Ok(serde_json::from_value(wanted)?)
    }
}
