//! Browsers that stay open from one test to the next, because starting one takes as long as a short test.

use super::{engine, path_from_environment};
use ::site::webdriver::Session;
use anyhow::Result;
use serde_json::json;
use std::path::PathBuf;
use std::sync::{LazyLock, Mutex};
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};
use url::Url;

/// The browsers that no test uses at the moment. At most one for each thread of the test run.
static IDLE: Mutex<Vec<Session>> = Mutex::new(Vec::new());

/// The runtime of all tests: a connection to a browser ends with the runtime that opened it.
pub static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime can be made")
});

/// An idle browser, or a new one.
pub async fn take_session() -> Result<Session> {
    let idle = IDLE.lock().unwrap().pop();
    match idle {
        Some(session) => Ok(session),
        // In a thread that lives as long as the test run: a driver is killed when the thread that started it ends.
        None => RUNTIME.spawn(start_session()).await?,
    }
}

/// Starts the browser that the tests run in, with a new profile.
pub async fn start_session() -> Result<Session> {
    resume_session(tempfile::tempdir()?).await
}

/// Starts the browser that the tests run in, with a profile that may have been used before.
pub async fn resume_session(profile: TempDir) -> Result<Session> {
    match engine::chosen()? {
        Some(engine) => Session::open_other_browser_with_profile(&engine, profile).await,
        None => start_chromium(profile).await,
    }
}

/// Starts Chromium with a new profile and a log of its requests.
pub async fn start_chromium_with_request_log() -> Result<Session> {
    let [driver, chromium] = chromium_paths()?;
    Session::open_with_request_log(&driver, &chromium).await
}

/// Starts Chromium.
async fn start_chromium(profile: TempDir) -> Result<Session> {
    let [driver, chromium] = chromium_paths()?;
    Session::open_with_profile(&driver, &chromium, profile).await
}

/// The paths of Chromium's driver and of Chromium.
fn chromium_paths() -> Result<[PathBuf; 2]> {
    Ok([path_from_environment("CHROMEDRIVER")?, path_from_environment("CHROMIUM")?])
}

/// Removes everything that a test left in a browser, and keeps the browser for the next one. `root` is the address of
/// the test's site. Each test has an origin of its own, because its site has a port of its own; the settings that a
/// window emulates end with the window.
pub async fn return_session(session: Session, root: &str) -> Result<()> {
    if !session.is_chromium() {
        // Only Chromium can forget what a test stored.
        return session.close().await;
    }
    let client = session.client();
    let fresh = client.new_window(false).await?.handle;
    for window in client.windows().await? {
        if window != fresh {
            client.switch_to_window(window).await?;
            client.close_window().await?;
        }
    }
    client.switch_to_window(fresh).await?;
    let origin = Url::parse(root)?.origin().ascii_serialization();
    session
        .send_devtools_command("Storage.clearDataForOrigin", json!({ "origin": origin, "storageTypes": "all" }))
        .await?;
    // A later test may get the same port for a site with other bytes under the same names.
    session.send_devtools_command("Network.clearBrowserCache", json!({})).await?;
    IDLE.lock().unwrap().push(session);
    Ok(())
}
