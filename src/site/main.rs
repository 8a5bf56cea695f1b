//! `cargo site`: builds, serves and tests the site, takes screenshots of it and measures it.

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Builds, serves, tests and measures the Force Findings site. Missing tools are installed first: into your cache
/// folder, or with apt-get
#[derive(Parser)]
#[command(name = "site", bin_name = "cargo site", disable_help_subcommand = true)]
struct SiteArguments {
    #[command(subcommand)]
    task: SiteCommand,
}

/// The tasks. Clap takes the help text of each from the docstring of its options.
#[derive(Subcommand)]
enum SiteCommand {
    Serve(site::serve::ServeOptions),
    Build(site::build::BuildOptions),
    Test(site::check::TestOptions),
    Shots(site::screenshots::ScreenshotOptions),
    Review(site::review::ReviewOptions),
    Figures(site::figures::FiguresOptions),
    Soak(site::soak::SoakOptions),
}

fn main() -> ExitCode {
    let outcome = match SiteArguments::parse().task {
        SiteCommand::Serve(options) => site::serve::run(&options),
        SiteCommand::Build(options) => site::build::run(&options),
        SiteCommand::Test(options) => site::check::run(&options),
        SiteCommand::Shots(options) => site::screenshots::run(&options),
        SiteCommand::Review(options) => site::review::run(&options),
        SiteCommand::Figures(options) => site::figures::run(&options),
        SiteCommand::Soak(options) => site::soak::run(&options),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
