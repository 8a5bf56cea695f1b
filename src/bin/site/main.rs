//! `cargo site`: the tasks that build, serve, test, picture and measure the site. One file per idea.

mod app;
mod assets;
mod build;
mod cards;
mod check;
mod data;
mod drawn;
mod figures;
mod head;
mod minify;
mod offline;
mod pages;
mod place;
mod program;
mod progress;
mod project;
#[path = "../shared/read.rs"]
mod read;
mod robots;
mod serve;
mod server;
mod shell;
mod shots;
mod single;
mod sizes;
mod tokens;
mod tools;
mod tree;
#[allow(dead_code, reason = "only the tests open other browsers than Chromium")]
mod webdriver;
#[path = "../shared/write.rs"]
mod write;

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
    Serve(serve::Options),
    /// Build the site into a folder that any static host can serve
    Build(build::Options),
    /// Run every check: tests in Rust and in a browser, formatting, lints and documentation
    Test(check::Options),
    /// Photograph the built site in headless Chromium: three widths, light and dark
    Shots(shots::Options),
    /// Measure sizes and times, and write them into the README
    Figures(figures::Options),
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().task {
        Task::Serve(options) => serve::run(&options),
        Task::Build(options) => build::run(&options),
        Task::Test(options) => check::run(&options),
        Task::Shots(options) => shots::run(&options),
        Task::Figures(options) => figures::run(&options),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
