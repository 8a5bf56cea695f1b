//! Chromium, the browser for tests, screenshots and measurements.

use super::apt;
use anyhow::{Context, Result};
use std::path::PathBuf;

/// Chromium and its driver.
pub struct Chromium {
    /// The path of the browser.
    pub browser: PathBuf,
    /// The path of chromedriver.
    pub driver: PathBuf,
}

impl Chromium {
    /// Finds both or installs both. They must have the same version, so they come from the same source.
    ///
    /// # Errors
    /// If they are missing and cannot be installed.
    pub fn set_up() -> Result<Self> {
        if let Some(found) = Self::find() {
            return Ok(found);
        }
        apt::install_packages(&["chromium", "chromium-driver"])?;
        Self::find().context("chromium and chromedriver were installed but are not on the search path")
    }

    /// Chromium, if both programs are on the search path.
    fn find() -> Option<Self> {
        let browser = ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(apt::find_on_path)?;
        Some(Self { browser, driver: apt::find_on_path("chromedriver")? })
    }
}
