//! `cargo site test`: every check of the repository in one run. `.ci/run` runs this command.

mod engines;
mod step;

pub use engines::{Engine, EngineRow};
pub use step::CheckStep;

use crate::build;
use crate::deployment::Deployment;
use crate::project::Project;
use crate::sizes;
use crate::tools::TestTools;
use crate::tree::FileTree;
use crate::webdriver::OtherBrowser;
use anyhow::{Context, Result, ensure};
use clap::Args;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use step::StepTimer;

/// Run every check: tests in Rust and in browsers, formatting, lints, documentation, scripts and licences.
#[derive(Args)]
pub struct TestOptions {
    /// Run only the browser tests, or only those whose names contain NAME
    #[arg(long, value_name = "NAME", num_args = 0..=1, default_missing_value = "")]
    browser: Option<String>,
    /// Run the browser tests in this browser instead of Chromium: those that tests/engines.md lists
    #[arg(long, value_name = "BROWSER")]
    engine: Option<Engine>,
}

/// The frozen data that the browser tests read, so that new reports do not change what they expect.
const FIXTURE_DATA: &str = "tests/fixtures/data";

/// The name of the single file with the program that reads reports, beside the site that the browser tests open.
const READING_FILE: &str = "tested-reading-file.html";

/// Runs all steps, formatting first because it is the quickest, and stops at the first one that fails.
///
/// # Errors
/// If a step fails: which one, and the command that repeats it.
pub fn run(options: &TestOptions) -> Result<()> {
    let project = Project::find()?;
    let mut clock = StepTimer::default();

    let is_complete = options.browser.is_none() && options.engine.is_none();
    if is_complete {
        clock.time_step("Formatting", || CheckStep::cargo("Formatting", "fmt --all --check").run(&project))?;
    }
    let tools = clock.time_step("Set-up", || TestTools::set_up(&project))?;
    if is_complete {
        let tree = clock.time_step("Site", || build::build_site(&project, &Deployment::unknown_host()))?;
        sizes::print_sizes(&tree);
        sizes::check_program_size(&tree)?;
    }
    let dist = tested_site(&project);
    let tree = clock.time_step("Site of the fixture data", build_fixture_site)?;
    tree.replace_folder(&dist)?;
    clock.time_step("Single file that reads reports", || write_reading_file(&project))?;
    if is_complete {
        clock.time_step("The same site again", || {
            ensure!(build_fixture_site()? == tree, "a second build of the same sources gave different bytes");
            Ok(())
        })?;
    }
    let name = options.browser.as_deref().unwrap_or_default();
    let checks = match options.engine {
        Some(engine) => {
            let selection = engine.selection(&project.read_text("tests/engines.md")?, name);
            let tests = tests(&format!("--package tests --test browser -- {selection}"), &dist, &tools);
            vec![tests.with_variable("FORCE_FINDINGS_ENGINE", engine.name())]
        }
        None if is_complete => all_checks(&dist, &tools),
        None => vec![tests(&format!("--package tests --test browser {name}"), &dist, &tools)],
    };
    for check in checks {
        clock.time_step(check.name, || check.run(&project))?;
    }
    clock.print_times();
    Ok(())
}

/// Builds the site of the frozen data.
///
/// # Errors
/// If the site cannot be built.
pub fn build_fixture_site() -> Result<FileTree> {
    build::build_site(&fixture_project()?, &Deployment::unknown_host())
}

/// Writes the single file of the frozen data that contains the program that reads reports.
///
/// # Errors
/// If it cannot be built or written.
fn write_reading_file(project: &Project) -> Result<()> {
    let path = project.target_folder().join(READING_FILE);
    let page = build::single_file(&fixture_project()?, &Deployment::unknown_host(), true)?;
    fs::write(&path, page).with_context(|| format!("{} cannot be written", path.display()))
}

/// The project with the frozen data.
fn fixture_project() -> Result<Project> {
    let project = Project::find()?;
    let data = project.root().join(FIXTURE_DATA);
    Ok(project.with_data(data))
}

/// The folder of the site that the browser tests open.
pub fn tested_site(project: &Project) -> PathBuf {
    project.target_folder().join("tested-site")
}

/// The checks that follow the build when everything is tested.
fn all_checks(dist: &Path, tools: &TestTools) -> Vec<CheckStep> {
    vec![
        CheckStep::new("Scripts", "npm", "run --silent check"),
        CheckStep::new(
            "Licences and sources",
            &tools.cargo_deny,
            "--locked check --hide-inclusion-graph licenses bans sources",
        ),
        CheckStep::cargo("Lints", "clippy --locked --workspace --all-targets --all-features -- -D warnings"),
        CheckStep::cargo("Documentation", "doc --locked --workspace --no-deps")
            .with_variable("RUSTDOCFLAGS", "-D warnings"),
        tests("--workspace", dist, tools),
    ]
}

/// A run of `cargo test` with the paths of the site and of the tools in the environment. `selection` is the arguments
/// that select the tests.
pub fn tests(selection: &str, dist: &Path, tools: &TestTools) -> CheckStep {
    CheckStep::cargo("Tests", format!("test --locked {selection}"))
        .with_variable("FORCE_FINDINGS_DIST", dist)
        .with_variable("FORCE_FINDINGS_READING_FILE", dist.with_file_name(READING_FILE))
        .with_variable("FORCE_FINDINGS_AXE", &tools.axe)
        .with_variable("FORCE_FINDINGS_CHROMIUM", &tools.chromium.browser)
        .with_variable("FORCE_FINDINGS_CHROMEDRIVER", &tools.chromium.driver)
        .with_variable("FORCE_FINDINGS_NGINX", &tools.nginx)
        .with_variable("FORCE_FINDINGS_FIREFOX", engine_paths(Some(&tools.firefox)))
        .with_variable("FORCE_FINDINGS_WEBKIT", engine_paths(tools.webkit.as_ref()))
}

/// The programs of a browser as a list of paths, driver first; empty if the browser is not installed.
fn engine_paths(engine: Option<&OtherBrowser>) -> OsString {
    let programs = match engine {
        Some(OtherBrowser::Firefox { browser, driver }) => vec![driver, browser],
        Some(OtherBrowser::WebKit { browser, driver, xvfb }) => vec![driver, browser, xvfb],
        None => Vec::new(),
    };
    env::join_paths(programs).unwrap_or_default()
}
