//! The browser that the tests run in.

use super::path_from_environment;
use anyhow::{Context, Result, bail};
use site::webdriver::OtherBrowser;
use std::env;
use std::path::PathBuf;

/// The browser that `cargo site test --engine` has chosen; `None` for Chromium.
pub fn chosen() -> Result<Option<OtherBrowser>> {
    match env::var("FORCE_FINDINGS_ENGINE").as_deref() {
        Err(_) => Ok(None),
        Ok("firefox") => firefox().map(Some),
        Ok("webkit") => webkit()?.context("WebKit is not installed").map(Some),
        Ok(other) => bail!("FORCE_FINDINGS_ENGINE is {other:?}, neither \"firefox\" nor \"webkit\""),
    }
}

/// Firefox.
pub fn firefox() -> Result<OtherBrowser> {
    let programs = program_paths("FIREFOX")?;
    let [driver, browser] = &programs[..] else { bail!("not a driver and a browser: {programs:?}") };
    Ok(OtherBrowser::Firefox { driver: driver.clone(), browser: browser.clone() })
}

/// WebKit, if it is installed.
pub fn webkit() -> Result<Option<OtherBrowser>> {
    let programs = program_paths("WEBKIT")?;
    let [driver, browser, xvfb] = &programs[..] else { return Ok(None) };
    Ok(Some(OtherBrowser::WebKit { browser: browser.clone(), driver: driver.clone(), xvfb: xvfb.clone() }))
}

/// The paths of a browser's programs; empty if it is not installed.
fn program_paths(name: &str) -> Result<Vec<PathBuf>> {
    Ok(env::split_paths(&path_from_environment(name)?).filter(|path| !path.as_os_str().is_empty()).collect())
}
