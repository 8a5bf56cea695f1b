//! Times in a browser, and what it asks for.

use super::table::Run;
use crate::server;
use crate::tools::Chromium;
use crate::webdriver::Session;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// What is waited for.
#[derive(Clone, Copy, PartialEq)]
pub enum Wait {
    /// The page's own heading can be read; on a slow network and processor.
    Words,
    /// The program answers.
    Program,
}

/// Where a page is.
pub enum Opened {
    Served { folder: PathBuf, path: String },
    File(String),
}

/// What measures.
pub struct Timed<'t> {
    pub chromium: &'t Chromium,
    pub runs: usize,
}

/// Notes when the heading and the program are there, each at the next picture that the browser paints.
const WATCH: &str = "
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

/// Takes the words out of every page that is sent, as if nothing were drawn ahead.
pub fn empty_pages(site: &Path) -> Result<()> {
    let page = site.join("force/warwickshire/index.html");
    let html = fs::read_to_string(&page)?;
    let (before, rest) = html.split_once("<div id=\"app\">").context("the page has no place for the program")?;
    let (_, after) = rest.split_once("<footer").context("the page has no footer")?;
    Ok(fs::write(&page, format!("{before}<div id=\"app\"></div><footer{after}"))?)
}

impl Timed<'_> {
    /// A page of a site in a folder.
    pub fn served(&self, folder: &Path, path: &str) -> Opened {
        Opened::Served { folder: folder.to_owned(), path: path.to_owned() }
    }

    /// A page in a file.
    pub fn file(&self, address: String) -> Opened {
        Opened::File(address)
    }

    /// Opens one after the other as often as there are runs.
    pub async fn side_by_side(&self, ours: &Opened, theirs: &Opened, wait: Wait) -> Result<[Run; 2]> {
        let mut times = [Vec::new(), Vec::new()];
        for _ in 0..self.runs.max(1) {
            times[0].push(self.once(ours, wait).await?);
            times[1].push(self.once(theirs, wait).await?);
        }
        Ok(times.map(run))
    }

    async fn once(&self, opened: &Opened, wait: Wait) -> Result<f64> {
        let session = Session::open(&self.chromium.driver, &self.chromium.browser).await?;
        let measured = time(&session, opened, wait).await;
        session.close().await?;
        measured
    }

    /// How many requests the page in a file makes beside the one for itself, on a walk through its views.
    pub async fn requests(&self, file: &str) -> Result<usize> {
        let session = Session::open(&self.chromium.driver, &self.chromium.browser).await?;
        let asked = walk(&session, file).await;
        session.close().await?;
        asked
    }
}

async fn time(session: &Session, opened: &Opened, wait: Wait) -> Result<f64> {
    session.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await?;
    if wait == Wait::Words {
        // What is called slow 4G: 150 ms there and back, 1.6 and 0.75 Mbit/s.
        let slow = json!({
            "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750,
        });
        session.devtools("Network.enable", json!({})).await?;
        session.devtools("Network.emulateNetworkConditions", slow).await?;
        session.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await?;
    }
    let address = match opened {
        Opened::File(address) => address.clone(),
        Opened::Served { folder, path } => {
            let listener = server::listen(None).await?;
            let address = format!("http://{}/{path}", listener.local_addr()?);
            let folder = folder.clone();
            tokio::spawn(async move { server::serve(listener, &folder).await });
            address
        }
    };
    session.client().goto(&address).await?;
    ensure!(session.is_ready(Duration::from_secs(60)).await?, "{address} did not start");
    let name = if wait == Wait::Words { "firstWords" } else { "usable" };
    let read = format!(
        "return new Promise((done) => {{ const look = () => window.{name} ? done(window.{name}) : setTimeout(look, 5); look(); }})"
    );
    session.client().execute(&read, vec![]).await?.as_f64().context("the browser measured nothing")
}

async fn walk(session: &Session, file: &str) -> Result<usize> {
    session.client().goto(file).await?;
    ensure!(session.is_ready(Duration::from_secs(60)).await?, "{file} did not start");
    session.post("se/log", json!({ "type": "performance" })).await?;
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
    let log = session.post("se/log", json!({ "type": "performance" })).await?;
    let entries: Vec<Value> = log.as_array().cloned().unwrap_or_default();
    let messages = entries.iter().filter_map(|entry| serde_json::from_str::<Value>(entry["message"].as_str()?).ok());
    let is_asked = |message: &Value| {
        let address = message["message"]["params"]["request"]["url"].as_str().unwrap_or_default();
        message["message"]["method"] == "Network.requestWillBeSent"
            && !address.starts_with(file)
            && !address.starts_with("data:")
    };
    Ok(messages.filter(is_asked).count())
}

fn run(mut times: Vec<f64>) -> Run {
    times.sort_by(f64::total_cmp);
    Run { median: times[times.len() / 2], worst: times[times.len() - 1] }
}
