//! `cargo site build`: the sources in, a folder for any static host out.

use crate::assets;
use crate::data::Data;
use crate::pages;
use crate::program;
use crate::project::Project;
use crate::shell::Shell;
use crate::sizes;
use crate::tools::BuildTools;
use crate::tree::Tree;
use anyhow::{Result, ensure};
use clap::Args;
use std::path::PathBuf;

#[derive(Args)]
pub struct Options {
    /// The folder on the host that the site will stand in, for the page that answers unknown addresses
    #[arg(long, value_name = "/FOLDER/", default_value = "/")]
    base: String,
    /// The folder to write; a site that is there already is replaced
    #[arg(long, value_name = "DIR", default_value = "dist")]
    out: PathBuf,
}

/// Builds the site, writes it and lists what was written.
pub fn run(options: &Options) -> Result<()> {
    let is_folder = options.base.starts_with('/') && options.base.ends_with('/');
    ensure!(is_folder, "--base must start and end with a slash, as in /force-findings/");
    let project = Project::find()?;
    let tree = site(&project, &options.base)?;
    tree.write(&options.out)?;
    sizes::print(&tree);
    Ok(())
}

/// The whole site, in memory: the same sources give the same bytes.
pub fn site(project: &Project, base: &str) -> Result<Tree> {
    let tools = BuildTools::set_up(project)?;
    let data = Data::read(project)?;
    let programs = [program::Which::Explorer, program::Which::Take].map(|which| program::build(project, &tools, which));
    let [explorer, take] = programs;
    let index = project.read("index.html")?;
    let mut tree = Tree::default();
    let names = assets::publish(
        project,
        &index,
        [explorer?, take?],
        data.corpus.to_json(),
        tools.esbuild.as_deref(),
        &mut tree,
    )?;
    data.publish_texts(&mut tree);
    pages::publish(&data, &Shell::new(&index, &names)?, base, &mut tree)?;
    Ok(tree)
}
