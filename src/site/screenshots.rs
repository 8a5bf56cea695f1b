//! `cargo site shots`: takes screenshots of the built site, for review, for the README and to compare them with earlier
//! ones.

mod comparison;

use crate::build;
use crate::deployment::Deployment;
use crate::project::Project;
use crate::server;
use crate::tools::Chromium;
use crate::webdriver::Session;
use anyhow::{Context, Result};
use clap::Args;
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The widths of the window, in CSS pixels.
const WIDTHS: [u32; 4] = [360, 768, 1280, 1920];
/// The values of `prefers-color-scheme`.
const COLOUR_SCHEMES: [&str; 2] = ["light", "dark"];
/// The page in the README's screenshots.
const README_PAGE: &str = "force/warwickshire/";

/// Take screenshots of the site in headless Chromium, at four widths, light and dark.
#[derive(Args)]
pub struct ScreenshotOptions {
    /// Paths from the site's root, such as force/warwickshire/ [default: one page of each kind]
    paths: Vec<String>,
    /// The folder to write the screenshots to
    #[arg(long, value_name = "DIR", default_value = "target/shots")]
    out: PathBuf,
    /// Compare the screenshots with those in this folder, and fail if they differ
    #[arg(long, value_name = "DIR", conflicts_with = "readme")]
    against: Option<PathBuf>,
    /// Only retake the README's two screenshots in static/screenshots/
    #[arg(long, conflicts_with_all = ["paths", "out"])]
    readme: bool,
}

/// One screenshot to be taken.
struct Screenshot {
    path: String,
    width: u32,
    /// The height of the window in CSS pixels; none for the height of the page.
    height: Option<u32>,
    colour_scheme: &'static str,
    file: PathBuf,
}

/// Builds the site and takes every screenshot.
///
/// # Errors
/// If the site cannot be built, or a screenshot cannot be taken or written.
pub fn run(options: &ScreenshotOptions) -> Result<()> {
    let project = Project::find()?;
    let chromium = Chromium::set_up()?;
    let tree = build::build_site(&project, &Deployment::unknown_host())?;
    let dist = project.root().join("dist");
    tree.replace_folder(&dist)?;
    let shots = if options.readme {
        readme_screenshots(&project.root().join("static").join("screenshots"))
    } else {
        let pages: Vec<&str> = tree.iter().filter_map(|(path, _)| path.strip_suffix("index.html")).collect();
        let paths =
            if options.paths.is_empty() { sample_paths(&pages) } else { without_leading_slashes(&options.paths) };
        screenshots_in_all_widths(&paths, &options.out)
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(take_screenshots(&chromium, &dist, &shots))?;
    match &options.against {
        Some(kept) => comparison::compare_with_earlier(shots.iter().map(|shot| shot.file.as_path()), kept),
        None => Ok(()),
    }
}

/// The two screenshots of the README, light and dark.
fn readme_screenshots(folder: &Path) -> Vec<Screenshot> {
    let shot = |scheme| Screenshot {
        path: README_PAGE.to_owned(),
        width: 1280,
        height: Some(900),
        colour_scheme: scheme,
        file: folder.join(format!("force-{scheme}.png")),
    };
    COLOUR_SCHEMES.map(shot).into()
}

/// Screenshots of these paths, each in every width and colour scheme.
fn screenshots_in_all_widths(paths: &[String], out: &Path) -> Vec<Screenshot> {
    let mut shots = Vec::new();
    for path in paths {
        for width in WIDTHS {
            for scheme in COLOUR_SCHEMES {
                let file = out.join(format!("{}-{width}-{scheme}.png", file_stem(path)));
                shots.push(Screenshot { path: path.clone(), width, height: None, colour_scheme: scheme, file });
            }
        }
    }
    shots
}

/// Paths without a leading slash: `/` is the root itself.
fn without_leading_slashes(paths: &[String]) -> Vec<String> {
    paths.iter().map(|path| path.trim_start_matches('/').to_owned()).collect()
}

/// The paths of the home page, one page of each kind, a search and an unknown address.
fn sample_paths(pages: &[&str]) -> Vec<String> {
    let mut paths = vec![String::new()];
    let mut kinds: Vec<&str> = pages.iter().filter_map(|path| Some(path.split_once('/')?.0)).collect();
    kinds.dedup();
    for kind in kinds {
        let of_kind = |path: &&&str| path.split('/').next() == Some(kind);
        let preferred =
            pages.iter().filter(of_kind).find(|path| path.contains("warwickshire-2021") || **path == README_PAGE);
        paths.extend(preferred.or_else(|| pages.iter().find(of_kind)).map(|path| (*path).to_owned()));
    }
    paths.push("findings/?q=domestic+abuse".to_owned());
    paths.push("no/such/page/".to_owned());
    paths
}

/// The name of a screenshot's file, from the words of its path.
fn file_stem(path: &str) -> String {
    let words: Vec<&str> = path.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut stem = if words.is_empty() { "home".to_owned() } else { words.join("-") };
    stem.truncate(80);
    stem
}

/// Serves the site and takes the screenshots in one browser.
async fn take_screenshots(chromium: &Chromium, dist: &Path, shots: &[Screenshot]) -> Result<()> {
    let listener = server::listen(None).await?;
    let address = format!("http://{}/", listener.local_addr()?);
    let dist = dist.to_owned();
    tokio::spawn(async move { server::serve_folder(listener, &dist, server::HEAD_TIMEOUT).await });
    let session = Session::open(&chromium.driver, &chromium.browser).await?;
    let mut outcome = Ok(());
    for shot in shots {
        outcome = take_screenshot(&session, &address, shot)
            .await
            .with_context(|| format!("no screenshot of /{} could be taken", shot.path));
        if outcome.is_err() {
            break;
        }
    }
    session.close().await?;
    outcome
}

/// Opens a page, takes a screenshot and writes it.
async fn take_screenshot(session: &Session, address: &str, shot: &Screenshot) -> Result<()> {
    let feature = json!({ "name": "prefers-color-scheme", "value": shot.colour_scheme });
    session.send_devtools_command("Emulation.setEmulatedMedia", json!({ "features": [feature] })).await?;
    session.set_content_size(shot.width, shot.height.unwrap_or(800)).await?;
    session.client().goto(&format!("{address}{}", shot.path)).await?;
    if !session.wait_until_ready(Duration::from_secs(10)).await? {
        eprintln!("/{}: the program did not start within 10 s; the screenshot shows the page without it", shot.path);
    }
    if shot.height.is_none() {
        let height = session.client().execute("return document.documentElement.scrollHeight", vec![]).await?;
        let height = height.as_u64().and_then(|height| u32::try_from(height).ok()).context("the page has no height")?;
        session.set_content_size(shot.width, height).await?;
    }
    let png = session.client().screenshot().await?;
    let folder = shot.file.parent().context("the screenshot has no folder")?;
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be created", folder.display()))?;
    fs::write(&shot.file, png).with_context(|| format!("{} cannot be written", shot.file.display()))?;
    println!("{}", shot.file.display());
    Ok(())
}
