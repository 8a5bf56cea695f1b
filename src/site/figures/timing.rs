//! Measures times in a browser, and counts the requests of a page.

use super::table::TimeSummary;
use crate::server;
use crate::tools::Chromium;
use crate::webdriver::Session;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The moment up to which a page is timed.
#[derive(Clone, Copy, PartialEq)]
pub enum Milestone {
    /// The heading of the page can be read; measured with a slow network and processor.
    FirstWords,
    /// The program responds.
    ProgramReady,
}

/// Where a page is loaded from.
pub enum PageSource {
    /// From a server on this machine.
    Served {
        /// The folder that is served.
        folder: PathBuf,
        /// The path of the page, relative to that folder.
        path: String,
    },
    /// From a file, by its `file://` address.
    File(String),
}

/// Opens pages in new browsers and times them.
pub struct PageTimer<'t> {
    /// The browser to measure in.
    pub chromium: &'t Chromium,
    /// How many times each page is opened.
    pub runs: usize,
}

/// A script that records when the heading appears and when the program is ready, each at the next frame that the
/// browser paints.
const WATCH_SCRIPT: &str = "
    const painted = (done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())));
    const watch = () => {
        if (window.firstWords === undefined && document.querySelector('#app h1')) {
            window.firstWords = null;
            painted((at) => (window.firstWords = at));
        }
        if (window.usable === undefined && document.documentElement?.dataset.ready) {
            window.usable = null;
            painted((at) => (window.usable = at));
        }
        if (!window.usable) requestAnimationFrame(watch);
    };
    watch();";

/// Removes the prerendered content from the page that is timed, force/warwickshire/, in a built site.
///
/// # Errors
/// If the page cannot be read or written, or lacks the element of the program or the footer.
pub fn remove_prerendered_content(site: &Path) -> Result<()> {
    let page = site.join("force/warwickshire/index.html");
    let html = fs::read_to_string(&page)?;
    let (before, rest) = html.split_once("<div id=\"app\">").context("the page has no element for the program")?;
    let (_, after) = rest.split_once("<footer").context("the page has no footer")?;
    Ok(fs::write(&page, format!("{before}<div id=\"app\"></div><footer{after}"))?)
}

impl PageTimer<'_> {
    /// A page of the site in a folder.
    pub fn served_page(&self, folder: &Path, path: &str) -> PageSource {
        PageSource::Served { folder: folder.to_owned(), path: path.to_owned() }
    }

    /// The page of a file.
    pub fn file_page(&self, address: String) -> PageSource {
        PageSource::File(address)
    }

    /// Times two pages, alternating between them: ours and the baseline.
    ///
    /// # Errors
    /// If a browser cannot be opened, or a page does not start.
    pub async fn time_side_by_side(
        &self,
        ours: &PageSource,
        theirs: &PageSource,
        wait: Milestone,
    ) -> Result<[TimeSummary; 2]> {
        let mut times = [Vec::new(), Vec::new()];
        for _ in 0..self.runs.max(1) {
            times[0].push(self.time_once(ours, wait).await?);
            times[1].push(self.time_once(theirs, wait).await?);
        }
        Ok(times.map(summarize_times))
    }

    /// Times one page once, in a new browser.
    async fn time_once(&self, opened: &PageSource, wait: Milestone) -> Result<f64> {
        let session = Session::open(&self.chromium.driver, &self.chromium.browser).await?;
        let measured = time_page(&session, opened, wait).await;
        session.close().await?;
        measured
    }

    /// The bytes that a browser receives for a page on a first visit, not counting the page itself: the responses as
    /// sent, compressed and with their headers, until no more arrive for a while.
    ///
    /// # Errors
    /// If a browser cannot be opened, or the page does not start.
    pub async fn first_visit_bytes(&self, folder: &Path, path: &str) -> Result<f64> {
        let session = Session::open_with_request_log(&self.chromium.driver, &self.chromium.browser).await?;
        let bytes = received_bytes(&session, folder, path).await;
        session.close().await?;
        bytes
    }

    /// Counts the requests that a file makes on a walk through its views, apart from the one for the file.
    ///
    /// # Errors
    /// If a browser cannot be opened, or the file does not start.
    pub async fn count_requests(&self, file: &str) -> Result<usize> {
        let session = Session::open_with_request_log(&self.chromium.driver, &self.chromium.browser).await?;
        let request_count = count_requests_of_walk(&session, file).await;
        session.close().await?;
        request_count
    }
}

/// Opens a page and returns the milliseconds until the moment that is waited for.
async fn time_page(session: &Session, opened: &PageSource, wait: Milestone) -> Result<f64> {
    session.send_devtools_command("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH_SCRIPT })).await?;
    if wait == Milestone::FirstWords {
        // The usual settings of "slow 4G": 150 ms latency, 1.6 Mbit/s down, 0.75 Mbit/s up.
        let slow = json!({
            "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750,
        });
        session.send_devtools_command("Network.enable", json!({})).await?;
        session.send_devtools_command("Network.emulateNetworkConditions", slow).await?;
        session.send_devtools_command("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await?;
    }
    let address = match opened {
        PageSource::File(address) => address.clone(),
        PageSource::Served { folder, path } => serve_page(folder, path).await?,
    };
    session.client().goto(&address).await?;
    ensure!(session.wait_until_ready(Duration::from_secs(60)).await?, "{address} did not start");
    let name = if wait == Milestone::FirstWords { "firstWords" } else { "usable" };
    let read = format!(
        "return new Promise((done) => {{ const poll = () => window.{name} ? done(window.{name}) : setTimeout(poll, 5); poll(); }})"
    );
    session.client().execute(&read, vec![]).await?.as_f64().context("the browser returned no time")
}

/// Serves a folder on this machine and returns the address of a page in it.
pub async fn serve_page(folder: &Path, path: &str) -> Result<String> {
    let listener = server::listen(None).await?;
    let address = format!("http://{}/{path}", listener.local_addr()?);
    let folder = folder.to_owned();
    tokio::spawn(async move { server::serve_folder(listener, &folder, server::HEAD_TIMEOUT).await });
    Ok(address)
}

/// Opens a page and adds up what the browser received, except for the page itself.
async fn received_bytes(session: &Session, folder: &Path, path: &str) -> Result<f64> {
    let address = serve_page(folder, path).await?;
    session.client().goto(&address).await?;
    ensure!(session.wait_until_ready(Duration::from_secs(60)).await?, "{address} did not start");
    tokio::time::sleep(Duration::from_secs(3)).await;
    let messages = network_messages(session).await?;
    let events = |method: &'static str| {
        messages.iter().filter(move |message| message["method"] == method).map(|message| &message["params"])
    };
    // Not what the browser's own start page loads.
    let site = address.strip_suffix(path).unwrap_or(&address);
    let is_counted = |sent: &&Value| {
        sent["type"] != "Document"
            && sent["request"]["url"].as_str().is_some_and(|requested| requested.starts_with(site))
    };
    let counted: Vec<&Value> =
        events("Network.requestWillBeSent").filter(is_counted).map(|sent| &sent["requestId"]).collect();
    ensure!(!counted.is_empty(), "{address} requested nothing");
    let finished = events("Network.loadingFinished").filter(|event| counted.contains(&&event["requestId"]));
    Ok(finished.filter_map(|event| event["encodedDataLength"].as_f64()).sum())
}

/// The messages of the browser about its requests since the last call.
async fn network_messages(session: &Session) -> Result<Vec<Value>> {
    let log = session.send_command("se/log", json!({ "type": "performance" })).await?;
    let entries: Vec<Value> = log.as_array().cloned().unwrap_or_default();
    let message =
        |entry: &Value| Some(serde_json::from_str::<Value>(entry["message"].as_str()?).ok()?["message"].clone());
    Ok(entries.iter().filter_map(message).collect())
}

/// Opens one page of each kind in the single file and counts the requests meanwhile.
async fn count_requests_of_walk(session: &Session, file: &str) -> Result<usize> {
    session.client().goto(file).await?;
    ensure!(session.wait_until_ready(Duration::from_secs(60)).await?, "{file} did not start");
    network_messages(session).await?;
    for path in [
        "",
        "force/kent/",
        "report/warwickshire-2017-effectiveness/",
        "findings/?q=MARAC",
        "compare/?force=kent",
        "about/",
        "brief/",
    ] {
        session.client().goto(&format!("{file}#/{path}")).await?;
        tokio::time::sleep(Duration::from_millis(700)).await;
    }
    let messages = network_messages(session).await?;
    let is_request = |message: &&Value| {
        let address = message["params"]["request"]["url"].as_str().unwrap_or_default();
        message["method"] == "Network.requestWillBeSent" && !address.starts_with(file) && !address.starts_with("data:")
    };
    Ok(messages.iter().filter(is_request).count())
}

/// The median and the slowest of these times.
pub fn summarize_times(mut times: Vec<f64>) -> TimeSummary {
    times.sort_by(f64::total_cmp);
    TimeSummary { median: times[times.len() / 2], slowest: times[times.len() - 1] }
}
