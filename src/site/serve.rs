//! `cargo site serve`: builds the site and answers for it on this machine.

use crate::build;
use crate::place::Place;
use crate::project::Project;
use crate::server;
use anyhow::{Context, Result, ensure};
use clap::Args;
use std::path::PathBuf;

/// Tried first, so that the address stays the same from day to day.
const USUAL_PORT: u16 = 8080;

#[derive(Args)]
pub struct Options {
    /// The port to answer on [default: 8080, or any free one]
    #[arg(long)]
    port: Option<u16>,
    /// The folder to write and serve
    #[arg(long, value_name = "DIR", default_value = "dist")]
    dist: PathBuf,
    /// Serve the folder as it is
    #[arg(long)]
    no_build: bool,
}

/// Serves until interrupted.
pub fn run(options: &Options) -> Result<()> {
    if options.no_build {
        let is_site = options.dist.join("index.html").is_file();
        ensure!(is_site, "{} holds no site: leave out --no-build", options.dist.display());
    } else {
        build::site(&Project::find()?, &Place::root())?.write(&options.dist)?;
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = match options.port {
            Some(port) => server::listen(Some(port)).await?,
            None => match server::listen(Some(USUAL_PORT)).await {
                Ok(listener) => listener,
                Err(_) => server::listen(None).await?,
            },
        };
        let address = listener.local_addr().context("the server has no address")?;
        println!("Force Findings is at http://{address}/ until you press Ctrl-C");
        server::serve(listener, &options.dist).await
    })
}
