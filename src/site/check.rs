//! `cargo site test`: every check of the repository in one run. `.ci/run` runs this command.

use crate::build;
use crate::deployment::Deployment;
use crate::project::Project;
use crate::sizes;
use crate::tools::TestTools;
use crate::webdriver::OtherBrowser;
use anyhow::{Result, bail, ensure};
use clap::Args;
use std::env;
use std::ffi::OsString;
use std::path::Path;
use std::time::{Duration, Instant};

/// Run every check: tests in Rust and in browsers, formatting, lints, documentation, scripts and licences.
#[derive(Args)]
pub struct TestOptions {
    /// Run only the browser tests, or only those whose names contain NAME
    #[arg(long, value_name = "NAME", num_args = 0..=1, default_missing_value = "")]
    browser: Option<String>,
}

/// The frozen data that the browser tests read, so that new reports do not change what they expect.
const FIXTURE_DATA: &str = "tests/fixtures/data";

/// A command that has to succeed.
struct CheckStep {
    name: &'static str,
    variables: Vec<(&'static str, OsString)>,
    program: OsString,
    arguments: String,
}

impl CheckStep {
    /// A check by a program. The arguments are separated by spaces.
    fn new(name: &'static str, program: impl Into<OsString>, arguments: impl Into<String>) -> Self {
        Self { name, variables: Vec::new(), program: program.into(), arguments: arguments.into() }
    }

    /// A check by cargo.
    fn cargo(name: &'static str, arguments: impl Into<String>) -> Self {
        Self::new(name, env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), arguments)
    }

    /// Adds an environment variable.
    fn with_variable(mut self, name: &'static str, value: impl Into<OsString>) -> Self {
        self.variables.push((name, value.into()));
        self
    }

    /// Runs the command in the repository.
    fn run(&self, project: &Project) -> Result<()> {
        let mut command = duct::cmd(&self.program, self.arguments.split_whitespace()).dir(project.root());
        for (name, value) in &self.variables {
            command = command.env(name, value);
        }
        if command.unchecked().run()?.status.success() {
            return Ok(());
        }
        bail!("the step \"{}\" failed; to run it again: {}", self.name, self.shell_command())
    }

    /// The command as it would be typed into a shell, with its environment variables.
    fn shell_command(&self) -> String {
        let environment = self.variables.iter().map(|(name, value)| format!("{name}='{}' ", value.display()));
        format!("{}{} {}", environment.collect::<String>(), self.program.display(), self.arguments)
    }
}

/// Runs all steps, formatting first because it is the quickest, and stops at the first one that fails.
///
/// # Errors
/// If a step fails: which one, and the command that repeats it.
pub fn run(options: &TestOptions) -> Result<()> {
    let project = Project::find()?;
    let dist = project.target_folder().join("tested-site");
    let mut clock = StepTimer::default();

    if options.browser.is_none() {
        clock.time_step("Formatting", || CheckStep::cargo("Formatting", "fmt --all --check").run(&project))?;
    }
    let tools = clock.time_step("Set-up", || TestTools::set_up(&project))?;
    let build = |project: &Project| build::build_site(project, &Deployment::unknown_host());
    if options.browser.is_none() {
        let tree = clock.time_step("Site", || build(&project))?;
        sizes::print_sizes(&tree);
        sizes::check_program_size(&tree)?;
    }
    let fixture = Project::find()?.with_data(project.root().join(FIXTURE_DATA));
    let tree = clock.time_step("Site of the fixture data", || build(&fixture))?;
    tree.replace_folder(&dist)?;
    if options.browser.is_none() {
        clock.time_step("The same site again", || {
            ensure!(build(&fixture)? == tree, "a second build of the same sources gave different bytes");
            Ok(())
        })?;
    }
    let checks = match &options.browser {
        Some(name) => vec![tests(&format!("--package tests --test browser {name}"), &dist, &tools)],
        None => all_checks(&dist, &tools),
    };
    for check in checks {
        clock.time_step(check.name, || check.run(&project))?;
    }
    clock.print_times();
    Ok(())
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
fn tests(selection: &str, dist: &Path, tools: &TestTools) -> CheckStep {
    CheckStep::cargo("Tests", format!("test --locked {selection}"))
        .with_variable("FORCE_FINDINGS_DIST", dist)
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

/// The time that each step took.
#[derive(Default)]
struct StepTimer(Vec<(&'static str, Duration)>);

impl StepTimer {
    /// Runs a step under a heading and records its time if it succeeds.
    fn time_step<T>(&mut self, step: &'static str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        println!("\n== {step} ==");
        let start = Instant::now();
        let outcome = work()?;
        self.0.push((step, start.elapsed()));
        Ok(outcome)
    }

    /// Prints the times as a table.
    fn print_times(&self) {
        println!("\n{:<28} {:>8}", "All steps passed", "seconds");
        for (step, duration) in &self.0 {
            println!("{step:<28} {:>8.1}", duration.as_secs_f64());
        }
    }
}
