//! The browser that tests and screenshots use.

use super::apt;
use anyhow::{Context, Result};
use std::path::PathBuf;

/// A Chromium and the program that drives it.
pub struct Chromium {
    pub browser: PathBuf,
    pub driver: PathBuf,
}

impl Chromium {
    /// Finds both, or installs both: they must be of one version, so they come from one place.
    pub fn set_up() -> Result<Self> {
        if let Some(found) = Self::find() {
            return Ok(found);
        }
        apt::install(&["chromium", "chromium-driver"])?;
        Self::find().context("chromium and chromedriver were installed but are not on the search path")
    }

    fn find() -> Option<Self> {
        let browser = ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(apt::on_path)?;
        Some(Self { browser, driver: apt::on_path("chromedriver")? })
    }
}
