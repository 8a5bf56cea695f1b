//! Browsers other than Chromium, in which the single file is tested.

use super::{apt, cargo};
use crate::webdriver::OtherBrowser;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

// renovate: datasource=crate depName=geckodriver
const GECKODRIVER_VERSION: &str = "0.37.1";

/// Firefox and its driver, installed if missing.
///
/// # Errors
/// If one of them cannot be installed.
pub fn ensure_firefox() -> Result<OtherBrowser> {
    let find = || ["firefox-esr", "firefox"].into_iter().find_map(apt::find_on_path);
    if find().is_none() {
        apt::install_packages(&["firefox-esr"])?;
    }
    let browser = find().context("Firefox was installed but is not on the search path")?;
    let driver = match apt::find_on_path("geckodriver") {
        Some(path) => path,
        None => cargo::ensure_crate_program("geckodriver", "geckodriver", GECKODRIVER_VERSION)?,
    };
    Ok(OtherBrowser::Firefox { browser, driver })
}

/// WebKit, its driver and the virtual screen that it needs, installed if missing.
///
/// # Errors
/// If one of them cannot be installed.
pub fn ensure_webkit() -> Result<OtherBrowser> {
    if find_webkit().is_none() {
        apt::install_packages(&["webkit2gtk-driver", "xvfb"])?;
    }
    find_webkit().context("WebKit was installed, but its MiniBrowser, its driver or Xvfb cannot be found")
}

/// WebKit, if all its programs are installed.
fn find_webkit() -> Option<OtherBrowser> {
    let (driver, xvfb) = (apt::find_on_path("WebKitWebDriver")?, apt::find_on_path("Xvfb")?);
    Some(OtherBrowser::WebKit { browser: find_mini_browser()?, driver, xvfb })
}

/// The path of WebKit's MiniBrowser. It is in a folder named after its version, within the libraries of the machine's
/// architecture.
fn find_mini_browser() -> Option<PathBuf> {
    let architectures = Path::new("/usr/lib").read_dir().ok()?.filter_map(|entry| Some(entry.ok()?.path()));
    let versions = ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"];
    let mut paths = architectures.flat_map(|folder| versions.map(|version| folder.join(version).join("MiniBrowser")));
    paths.find(|path| path.is_file())
}
