//! The steps of a check: commands that have to succeed, and how long each took.

use crate::project::Project;
use anyhow::{Result, bail};
use std::env;
use std::ffi::OsString;
use std::time::{Duration, Instant};

/// A command that has to succeed.
pub struct CheckStep {
    /// What is checked, for headings and messages.
    pub name: &'static str,
    variables: Vec<(&'static str, OsString)>,
    program: OsString,
    arguments: String,
}

impl CheckStep {
    /// A check by a program. The arguments are separated by spaces.
    pub fn new(name: &'static str, program: impl Into<OsString>, arguments: impl Into<String>) -> Self {
        Self { name, variables: Vec::new(), program: program.into(), arguments: arguments.into() }
    }

    /// A check by cargo.
    pub fn cargo(name: &'static str, arguments: impl Into<String>) -> Self {
        Self::new(name, env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), arguments)
    }

    /// Adds an environment variable.
    pub fn with_variable(mut self, name: &'static str, value: impl Into<OsString>) -> Self {
        self.variables.push((name, value.into()));
        self
    }

    /// Runs the command in the repository.
    pub fn run(&self, project: &Project) -> Result<()> {
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

/// The time that each step took.
#[derive(Default)]
pub struct StepTimer(Vec<(&'static str, Duration)>);

impl StepTimer {
    /// Runs a step under a heading and records its time if it succeeds.
    pub fn time_step<T>(&mut self, step: &'static str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        println!("\n== {step} ==");
        let start = Instant::now();
        let outcome = work()?;
        self.0.push((step, start.elapsed()));
        Ok(outcome)
    }

    /// Prints the times as a table.
    pub fn print_times(&self) {
        println!("\n{:<28} {:>8}", "All steps passed", "seconds");
        for (step, duration) in &self.0 {
            println!("{step:<28} {:>8.1}", duration.as_secs_f64());
        }
    }
}
