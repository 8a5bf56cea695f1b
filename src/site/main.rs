//! `cargo site`: the tasks that build, serve, test, picture and measure the site.

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// The tasks of Force Findings. Tools that a task needs and cannot find are installed into a cache of the user's.
#[derive(Parser)]
#[command(name = "site", bin_name = "cargo site", disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the site and serve it on this machine
    Serve(site::serve::Options),
    /// Build the site into a folder that any static host can serve
    Build(site::build::Options),
    /// Run every check: tests in Rust and in a browser, formatting, lints and documentation
    Test(site::check::Options),
    /// Photograph the built site in headless Chromium: three widths, light and dark
    Shots(site::shots::Options),
    /// Measure sizes and times, and write them into the README
    Figures(site::figures::Options),
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().task {
        Task::Serve(options) => site::serve::run(&options),
        Task::Build(options) => site::build::run(&options),
        Task::Test(options) => site::check::run(&options),
        Task::Shots(options) => site::shots::run(&options),
        Task::Figures(options) => site::figures::run(&options),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
