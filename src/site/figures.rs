//! `cargo site figures`: measures the promised sizes and times, and writes them into the table of the README.
//!
//! Times are medians of several runs, each in a new browser, alternating with runs of the baseline. Sizes are exact.

mod search;
mod table;
mod timing;

use crate::build::{self, BuildInputs};
use crate::deployment::Deployment;
use crate::project::Project;
use crate::single_file::SingleFileParts;
use crate::sizes;
use crate::tools::Chromium;
use anyhow::{Context, Result};
use clap::Args;
use std::fs;
use table::{Measurement, ReadmeTable, markdown_table};
use timing::{Milestone, PageTimer};

/// Measure sizes and times, and write them into the README.
#[derive(Args)]
pub struct FiguresOptions {
    /// How many times each page is timed
    #[arg(long, default_value_t = 5)]
    runs: usize,
    /// Instead, measure searching and filtering beside other libraries
    #[arg(long)]
    search: bool,
    /// How many reports, most of them made up, are searched in
    #[arg(long, value_name = "REPORTS", default_value_t = 345, requires = "search")]
    made_up: usize,
}

/// The size of a page that shows one heading with Yew 0.23, in bytes of gzip, as the budgets state it.
const BARE_YEW_GZIP_BYTES: f64 = 73_000.0;

/// Builds the site, measures it, prints the table and writes it into the README.
///
/// # Errors
/// If the site cannot be built, a page does not start, or the README lacks the markers of the table.
pub fn run(options: &FiguresOptions) -> Result<()> {
    let project = Project::find()?;
    let chromium = Chromium::set_up()?;
    if options.search {
        return search::run(&project.with_made_up_reports(Some(options.made_up)), &chromium, options.runs);
    }
    let tree = build::build_site(&project, &Deployment::unknown_host())?;
    let folder = tempfile::tempdir()?;
    let (site, bare) = (folder.path().join("site"), folder.path().join("bare"));
    tree.replace_folder(&site)?;
    tree.replace_folder(&bare)?;
    timing::remove_prerendered_content(&bare)?;
    let single = site.join(crate::single_file::FILE_NAME);
    let timed = PageTimer { chromium: &chromium, runs: options.runs };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let first_visit = runtime.block_on(timed.first_visit_bytes(&site, FIRST_PAGE))?;
    let mut figures = measure_sizes(&project, &tree, first_visit)?;
    figures.extend(runtime.block_on(measure_times(&timed, &site, &bare, &single))?);
    let table = markdown_table(&figures, options.runs);
    println!("{table}");
    ReadmeTable::Site.write(&project, &table)
}

/// The page that a first visit is measured on.
const FIRST_PAGE: &str = "force/warwickshire/";

/// Measures the sizes of the program and of the single file. `first_visit` is what a browser received on a first visit,
/// in bytes.
fn measure_sizes(project: &Project, tree: &crate::tree::FileTree, first_visit: f64) -> Result<Vec<Measurement>> {
    let program = sizes::program_size(tree) as f64;
    let built = BuildInputs::prepare(project)?;
    let findings = sizes::gzip_size(built.data.finding_words().as_bytes()) as f64;
    let contents = SingleFileParts::gather(project, &built.tools, &built.programs, &built.data, false)?;
    let page = contents.to_html(project, &built.data, &Deployment::unknown_host())?;
    Ok(vec![
        Measurement::sizes(
            "Program (wasm, script, styles), gzip",
            program,
            "a bare Yew 0.23 page",
            BARE_YEW_GZIP_BYTES,
            2.5,
        ),
        Measurement::sizes(
            "Received on a first visit to the page of a force, not counting the page itself",
            first_visit,
            "program and the findings' own text",
            program + findings,
            1.25,
        ),
        Measurement::sizes(
            "Single file",
            page.len() as f64,
            "the same content as raw base64",
            contents.uncompressed_size(&page)? as f64,
            0.55,
        ),
    ])
}

/// Measures times in the browser: of the site in `site`, of its copy without prerendered words in `bare`, and of the
/// single file.
async fn measure_times(
    timed: &PageTimer<'_>,
    site: &std::path::Path,
    bare: &std::path::Path,
    single: &std::path::Path,
) -> Result<Vec<Measurement>> {
    let page = FIRST_PAGE;
    let first = timed
        .time_side_by_side(&timed.served_page(site, page), &timed.served_page(bare, page), Milestone::FirstWords)
        .await?;
    let file = format!("file://{}", fs::canonicalize(single).context("the single file does not exist")?.display());
    let usable = timed
        .time_side_by_side(&timed.file_page(file.clone()), &timed.served_page(site, ""), Milestone::ProgramReady)
        .await?;
    let request_count = timed.count_requests(&file).await?;
    Ok(vec![
        Measurement::times(
            "First words on a cold visit, on slow 4G with the processor slowed down 4 times",
            "the same page without prerendered words",
            first,
            0.4,
        ),
        Measurement::times("Single file, from opening to usable", "the site served from this machine", usable, 1.3),
        Measurement::count("Requests made by the single file, on a walk through all views", request_count),
    ])
}
