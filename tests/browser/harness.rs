//! The functions that browser tests are written with.
//!
//! ```ignore
//! #[test]
//! fn a_search_shows_what_it_found() {
//!     browse(async |browser| {
//!         browser.open("findings/").await?;
//!         browser.fill_field("input[type=search]", "domestic abuse").await?;
//!         browser.wait_until("document.querySelectorAll('article').length > 3").await?;
//!         browser.assert_accessible().await
//!     });
//! }
//! ```
//!
//! Tests run in Chromium, or in the browser that `cargo site test --engine` names. Each test has its own window and server, so
//! tests can run in parallel and in any order. A test that fails leaves a screenshot of its page in `target/tmp`; the file
//! `browser-test-times.csv` there has the seconds that each test took.

mod accessibility;
mod emulation;
mod engine;
mod keyboard;
mod logs;
mod page;
mod pool;
mod saved_texts;
mod site;
mod times;

use ::site::webdriver::{OtherBrowser, Session};
use anyhow::{Context, Result, bail};
use std::env;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};
use url::Url;

pub use emulation::MediaSetting;
pub use site::{TestSite, published_file};

use pool::RUNTIME;
use site::RunningServer;

/// A browser that shows a site.
pub struct Browser {
    session: Session,
    /// The address of the site's root, with a slash at its end.
    root: String,
    /// The site, and its server while the network is connected; none for a file or another server.
    site: Option<(TestSite, Mutex<Option<RunningServer>>)>,
}

/// Runs a test in a new window on the built site.
pub fn browse(test: impl AsyncFnOnce(&Browser) -> Result<()>) {
    browse_site(TestSite::built(), test);
}

/// Runs a test in a new window on the given site, for example a damaged one.
pub fn browse_site(site: Result<TestSite>, test: impl AsyncFnOnce(&Browser) -> Result<()>) {
    let site = site.expect("the site is there: `cargo site test` builds it");
    let opened = async { Browser::on_site(pool::take_session().await?, site).await };
    let browser = RUNTIME.block_on(opened).expect("a browser can be opened");
    let Browser { session, root, site } = run_or_close(browser, test);
    RUNTIME.block_on(pool::return_session(session, &root)).expect("the browser can be used again");
    drop(site);
}

/// Runs a test in a new browser on the built site, with a log of its requests.
pub fn browse_with_request_log(test: impl AsyncFnOnce(&Browser) -> Result<()>) {
    let site = TestSite::built().expect("the site is there: `cargo site test` builds it");
    run_test(async { Browser::on_site(pool::start_chromium_with_request_log().await?, site).await }, async |browser| {
        // A new window first shows a page of the browser, whose requests must not count as the site's.
        browser.requested_addresses().await?;
        test(browser).await
    });
}

/// Runs a test in a new browser on a site that another server serves at this address.
pub fn browse_address(root: String, test: impl AsyncFnOnce(&Browser) -> Result<()>) {
    run_test(async { Ok(Browser { session: pool::start_session().await?, root, site: None }) }, test);
}

/// Runs two tests one after the other. Between them the browser is closed and opened again with the same profile.
pub fn browse_and_restart(
    site: Result<TestSite>,
    first: impl AsyncFnOnce(&Browser) -> Result<()>,
    second: impl AsyncFnOnce(&Browser) -> Result<()>,
) {
    let site = site.expect("the site is there: `cargo site test` builds it");
    let opened = async { Browser::on_site(pool::start_session().await?, site).await };
    let browser = RUNTIME.block_on(opened).expect("a browser can be opened");
    let Browser { session, root, site } = run_or_close(browser, first);
    let profile = RUNTIME.block_on(session.close_keeping_profile()).expect("the browser can be closed");
    let again = RUNTIME.block_on(pool::resume_session(profile)).expect("a browser can be opened again");
    let browser = run_or_close(Browser { session: again, root, site }, second);
    RUNTIME.block_on(browser.session.close()).expect("the browser can be closed");
}

/// Runs a test in Firefox on a site.
pub fn browse_in_firefox(site: Result<TestSite>, test: impl AsyncFnOnce(&Browser) -> Result<()>) {
    let site = site.expect("the site is there: `cargo site test` builds it");
    let opened = async {
        let session = Session::open_other_browser(&engine::firefox()?).await?;
        let served = site.serve(None).await?;
        Ok(Browser { session, root: served.root.clone(), site: Some((site, Mutex::new(Some(served)))) })
    };
    run_test(opened, test);
}

/// Runs a test in Firefox on a file.
pub fn browse_file_in_firefox(file: &Path, test: impl AsyncFnOnce(&Browser) -> Result<()>) {
    let firefox = engine::firefox().expect("Firefox is there: `cargo site test` installs it");
    run_test(Browser::open_on_file(Some(&firefox), file), test);
}

/// Runs a test in WebKit on a file, if `cargo site test` could install WebKit.
pub fn browse_file_in_webkit(file: &Path, test: impl AsyncFnOnce(&Browser) -> Result<()>) {
    match engine::webkit().expect("the path of WebKit is set, or empty") {
        Some(webkit) => run_test(Browser::open_on_file(Some(&webkit), file), test),
        None => eprintln!("WebKit is not installed: this test is skipped"),
    }
}

/// Runs a test in Chromium on a file, with a log of its requests.
pub fn browse_file_in_chromium(file: &Path, test: impl AsyncFnOnce(&Browser) -> Result<()>) {
    run_test(Browser::open_on_file(None, file), test);
}

/// Runs a test in a browser and closes it.
fn run_test(opened: impl Future<Output = Result<Browser>>, test: impl AsyncFnOnce(&Browser) -> Result<()>) {
    let browser = RUNTIME.block_on(opened).expect("a browser can be opened");
    let browser = run_or_close(browser, test);
    RUNTIME.block_on(browser.session.close()).expect("the browser can be closed");
}

/// Runs a test and returns the browser. If the test fails or panics, closes the browser first, so that none is left
/// running.
fn run_or_close(browser: Browser, test: impl AsyncFnOnce(&Browser) -> Result<()>) -> Browser {
    let start = Instant::now();
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| RUNTIME.block_on(test(&browser))));
    times::record(start.elapsed());
    if matches!(outcome, Ok(Ok(()))) {
        return browser;
    }
    if let Ok(path) = RUNTIME.block_on(browser.failure_screenshot()) {
        eprintln!("a screenshot of the page: {}", path.display());
    }
    RUNTIME.block_on(browser.session.close()).expect("the browser can be closed");
    match outcome {
        Ok(Err(error)) => panic!("{error:#}"),
        Err(payload) => panic::resume_unwind(payload),
        Ok(Ok(())) => unreachable!("a test that passes returns its browser"),
    }
}

impl Browser {
    /// A browser on a site that is served on this machine.
    async fn on_site(session: Session, site: TestSite) -> Result<Self> {
        let served = site.serve(None).await?;
        let browser = Self { session, root: served.root.clone(), site: Some((site, Mutex::new(Some(served)))) };
        // A new window first shows a page of the browser, whose messages must not count as the site's.
        browser.session.client().goto("about:blank").await?;
        browser.console_lines().await?;
        Ok(browser)
    }

    /// Disconnects the network by stopping the server.
    pub fn disconnect_network(&self) {
        if let Some((_, served)) = &self.site {
            served.lock().unwrap().take();
        }
    }

    /// Connects the network again.
    pub async fn reconnect_network(&self) -> Result<()> {
        let (site, served) = self.site.as_ref().context("a file has no network")?;
        let port = Url::parse(&self.root)?.port();
        // The port is free as soon as the connections of the old server are closed.
        for _ in 0..100 {
            if served.lock().unwrap().is_some() {
                return Ok(());
            }
            match site.serve(port).await {
                Ok(again) => *served.lock().unwrap() = Some(again),
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            }
        }
        bail!("the port of the site is still in use")
    }

    /// The folder that is served. Tests may change it.
    pub fn served_folder(&self) -> Result<&Path> {
        Ok(self.site.as_ref().context("a file has no folder")?.0.folder())
    }

    /// A browser on the single file, whose addresses start with `#/`. Chromium if no other browser is given.
    async fn open_on_file(engine: Option<&OtherBrowser>, file: &Path) -> Result<Self> {
        let session = match engine {
            Some(engine) => Session::open_other_browser(engine).await?,
            None => pool::start_chromium_with_request_log().await?,
        };
        let file = Url::from_file_path(file).ok().context("the file's path is not absolute")?;
        Ok(Self { session, root: format!("{file}#/"), site: None })
    }

    /// Writes a screenshot of the window's content as PNG.
    pub async fn screenshot(&self, file: &Path) -> Result<()> {
        let picture = self.session.client().screenshot().await?;
        std::fs::write(file, picture).with_context(|| format!("{} cannot be written", file.display()))
    }

    /// Takes a screenshot named after the test and returns its path.
    async fn failure_screenshot(&self) -> Result<PathBuf> {
        let test = thread::current().name().unwrap_or("test").replace("::", "-");
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{test}.png"));
        self.screenshot(&file).await?;
        Ok(file)
    }
}

/// A path that `cargo site test` passes in the environment variable `FORCE_FINDINGS_<name>`.
pub fn path_from_environment(name: &str) -> Result<PathBuf> {
    let name = format!("FORCE_FINDINGS_{name}");
    let path = env::var_os(&name).with_context(|| format!("{name} is not set: run `cargo site test --browser`"))?;
    Ok(PathBuf::from(path))
}
