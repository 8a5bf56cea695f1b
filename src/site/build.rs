//! `cargo site build`: builds the site into a folder that any static host can serve, or into a single file.

use crate::app;
use crate::assets;
use crate::data::Data;
use crate::drawn::Rasterizer;
use crate::offline;
use crate::pages::{self, Press};
use crate::place::Place;
use crate::program::{self, Program};
use crate::project::Project;
use crate::robots;
use crate::shell::Template;
use crate::single::{self, Contents};
use crate::sizes;
use crate::tokens::ColourTokens;
use crate::tools::BuildTools;
use crate::tree::Tree;
use anyhow::{Context, Result};
use clap::Args;
use html::links::LinkStyle;
use std::fs;
use std::path::PathBuf;

/// Build the site into a folder that any static host can serve.
#[derive(Args)]
pub struct Options {
    /// The public address of the site, such as <https://example.org/force-findings/>: search engines and link previews
    /// need it
    #[arg(long, value_name = "ADDRESS")]
    address: Option<String>,
    /// The folder of the host from which the site will be served, if its address is not known: only 404.html needs it
    /// [default: /]
    #[arg(long, value_name = "/FOLDER/")]
    base: Option<String>,
    /// The folder to write to; a site that is already there is replaced
    #[arg(long, value_name = "DIR", default_value = "dist")]
    out: PathBuf,
    /// Write the whole site as one file, force-findings.html, which opens with a double-click
    #[arg(long, conflicts_with = "out")]
    single: bool,
}

/// Builds the site or the single file, writes it and prints its size.
///
/// # Errors
/// If an option is wrong, a tool or source is missing, or something cannot be compiled or written.
pub fn run(options: &Options) -> Result<()> {
    let place = Place::new(options.base.as_deref(), options.address.as_deref())?;
    let project = Project::find()?;
    if options.single {
        return write_single_file(&project, &place);
    }
    let tree = site(&project, &place)?;
    tree.write(&options.out)?;
    sizes::print(&tree);
    if place.home_url.is_none() {
        println!(
            "No sitemap, canonical addresses or preview images were written: they need the address of the site, as in \
             --address https://example.org/"
        );
    }
    Ok(())
}

/// Writes the single file into the root of the repository and prints its size.
fn write_single_file(project: &Project, place: &Place) -> Result<()> {
    let Built { tools, data, programs } = Built::of(project)?;
    let contents = Contents::gather(project, &tools, &programs, &data)?;
    let page = contents.page(project, &data, place)?;
    let path = project.root().join(single::NAME);
    fs::write(&path, &page).with_context(|| format!("{} cannot be written", path.display()))?;
    println!("{}: {:.1} kB", path.display(), page.len() as f64 / 1000.0);
    Ok(())
}

/// What the site and the single file are both made from.
pub struct Built {
    /// The tools that compiled the programs.
    pub tools: BuildTools,
    /// The reports and tables.
    pub data: Data,
    /// The compiled programs: `app`, then `extras`.
    pub programs: [Program; 2],
}

impl Built {
    /// Sets up the tools, reads the data and compiles both programs.
    ///
    /// # Errors
    /// If one of these steps fails.
    pub fn of(project: &Project) -> Result<Self> {
        let tools = BuildTools::set_up(project)?;
        let data = Data::read(project)?;
        let build = |which| program::build(project, &tools, which);
        let programs = [build(program::BrowserProgram::App)?, build(program::BrowserProgram::Extras)?];
        Ok(Self { tools, data, programs })
    }
}

/// Builds the whole site in memory. The same sources give the same bytes.
///
/// Without a font the site has no images; without esbuild it does not contain the single file.
///
/// # Errors
/// If a tool or source is missing, or something cannot be compiled.
pub fn site(project: &Project, place: &Place) -> Result<Tree> {
    let Built { tools, data, programs } = Built::of(project)?;
    let index = project.read("index.html")?;
    let mut tree = Tree::default();
    let corpus = data.corpus.to_json();
    let names = assets::publish(project, &index, &programs, corpus, tools.esbuild.as_deref(), &mut tree)?;
    for (name, text) in data.texts() {
        tree.insert(name, text.as_bytes().to_vec());
    }
    let tokens = ColourTokens::read(project)?;
    let pen = Rasterizer::new()
        .inspect_err(|error| eprintln!("{error:#}. The site will have no icons or preview images."))
        .ok();
    let (pen, shell) = (pen.as_ref(), &Template::new(&index, &names)?);
    pages::publish(
        &Press {
            data: &data,
            template: shell,
            deployment: place,
            tokens: &tokens,
            footer: html::static_page::footer(LinkStyle::Site),
            rasterizer: pen,
        },
        &mut tree,
    )?;
    app::publish(project, &tokens, pen, &mut tree)?;
    robots::publish(place, &data.build_date, &mut tree);
    if tools.esbuild.is_some() {
        let single = Contents::gather(project, &tools, &programs, &data)?.page(project, &data, place)?;
        tree.insert(single::NAME.to_owned(), single.into_bytes());
    }
    offline::publish(project, &data.build_date, tools.esbuild.as_deref(), &mut tree)?;
    Ok(tree)
}
