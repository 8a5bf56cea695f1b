//! `cargo site figures --search`: our search beside other libraries, with the same findings and queries in the same browser.
//!
//! The findings are made up. Each run is in a new browser; of each run counts the 95th percentile, the first query included.

use super::table::{Measurement, ReadmeTable, markdown_table};
use super::timing::{serve_page, summarize_times};
use crate::build;
use crate::data::SiteData;
use crate::deployment::Deployment;
use crate::progress;
use crate::project::Project;
use crate::server;
use crate::sizes::{gzip_size, gzip_size_of};
use crate::tools::Chromium;
use crate::tree::FileTree;
use crate::webdriver::Session;
use anyhow::{Context, Result};
use axum::Router;
use axum::extract::Request;
use axum::middleware::{self, Next};
use duct::cmd;
use explore::library::Library;
use fantoccini::wd::TimeoutConfiguration;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tower_http::services::ServeDir;

/// The folder with the libraries to compare with.
const PEERS: &str = "tests/bench/peers";
/// The page from which they are measured.
const PAGE: &str = "<!doctype html><html lang=\"en-GB\"><meta charset=\"utf-8\"><title>Peers</title><link rel=\"icon\" \
                    href=\"data:,\"><script type=\"module\" src=\"peers.js\"></script><script type=\"module\" \
                    src=\"ours.js\"></script><p>Peers</p>";

/// Builds a site with made-up reports, measures, prints the table and writes it into the README.
///
/// # Errors
/// If the site or the libraries cannot be built, or a page does not start.
pub fn run(project: &Project, chromium: &Chromium, runs: usize) -> Result<()> {
    let tree = build::build_site(project, &Deployment::unknown_host())?;
    let folder = tempfile::tempdir()?;
    let site = folder.path();
    tree.replace_folder(site)?;
    let library = SiteData::load(project)?.library;
    let findings = finding_rows(&library);
    build_peers(project, site, &serde_json::to_string(&findings)?)?;
    let queries: Value = serde_json::from_str(&project.read_text(&format!("{PEERS}/queries.json"))?)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let figures = runtime.block_on(measure(&tree, site, chromium, &queries, runs))?;
    let table = format!(
        "{}\nThe 95th percentile of each run counts; the data are {} findings of {} reports, most of them made up.",
        markdown_table(&figures, runs),
        findings.len(),
        library.corpus().reports.len(),
    );
    println!("{table}");
    ReadmeTable::Search.write(project, &table)
}

/// The findings as rows for the other libraries.
fn finding_rows(library: &Library) -> Vec<Value> {
    let corpus = library.corpus();
    let rows = library.catalogue().positions.iter().map(|position| {
        let report = &corpus.reports[position.report_index];
        let finding = &report.findings[position.finding_index];
        let judgment = finding.judgment.as_ref().and_then(|key| report.judgment(key));
        let themes = corpus.themes_of(position.report_index, position.finding_index);
        json!({
            "id": finding.key.to_string(),
            "text": finding.text,
            "rest": finding.texts().skip(1).collect::<Vec<_>>().join("\n"),
            "force": report.force.name,
            "cycle": report.cycle,
            "kind": finding.kind.name(),
            "subject": corpus.subject_of_finding(report, finding).map(|subject| &subject.name),
            "themes": themes.map(|theme| &theme.name).collect::<Vec<_>>(),
            "grade": judgment.and_then(|judgment| judgment.grade).map(|grade| grade.name()),
        })
    });
    rows.collect()
}

/// Installs the libraries, bundles them into the site, and makes the index of Pagefind there.
fn build_peers(project: &Project, site: &Path, findings: &str) -> Result<()> {
    // Not beside their list: the sources of the project are searched for what must not be in them.
    let peers = project.root().join("target/peers");
    fs::create_dir_all(&peers)?;
    for file in ["package.json", "package-lock.json", "peers.js", "ours.js"] {
        fs::copy(project.root().join(PEERS).join(file), peers.join(file))?;
    }
    let install = cmd!("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund").dir(&peers);
    progress::run_with_spinner("Installing the libraries to compare with", &install)?;
    let bench = site.join("bench");
    fs::create_dir_all(&bench)?;
    let lock: Value = serde_json::from_str(&project.read_text(&format!("{PEERS}/package-lock.json"))?)?;
    let define = format!("--define:PEER_VERSIONS={}", lock["packages"][""]["dependencies"]);
    let out = format!("--outfile={}", bench.join("peers.js").display());
    let bundle =
        cmd!(peers.join("node_modules/.bin/esbuild"), "peers.js", "--bundle", "--minify", "--format=esm", define, out);
    bundle.dir(&peers).stderr_null().run().context("the libraries cannot be bundled")?;
    fs::copy(peers.join("ours.js"), bench.join("ours.js"))?;
    fs::write(bench.join("index.html"), PAGE)?;
    fs::write(bench.join("findings.json"), findings)?;
    let index = cmd!(
        peers.join("node_modules/.bin/pagefind"),
        "--site",
        site,
        "--glob",
        "finding/**/*.html",
        "--root-selector",
        "main",
        "--output-path",
        site.join("pagefind")
    );
    progress::run_with_spinner("Indexing with Pagefind", &index.dir(&peers))
}

/// Measures each in new browsers.
async fn measure(
    tree: &FileTree,
    site: &Path,
    chromium: &Chromium,
    queries: &Value,
    runs: usize,
) -> Result<Vec<Measurement>> {
    let named = |start: &str, end: &str| {
        let is_it = |path: &&str| path.starts_with(start) && path.ends_with(end);
        tree.iter().map(|(path, _)| path).find(is_it).map(|path| format!("/{path}")).context("the site lacks a program")
    };
    let in_data: Vec<String> = tree
        .iter()
        .map(|(path, _)| path)
        .filter(|path| path.starts_with("data/"))
        .map(|path| format!("/{path}"))
        .collect();
    let files = json!({
        "script": named("assets/finder.", ".js")?, "wasm": named("assets/finder.", ".wasm")?, "paths": in_data,
    });
    let mut samples: Vec<(String, f64)> = Vec::new();
    let mut sizes = [0.0; 2];
    let mut long_tasks = 0;
    for _ in 0..runs.max(1) {
        let ours = run_in_page(chromium, site, "bench/", "measureOurs(...args)", json!([files, queries])).await?;
        let peers = "loadFindings('findings.json').then(() => measurePeers(...args))";
        let theirs = run_in_page(chromium, site, "bench/", peers, json!([queries])).await?;
        let script = fs::read_to_string(site.join("bench/ours.js"))?;
        let page = run_in_page(
            chromium,
            site,
            "findings/",
            &format!("(() => {{ {script}\nreturn typeIntoPage(...args) }})()"),
            json!([queries]),
        )
        .await?;
        long_tasks += page["longTasks"].as_u64().unwrap_or_default() as usize;
        let all = [&ours, &theirs].into_iter().filter_map(Value::as_object).flatten();
        let all = all.map(|(name, times)| (name.clone(), times)).chain([("page".to_string(), &page["times"])]);
        samples.extend(all.filter_map(|(name, times)| Some((name, percentile(times)?))));
        sizes[1] = theirs["minisearch_index_json"].as_f64().context("the index of MiniSearch has no size")?;
    }
    let is_of_index =
        |path: &str| ["data/catalogue", "data/words/", "data/word-places/"].iter().any(|start| path.starts_with(start));
    sizes[0] = gzip_size_of(tree, is_of_index) as f64;
    let bytes = [
        first_answer_bytes(chromium, site, "findings/?q=stalking", "", is_of_search).await?,
        first_answer_bytes(chromium, site, "bench/", PAGEFIND, |requested| requested.contains("/pagefind/")).await?,
    ];
    let summary =
        |name: &str| summarize_times(samples.iter().filter(|(of, _)| of == name).map(|(_, time)| *time).collect());
    let row = |name, baseline, [ours, theirs]: [&str; 2], goal| {
        Measurement::percentiles(name, baseline, [summary(ours), summary(theirs)], goal)
    };
    Ok(vec![
        row(
            "A keystroke in the list of findings, until it is painted",
            "a plain page with MiniSearch 7.2",
            ["page", "minisearch_page"],
            0.5,
        ),
        row(
            "A query with ranks, counts, marks and the first results",
            "MiniSearch, searching alone",
            ["search", "minisearch_search"],
            0.5,
        ),
        row(
            "The same, which finds beginnings of words and similar spellings too",
            "MiniSearch with `fuzzy: 0.2`",
            ["search", "minisearch_fuzzy"],
            0.5,
        ),
        row("The same", "ItemsJS 2.4 with counts", ["search", "itemsjs"], 0.05),
        row("The same", "Orama 3.1 with counts", ["search", "orama"], 0.1),
        row(
            "A choice of a filter, with all counts and the first results",
            "crossfilter 1.5, counts alone",
            ["toggles", "crossfilter"],
            1.0,
        ),
        Measurement::sizes("The index, gzip", sizes[0], "the JSON of MiniSearch", sizes[1], 0.5),
        Measurement::sizes(
            "Received until the first answer of a search",
            bytes[0],
            "Pagefind 1.6, on the same pages",
            bytes[1],
            1.0,
        ),
        Measurement::count("Tasks of 50 ms and more on the page while typing", long_tasks),
    ])
}

/// What a search fetches: the program, its data, and not what is said beside the findings.
fn is_of_search(requested: &str) -> bool {
    let is_beside = requested.contains("/places/") || requested.contains("thread-names");
    let starts = [
        "/assets/find",
        "/data/search.",
        "/data/tables.",
        "/data/catalogue.",
        "/data/words/",
        "/data/word-places/",
        "/data/findings/",
    ];
    !is_beside && starts.iter().any(|start| requested.contains(start))
}

/// A search with Pagefind that shows as many results as our list.
const PAGEFIND: &str = "(async () => {
    const pagefind = await import('/pagefind/pagefind.js');
    const found = await pagefind.search('stalking');
    return (await Promise.all(found.results.slice(0, 20).map((result) => result.data()))).length;
})()";

/// The bytes of what a new browser asks for on a page and with a script on it, of the paths that are meant. Workers ask too, so
/// the requests are counted by the server; files count as the usual hosts send them.
async fn first_answer_bytes(
    chromium: &Chromium,
    site: &Path,
    path: &str,
    script: &str,
    is_meant: impl Fn(&str) -> bool,
) -> Result<f64> {
    let asked: Arc<Mutex<BTreeSet<String>>> = Arc::default();
    let log = Arc::clone(&asked);
    let note = move |request: Request, next: Next| {
        log.lock().expect("no thread has panicked").insert(request.uri().path().to_owned());
        next.run(request)
    };
    let served = Router::new().fallback_service(ServeDir::new(site)).layer(middleware::from_fn(note));
    let listener = server::listen(None).await?;
    let address = format!("http://{}/{path}", listener.local_addr()?);
    tokio::spawn(async move { axum::serve(listener, served).await });
    let session = Session::open(&chromium.driver, &chromium.browser).await?;
    let visit = async {
        session.client().goto(&address).await?;
        if !script.is_empty() {
            execute(&session, script, &json!([])).await?;
        }
        tokio::time::sleep(Duration::from_secs(4)).await;
        anyhow::Ok(())
    };
    let visited = visit.await;
    session.close().await?;
    visited?;
    let asked = asked.lock().expect("no thread has panicked");
    let sent = asked.iter().filter(|path| is_meant(path)).filter_map(|path| fs::read(site.join(&path[1..])).ok());
    // Pagefind has compressed its files itself.
    let size = |file: Vec<u8>| if file.starts_with(&[0x1f, 0x8b]) { file.len() } else { gzip_size(&file) };
    Ok(sent.map(size).sum::<usize>() as f64)
}

/// Opens a page in a new browser and returns what a script there resolves to; `args` are its arguments.
async fn run_in_page(chromium: &Chromium, site: &Path, path: &str, script: &str, args: Value) -> Result<Value> {
    let session = Session::open(&chromium.driver, &chromium.browser).await?;
    let result = async {
        session.client().goto(&serve_page(site, path).await?).await?;
        // Modules run after the page was loaded; the program of a page takes a moment.
        tokio::time::sleep(Duration::from_secs(2)).await;
        execute(&session, script, &args).await
    };
    let result = result.await;
    session.close().await?;
    result
}

async fn execute(session: &Session, script: &str, args: &Value) -> Result<Value> {
    let limit = Some(Duration::from_secs(300));
    session.client().update_timeouts(TimeoutConfiguration::new(limit, limit, None)).await?;
    let script = format!(
        "const [args, done] = arguments; Promise.resolve({script}).then(done, (error) => done({{ failed: String(error) }}))"
    );
    let result = session.client().execute_async(&script, vec![args.clone()]).await?;
    match result["failed"].as_str() {
        Some(failed) => anyhow::bail!("a script in the page failed: {failed}"),
        None => Ok(result),
    }
}

/// The 95th percentile of some times; `None` if they are none.
fn percentile(times: &Value) -> Option<f64> {
    let mut times: Vec<f64> = times.as_array()?.iter().filter_map(Value::as_f64).collect();
    times.sort_by(f64::total_cmp);
    let at = (times.len() * 95).div_ceil(100).checked_sub(1)?;
    times.get(at).copied()
}
