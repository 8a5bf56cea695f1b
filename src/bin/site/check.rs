//! `cargo site test`: everything that can be checked, in one run. `.ci/run` is this command.

use crate::build;
use crate::project::Project;
use crate::sizes;
use crate::tools::TestTools;
use anyhow::{Result, bail};
use std::ffi::OsString;
use std::time::{Duration, Instant};

/// A cargo command whose success is a check.
struct Check {
    name: &'static str,
    environment: Vec<(&'static str, OsString)>,
    arguments: &'static str,
}

impl Check {
    fn new(name: &'static str, arguments: &'static str) -> Self {
        Self { name, environment: Vec::new(), arguments }
    }

    fn with(mut self, name: &'static str, value: impl Into<OsString>) -> Self {
        self.environment.push((name, value.into()));
        self
    }

    fn run(&self, project: &Project) -> Result<()> {
        let mut command = project.cargo(self.arguments.split(' '));
        for (name, value) in &self.environment {
            command = command.env(name, value);
        }
        if command.unchecked().run()?.status.success() {
            return Ok(());
        }
        bail!("the step \"{}\" failed; repeat it with: {}", self.name, self.in_words())
    }

    /// The command as it can be typed.
    fn in_words(&self) -> String {
        let environment = self.environment.iter().map(|(name, value)| format!("{name}='{}' ", value.display()));
        format!("{}cargo {}", environment.collect::<String>(), self.arguments)
    }
}

/// Runs all steps, the quickest first, up to the first that fails.
pub fn run() -> Result<()> {
    let project = Project::find()?;
    let dist = project.root().join("dist");
    let mut clock = Clock::default();

    clock.time("Formatting", || Check::new("Formatting", "fmt --check").run(&project))?;
    let tools = clock.time("Set-up", TestTools::set_up)?;
    clock.time("Site", || {
        let tree = build::site(&project, "/")?;
        tree.write(&dist)?;
        sizes::print(&tree);
        Ok(())
    })?;
    for check in checks(&dist.into(), &tools) {
        clock.time(check.name, || check.run(&project))?;
    }
    clock.print();
    Ok(())
}

fn checks(dist: &OsString, tools: &TestTools) -> [Check; 5] {
    [
        Check::new("Tests", "test --features tools,ssr,browser-tests")
            .with("FORCE_FINDINGS_DIST", dist)
            .with("FORCE_FINDINGS_AXE", &tools.axe)
            .with("FORCE_FINDINGS_CHROMIUM", &tools.chromium.browser)
            .with("FORCE_FINDINGS_CHROMEDRIVER", &tools.chromium.driver),
        Check::new("Lints", "clippy --all-targets --features tools,ssr,browser-tests -- -D warnings"),
        Check::new("Lints for browsers", "clippy --lib --target wasm32-unknown-unknown -- -D warnings"),
        Check::new("Core without a browser", "check --lib --no-default-features"),
        Check::new("Documentation", "doc --no-deps --features tools,ssr").with("RUSTDOCFLAGS", "-D warnings"),
    ]
}

/// How long each step took.
#[derive(Default)]
struct Clock(Vec<(&'static str, Duration)>);

impl Clock {
    fn time<T>(&mut self, step: &'static str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        println!("\n== {step} ==");
        let start = Instant::now();
        let outcome = work()?;
        self.0.push((step, start.elapsed()));
        Ok(outcome)
    }

    fn print(&self) {
        println!("\n{:<28} {:>8}", "All steps passed", "seconds");
        for (step, duration) in &self.0 {
            println!("{step:<28} {:>8.1}", duration.as_secs_f64());
        }
    }
}
