//! Headless browsers controlled by WebDriver, for screenshots, measurements and the browser tests.

mod driver;
mod engine;

pub use engine::OtherBrowser;

use anyhow::{Context, Result};
use axum::http::Method;
use driver::Driver;
use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::path::Path;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use url::{ParseError, Url};

/// The flags of Chromium: headless, without background traffic or a sandbox. Every session has its own profile.
const CHROMIUM_FLAGS: [&str; 11] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--window-size=1200,900",
    // The browser ends with its driver.
    "--remote-debugging-pipe",
];

const NO_PROFILE: &str = "a folder for the browser's profile cannot be created";

/// A browser with one window. Has to be closed with [`Session::close`].
pub struct Session {
    client: Client,
    is_chromium: bool,
    // Kept because dropping them ends the driver's processes and deletes the profile's folder.
    _driver: Driver,
    profile: TempDir,
}

impl Session {
    /// Starts Chromium with a new profile, and a driver for it.
    ///
    /// # Errors
    /// If the driver or the browser does not start.
    pub async fn open(driver: &Path, browser: &Path) -> Result<Self> {
        let profile = tempfile::tempdir().context(NO_PROFILE)?;
        Self::open_with_profile(driver, browser, profile).await
    }

    /// Starts Chromium with an existing profile, as from [`Session::close_keeping_profile`].
    ///
    /// # Errors
    /// If the driver or the browser does not start.
    pub async fn open_with_profile(driver: &Path, browser: &Path, profile: TempDir) -> Result<Self> {
        Self::open_chromium(driver, browser, profile, json!({ "browser": "ALL" })).await
    }

    /// Starts Chromium with a new profile and a log of its requests. The log costs an eighth of the browser's time.
    ///
    /// # Errors
    /// If the driver or the browser does not start.
    pub async fn open_with_request_log(driver: &Path, browser: &Path) -> Result<Self> {
        let profile = tempfile::tempdir().context(NO_PROFILE)?;
        Self::open_chromium(driver, browser, profile, json!({ "browser": "ALL", "performance": "ALL" })).await
    }

    /// Starts Chromium with these kinds of logs.
    async fn open_chromium(driver: &Path, browser: &Path, profile: TempDir, logs: Value) -> Result<Self> {
        let (driver, address) = Driver::start_chromedriver(driver)?;
        let mut arguments: Vec<String> = CHROMIUM_FLAGS.map(str::to_owned).into();
        arguments.push(format!("--user-data-dir={}", profile.path().display()));
        let capabilities: Capabilities = serde_json::from_value(json!({
            "browserName": "chrome",
            "goog:chromeOptions": { "binary": browser, "args": arguments },
            "goog:loggingPrefs": logs,
        }))?;
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&address)
            .await
            .context("Chromium did not open a window")?;
        Ok(Self { client, is_chromium: true, _driver: driver, profile })
    }

    /// Starts another browser with a new profile. Commands that only Chromium has, such as
    /// [`Session::send_devtools_command`], fail there.
    ///
    /// # Errors
    /// If the driver or the browser does not start.
    pub async fn open_other_browser(engine: &OtherBrowser) -> Result<Self> {
        let profile = tempfile::tempdir().context(NO_PROFILE)?;
        Self::open_other_browser_with_profile(engine, profile).await
    }

    /// Starts another browser with an existing profile, as from [`Session::close_keeping_profile`]. WebKit always has a
    /// new one.
    ///
    /// # Errors
    /// If the driver or the browser does not start.
    pub async fn open_other_browser_with_profile(engine: &OtherBrowser, profile: TempDir) -> Result<Self> {
        let (driver, address) = Driver::start_for(engine)?;
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(engine.capabilities(profile.path())?)
            .connect(&address)
            .await
            .with_context(|| format!("{} did not open a window", engine.name()))?;
        Ok(Self { client, is_chromium: false, _driver: driver, profile })
    }

    /// Whether the browser is Chromium, so that it has all commands.
    pub fn is_chromium(&self) -> bool {
        self.is_chromium
    }

    /// The client for standard WebDriver commands.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Sends Chromium a command of its DevTools protocol, for what WebDriver cannot do.
    ///
    /// # Errors
    /// If the command fails.
    pub async fn send_devtools_command(&self, command: &str, parameters: Value) -> Result<Value> {
        self.send_command("goog/cdp/execute", json!({ "cmd": command, "params": parameters })).await
    }

    /// Sets the size of the window's content in CSS pixels. In Chromium, it can be smaller than a real window.
    ///
    /// # Errors
    /// If the command fails.
    pub async fn set_content_size(&self, width: u32, height: u32) -> Result<()> {
        if !self.is_chromium {
            return self.set_window_size(width, height).await;
        }
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.send_devtools_command("Emulation.setDeviceMetricsOverride", metrics).await?;
        Ok(())
    }

    /// Sets the size of the window so that its content has this size.
    async fn set_window_size(&self, width: u32, height: u32) -> Result<()> {
        self.client.set_window_size(width, height).await?;
        // The window's own frame is as large as what the content lacks.
        let lacking = "return [outerWidth - innerWidth, outerHeight - innerHeight]";
        let frame: [u32; 2] = serde_json::from_value(self.client.execute(lacking, vec![]).await?)?;
        Ok(self.client.set_window_size(width + frame[0], height + frame[1]).await?)
    }

    /// Waits until the program has rendered for the first time. Returns `false` if it has not within `limit`.
    ///
    /// # Errors
    /// If the browser does not respond.
    pub async fn wait_until_ready(&self, limit: Duration) -> Result<bool> {
        let start = Instant::now();
        while start.elapsed() < limit {
            if self.client.execute("return document.documentElement.dataset.ready", vec![]).await? == "true" {
                return Ok(true);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(false)
    }

    /// Sends a command that only Chromium's driver has.
    ///
    /// # Errors
    /// If the command fails.
    pub async fn send_command(&self, path: &'static str, body: Value) -> Result<Value> {
        Ok(self.client.issue_cmd(ChromiumCommand { path, body }).await?)
    }

    /// Closes the browser. A session that is only dropped leaves its browser running.
    ///
    /// # Errors
    /// If the browser cannot be closed.
    pub async fn close(self) -> Result<()> {
        self.close_keeping_profile().await.map(drop)
    }

    /// Closes the browser and returns its profile, for [`Session::open_with_profile`].
    ///
    /// # Errors
    /// If the browser cannot be closed.
    pub async fn close_keeping_profile(self) -> Result<TempDir> {
        self.client.clone().close().await?;
        Ok(self.profile)
    }
}

/// A command of Chromium's driver that is not in the WebDriver standard.
#[derive(Debug)]
struct ChromiumCommand {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for ChromiumCommand {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}
