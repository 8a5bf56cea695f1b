//! `cargo site soak`: a random user in two windows, for a long time.

use crate::check;
use crate::project::Project;
use crate::tools::TestTools;
use anyhow::Result;
use clap::Args;
use std::time::{SystemTime, UNIX_EPOCH};

/// Let a random user act in two windows, with faults of the network and of the storage, and look for errors and lost work.
#[derive(Args)]
pub struct SoakOptions {
    /// How long the user acts
    #[arg(long, value_name = "MINUTES", default_value_t = 60)]
    minutes: u64,
    /// What the user does: the same number makes the same user. Another one in each run if it is left out
    #[arg(long, value_name = "NUMBER")]
    seed: Option<u64>,
}

/// Builds the site of the fixture data and runs the test `soak`.
///
/// # Errors
/// If the site cannot be built, or the test fails.
pub fn run(options: &SoakOptions) -> Result<()> {
    let project = Project::find()?;
    let tools = TestTools::set_up(&project)?;
    let dist = check::tested_site(&project);
    check::build_fixture_site()?.replace_folder(&dist)?;
    let clock = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let seed = options.seed.unwrap_or_else(clock);
    check::tests("--package tests --test browser soak -- --ignored --nocapture", &dist, &tools)
        .with_variable("FORCE_FINDINGS_SOAK_SEED", seed.to_string())
        .with_variable("FORCE_FINDINGS_SOAK_MINUTES", options.minutes.to_string())
        .run(&project)
}
