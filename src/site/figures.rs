//! `cargo site figures`: measures the promised sizes and times, and writes them into the table of the README.
//!
//! Times are medians of several runs, each in a new browser, alternating with runs of the baseline. Sizes are exact.

mod table;
mod timed;

use crate::build::{self, Built};
use crate::place::Place;
use crate::project::Project;
use crate::single::Contents;
use crate::sizes;
use crate::tools::Chromium;
use anyhow::{Context, Result};
use clap::Args;
use std::fs;
use table::{Figure, table};
use timed::{Milestone, PageTimer};

/// Measure sizes and times, and write them into the README.
#[derive(Args)]
pub struct Options {
    /// How many times each page is timed
    #[arg(long, default_value_t = 5)]
    runs: usize,
}

/// The size of a page that shows one heading with Yew 0.23, in bytes of gzip, as the budgets state it.
const BARE_YEW_GZIP_BYTES: f64 = 73_000.0;

/// Builds the site, measures it, prints the table and writes it into the README.
///
/// # Errors
/// If the site cannot be built, a page does not start, or the README lacks the markers of the table.
pub fn run(options: &Options) -> Result<()> {
    let project = Project::find()?;
    let chromium = Chromium::set_up()?;
    let tree = build::site(&project, &Place::root())?;
    let folder = tempfile::tempdir()?;
    let (site, bare) = (folder.path().join("site"), folder.path().join("bare"));
    tree.write(&site)?;
    tree.write(&bare)?;
    timed::remove_prerendered_content(&bare)?;
    let single = site.join(crate::single::NAME);
    let timed = PageTimer { chromium: &chromium, runs: options.runs };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let mut figures = measure_sizes(&project, &tree)?;
    figures.extend(runtime.block_on(times(&timed, &site, &bare, &single))?);
    let table = table(&figures, options.runs);
    println!("{table}");
    table::write(&project, &table)
}

/// Measures the sizes of the program, of a first visit and of the single file.
fn measure_sizes(project: &Project, tree: &crate::tree::Tree) -> Result<Vec<Figure>> {
    let program = sizes::program(tree) as f64;
    let data = sizes::of(tree, |path| path.starts_with("data/corpus.")) as f64;
    let built = Built::of(project)?;
    let findings = sizes::gzip(built.data.finding_words().as_bytes()) as f64;
    let contents = Contents::gather(project, &built.tools, &built.programs, &built.data)?;
    let page = contents.page(project, &built.data, &Place::root())?;
    Ok(vec![
        Figure::bytes(
            "Program (wasm, script, styles), gzip",
            program,
            "a bare Yew 0.23 page",
            BARE_YEW_GZIP_BYTES,
            2.5,
        ),
        Figure::bytes(
            "Everything for grades and findings on a first visit, gzip",
            program + data,
            "program and the findings' own text",
            program + findings,
            1.25,
        ),
        Figure::bytes(
            "Single file",
            page.len() as f64,
            "the same content as raw base64",
            contents.unpacked(&page)? as f64,
            0.55,
        ),
    ])
}

/// Measures times in the browser: of the site in `site`, of its copy without prerendered words in `bare`, and of the
/// single file.
async fn times(
    timed: &PageTimer<'_>,
    site: &std::path::Path,
    bare: &std::path::Path,
    single: &std::path::Path,
) -> Result<Vec<Figure>> {
    let page = "force/warwickshire/";
    let first =
        timed.time_side_by_side(&timed.served(site, page), &timed.served(bare, page), Milestone::FirstWords).await?;
    let file = format!("file://{}", fs::canonicalize(single).context("the single file is not there")?.display());
    let usable =
        timed.time_side_by_side(&timed.file(file.clone()), &timed.served(site, ""), Milestone::ProgramReady).await?;
    let request_count = timed.requests(&file).await?;
    Ok(vec![
        Figure::times(
            "First words of a cold visit, on slow 4G and a processor slowed down 4 times",
            "the same page without prerendered words",
            first,
            0.4,
        ),
        Figure::times("Single file, from opening to usable", "the site served from this machine", usable, 1.3),
        Figure::count("Requests made by the single file, on a walk through all views", request_count),
    ])
}
