//! The words that tests in a browser are written with.
//!
//! ```ignore
//! #[test]
//! fn a_search_shows_what_it_found() {
//!     browse(async |browser| {
//!         browser.open("findings/").await?;
//!         browser.fill("input[type=search]", "domestic abuse").await?;
//!         browser.wait_until("document.querySelectorAll('article').length > 3").await?;
//!         browser.assert_accessible().await
//!     });
//! }
//! ```
//!
//! Each test has a browser and a server of its own, so tests may run side by side and in any order. A test that fails
//! leaves a picture of its page in `target/tmp`.

mod accessibility;
mod emulation;
mod keyboard;
mod logs;
mod page;
mod site;

use crate::webdriver::{Engine, Session};
use anyhow::{Context, Result};
use std::env;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::thread;
use tokio::runtime::Builder;
use url::Url;

pub use emulation::Media;
pub use site::{Site, asset};

/// A window on a site.
pub struct Browser {
    session: Session,
    /// The address of the site's root, with a slash at its end.
    root: String,
}

/// Runs a test in a new browser on the built site.
pub fn browse(test: impl AsyncFnOnce(&Browser) -> Result<()>) {
    browse_site(Site::built(), test);
}

/// Runs a test in a new browser on a given site, for example a damaged one.
pub fn browse_site(site: Result<Site>, test: impl AsyncFnOnce(&Browser) -> Result<()>) {
    let site = site.expect("the site is there: `cargo site test` builds it");
    run(Browser::new(&site), test);
}

/// Runs a test in Firefox on a file.
pub fn firefox(file: &Path, test: impl AsyncFnOnce(&Browser) -> Result<()>) {
    let programs = programs("FIREFOX").expect("Firefox is there: `cargo site test` installs it");
    let [driver, browser] = &programs[..] else { panic!("not a driver and a browser: {programs:?}") };
    let engine = Engine::Firefox { driver: driver.clone(), browser: browser.clone() };
    run(Browser::on_file(Some(&engine), file), test);
}

/// Runs a test in WebKit on a file, where `cargo site test` could get it.
pub fn webkit(file: &Path, test: impl AsyncFnOnce(&Browser) -> Result<()>) {
    let programs = programs("WEBKIT").expect("it is said whether WebKit is there");
    let [driver, browser, xvfb] = &programs[..] else { return eprintln!("WebKit cannot be had here") };
    let engine = Engine::WebKit { driver: driver.clone(), browser: browser.clone(), xvfb: xvfb.clone() };
    run(Browser::on_file(Some(&engine), file), test);
}

/// Runs a test in Chromium on a file.
pub fn chromium(file: &Path, test: impl AsyncFnOnce(&Browser) -> Result<()>) {
    run(Browser::on_file(None, file), test);
}

fn programs(name: &str) -> Result<Vec<PathBuf>> {
    Ok(env::split_paths(&setting(name)?).filter(|path| !path.as_os_str().is_empty()).collect())
}

fn run(opened: impl Future<Output = Result<Browser>>, test: impl AsyncFnOnce(&Browser) -> Result<()>) {
    let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime can be made");
    let browser = runtime.block_on(opened).expect("a browser can be opened");
    // A panic must not leave a browser behind.
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| runtime.block_on(test(&browser))));
    let passed = matches!(outcome, Ok(Ok(())));
    let picture = (!passed).then(|| runtime.block_on(browser.picture_of_failure()));
    runtime.block_on(browser.session.close()).expect("the browser can be closed");
    if let Some(Ok(path)) = picture {
        eprintln!("the page as it was: {}", path.display());
    }
    match outcome {
        Ok(Ok(())) => {}
        Ok(Err(error)) => panic!("{error:#}"),
        Err(payload) => panic::resume_unwind(payload),
    }
}

impl Browser {
    async fn new(site: &Site) -> Result<Self> {
        let root = site.serve().await?;
        let session = Session::open(&setting("CHROMEDRIVER")?, &setting("CHROMIUM")?).await?;
        let browser = Self { session, root };
        // A new window shows a page of the browser's own, whose requests are none of the site's.
        browser.session.client().goto("about:blank").await?;
        browser.requests().await?;
        Ok(browser)
    }

    /// A browser on the single file, whose pages stand behind `#/`. Chromium, if no other is named.
    async fn on_file(engine: Option<&Engine>, file: &Path) -> Result<Self> {
        let session = match engine {
            Some(engine) => Session::open_engine(engine).await?,
            None => Session::open(&setting("CHROMEDRIVER")?, &setting("CHROMIUM")?).await?,
        };
        let file = Url::from_file_path(file).ok().context("the file's path is not absolute")?;
        Ok(Self { session, root: format!("{file}#/") })
    }

    /// Writes a picture of the window's content.
    pub async fn screenshot(&self, file: &Path) -> Result<()> {
        let picture = self.session.client().screenshot().await?;
        std::fs::write(file, picture).with_context(|| format!("{} cannot be written", file.display()))
    }

    async fn picture_of_failure(&self) -> Result<PathBuf> {
        let test = thread::current().name().unwrap_or("test").replace("::", "-");
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{test}.png"));
        self.screenshot(&file).await?;
        Ok(file)
    }
}

/// A path that `cargo site test` hands over in the environment.
pub fn setting(name: &str) -> Result<PathBuf> {
    let name = format!("FORCE_FINDINGS_{name}");
    let path = env::var_os(&name).with_context(|| format!("{name} is not set: run `cargo site test --browser`"))?;
    Ok(PathBuf::from(path))
}
