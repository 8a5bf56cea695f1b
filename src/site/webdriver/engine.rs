//! Browsers other than Chromium.

use anyhow::Result;
use fantoccini::wd::Capabilities;
use serde_json::json;
use std::path::PathBuf;

/// A browser and the program that drives it.
#[derive(Clone, Debug)]
pub enum Engine {
    Firefox {
        browser: PathBuf,
        driver: PathBuf,
    },
    /// WebKit for GTK, which needs a screen: `xvfb` makes one.
    WebKit {
        browser: PathBuf,
        driver: PathBuf,
        xvfb: PathBuf,
    },
}

impl Engine {
    /// What people call it.
    pub fn name(&self) -> &'static str {
        match self {
            Engine::Firefox { .. } => "Firefox",
            Engine::WebKit { .. } => "WebKit",
        }
    }

    /// What its driver is asked for.
    pub fn capabilities(&self) -> Result<Capabilities> {
        let wanted = match self {
            Engine::Firefox { browser, .. } => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": { "binary": browser, "args": ["-headless"] },
            }),
            Engine::WebKit { browser, .. } => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": { "binary": browser, "args": ["--automation"] },
            }),
        };
        Ok(serde_json::from_value(wanted)?)
    }
}
