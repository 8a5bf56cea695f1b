//! `cargo site serve`: builds the site and serves it on this machine.

use crate::build;
use crate::deployment::Deployment;
use crate::project::Project;
use crate::server;
use anyhow::{Context, Result, ensure};
use clap::Args;
use std::path::PathBuf;

/// The port that is tried first, so that the address is usually the same.
const DEFAULT_PORT: u16 = 8080;

/// Build the site and serve it on this machine.
#[derive(Args)]
pub struct ServeOptions {
    /// The port to listen on [default: 8080, or any free port if that is in use]
    #[arg(long)]
    port: Option<u16>,
    /// The folder to write the site to and serve
    #[arg(long, value_name = "DIR", default_value = "dist")]
    dist: PathBuf,
    /// Serve the folder as it is, without building the site
    #[arg(long)]
    no_build: bool,
}

/// Builds the site unless told not to, and serves it until interrupted.
///
/// # Errors
/// If the site cannot be built, the folder contains no site, or the port cannot be used.
pub fn run(options: &ServeOptions) -> Result<()> {
    if options.no_build {
        let is_site = options.dist.join("index.html").is_file();
        ensure!(is_site, "there is no site in {}: leave out --no-build", options.dist.display());
    } else {
        build::build_site(&Project::find()?, &Deployment::unknown_host())?.replace_folder(&options.dist)?;
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = match options.port {
            Some(port) => server::listen(Some(port)).await?,
            None => match server::listen(Some(DEFAULT_PORT)).await {
                Ok(listener) => listener,
                Err(_) => server::listen(None).await?,
            },
        };
        let address = listener.local_addr().context("the server has no address")?;
        println!("Serving Force Findings at http://{address}/ until you press Ctrl-C");
        server::serve_folder(listener, &options.dist, server::HEAD_TIMEOUT).await
    })
}
