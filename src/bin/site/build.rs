//! `cargo site build`: the sources in, a folder for any static host out.

use crate::assets;
use crate::data::Data;
use crate::offline;
use crate::pages;
use crate::program::{self, Program};
use crate::project::Project;
use crate::shell::Shell;
use crate::single::{self, Contents};
use crate::sizes;
use crate::tools::BuildTools;
use crate::tree::Tree;
use anyhow::{Context, Result, ensure};
use clap::Args;
use std::fs;
use std::path::PathBuf;

#[derive(Args)]
pub struct Options {
    /// The folder on the host that the site will stand in, for the page that answers unknown addresses
    #[arg(long, value_name = "/FOLDER/", default_value = "/")]
    base: String,
    /// The folder to write; a site that is there already is replaced
    #[arg(long, value_name = "DIR", default_value = "dist")]
    out: PathBuf,
    /// Write all of it as one file, force-findings.html, that opens by double-click
    #[arg(long, conflicts_with_all = ["base", "out"])]
    single: bool,
}

/// Builds the site, writes it and lists what was written.
pub fn run(options: &Options) -> Result<()> {
    let is_folder = options.base.starts_with('/') && options.base.ends_with('/');
    ensure!(is_folder, "--base must start and end with a slash, as in /force-findings/");
    let project = Project::find()?;
    if options.single {
        return write_single(&project);
    }
    let tree = site(&project, &options.base)?;
    tree.write(&options.out)?;
    sizes::print(&tree);
    Ok(())
}

/// Writes the single file into the repository's folder and says how large it is.
fn write_single(project: &Project) -> Result<()> {
    let Built { tools, data, programs } = Built::of(project)?;
    let contents = Contents::gather(project, &tools, &programs, &data)?;
    let page = contents.page(project, &data, "")?;
    let path = project.root().join(single::NAME);
    fs::write(&path, &page).with_context(|| format!("{} cannot be written", path.display()))?;
    println!("{}: {:.1} kB", path.display(), page.len() as f64 / 1000.0);
    Ok(())
}

/// What both the site and the single file are made from.
struct Built {
    tools: BuildTools,
    data: Data,
    programs: [Program; 2],
}

impl Built {
    fn of(project: &Project) -> Result<Self> {
        let tools = BuildTools::set_up(project)?;
        let data = Data::read(project)?;
        let build = |which| program::build(project, &tools, which);
        let programs = [build(program::Which::Explorer)?, build(program::Which::Take)?];
        Ok(Self { tools, data, programs })
    }
}

/// The whole site, in memory: the same sources give the same bytes.
pub fn site(project: &Project, base: &str) -> Result<Tree> {
    let Built { tools, data, programs } = Built::of(project)?;
    let index = project.read("index.html")?;
    let mut tree = Tree::default();
    let corpus = data.corpus.to_json();
    let names = assets::publish(project, &index, &programs, corpus, tools.esbuild.as_deref(), &mut tree)?;
    for (name, text) in data.texts() {
        tree.insert(name, text.as_bytes().to_vec());
    }
    pages::publish(&data, &Shell::new(&index, &names)?, base, &mut tree)?;
    if tools.esbuild.is_some() {
        let single = Contents::gather(project, &tools, &programs, &data)?.page(project, &data, "")?;
        tree.insert(single::NAME.to_owned(), single.into_bytes());
    }
    offline::publish(project, &data.built, tools.esbuild.as_deref(), &mut tree)?;
    Ok(tree)
}
