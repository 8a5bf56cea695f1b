//! `cargo site build`: the sources in, a folder for any static host out.

use crate::app;
use crate::assets;
use crate::data::Data;
use crate::drawn::Pen;
use crate::offline;
use crate::pages::{self, Press};
use crate::place::Place;
use crate::program::{self, Program};
use crate::project::Project;
use crate::robots;
use crate::shell::Shell;
use crate::single::{self, Contents};
use crate::sizes;
use crate::tokens::Tokens;
use crate::tools::BuildTools;
use crate::tree::Tree;
use anyhow::{Context, Result};
use clap::Args;
use html::links::Links;
use std::fs;
use std::path::PathBuf;

#[derive(Args)]
pub struct Options {
    /// The address that the site will have, such as <https://example.org/force-findings/>: for search engines and previews
    #[arg(long, value_name = "ADDRESS")]
    address: Option<String>,
    /// The folder on the host that the site will stand in, where the address is not known: for the page that answers
    /// unknown addresses [default: /]
    #[arg(long, value_name = "/FOLDER/")]
    base: Option<String>,
    /// The folder to write; a site that is there already is replaced
    #[arg(long, value_name = "DIR", default_value = "dist")]
    out: PathBuf,
    /// Write all of it as one file, force-findings.html, that opens by double-click
    #[arg(long, conflicts_with = "out")]
    single: bool,
}

/// Builds the site, writes it and lists what was written.
pub fn run(options: &Options) -> Result<()> {
    let place = Place::new(options.base.as_deref(), options.address.as_deref())?;
    let project = Project::find()?;
    if options.single {
        return write_single(&project, &place);
    }
    let tree = site(&project, &place)?;
    tree.write(&options.out)?;
    sizes::print(&tree);
    if place.address.is_none() {
        println!(
            "There is no sitemap, no canonical address and no preview image: they need the site's --address https://..."
        );
    }
    Ok(())
}

/// Writes the single file into the repository's folder and says how large it is.
fn write_single(project: &Project, place: &Place) -> Result<()> {
    let Built { tools, data, programs } = Built::of(project)?;
    let contents = Contents::gather(project, &tools, &programs, &data)?;
    let page = contents.page(project, &data, place)?;
    let path = project.root().join(single::NAME);
    fs::write(&path, &page).with_context(|| format!("{} cannot be written", path.display()))?;
    println!("{}: {:.1} kB", path.display(), page.len() as f64 / 1000.0);
    Ok(())
}

/// What both the site and the single file are made from.
pub struct Built {
    pub tools: BuildTools,
    pub data: Data,
    pub programs: [Program; 2],
}

impl Built {
    /// Compiles and reads.
    pub fn of(project: &Project) -> Result<Self> {
        let tools = BuildTools::set_up(project)?;
        let data = Data::read(project)?;
        let build = |which| program::build(project, &tools, which);
        let programs = [build(program::Which::App)?, build(program::Which::Extras)?];
        Ok(Self { tools, data, programs })
    }
}

/// The whole site, in memory: the same sources give the same bytes.
pub fn site(project: &Project, place: &Place) -> Result<Tree> {
    let Built { tools, data, programs } = Built::of(project)?;
    let index = project.read("index.html")?;
    let mut tree = Tree::default();
    let corpus = data.corpus.to_json();
    let names = assets::publish(project, &index, &programs, corpus, tools.esbuild.as_deref(), &mut tree)?;
    for (name, text) in data.texts() {
        tree.insert(name, text.as_bytes().to_vec());
    }
    let tokens = Tokens::read(project)?;
    let pen = Pen::new().inspect_err(|error| eprintln!("{error:#}. The site has no icons and no preview images.")).ok();
    let (pen, shell) = (pen.as_ref(), &Shell::new(&index, &names)?);
    pages::publish(
        &Press { data: &data, shell, place, tokens: &tokens, footer: html::static_page::footer(Links::Site), pen },
        &mut tree,
    )?;
    app::publish(project, &tokens, pen, &mut tree)?;
    robots::publish(place, &data.built, &mut tree);
    if tools.esbuild.is_some() {
        let single = Contents::gather(project, &tools, &programs, &data)?.page(project, &data, place)?;
        tree.insert(single::NAME.to_owned(), single.into_bytes());
    }
    offline::publish(project, &data.built, tools.esbuild.as_deref(), &mut tree)?;
    Ok(tree)
}
