//! `cargo site build`: builds the site into a folder that any static host can serve, or into a single file.

use crate::assets::{self, path_list};
use crate::data::SiteData;
use crate::data_parts;
use crate::deployment::Deployment;
use crate::embeds;
use crate::finding_index;
use crate::open_data;
use crate::pages::{self, PageBuilder};
use crate::program::{self, CompiledPrograms};
use crate::project::Project;
use crate::rasterizer::Rasterizer;
use crate::robots;
use crate::service_worker;
use crate::single_file::{self, SingleFileParts};
use crate::sizes;
use crate::template::Template;
use crate::tokens::ColourTokens;
use crate::tools::{BuildTools, NpmPackages};
use crate::tree::FileTree;
use crate::web_app;
use anyhow::{Context, Result};
use clap::Args;
use explore::parts::Part;
use html::links::LinkStyle;
use std::fs;
use std::path::PathBuf;

/// The path of the file from which some hosts read the headers that they send.
pub const HEADERS_PATH: &str = "_headers";

/// Build the site into a folder that any static host can serve.
#[derive(Args)]
pub struct BuildOptions {
    /// The public address of the site, such as <https://example.org/force-findings/>: search engines and link previews
    /// need it
    #[arg(long, value_name = "ADDRESS")]
    address: Option<String>,
    /// The folder on the host in which the site will be, if its address is not known; 404.html needs it in any case
    /// [default: /]
    #[arg(long, value_name = "/FOLDER/")]
    base: Option<String>,
    /// The folder with the reports and tables [default: data]
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Add made-up reports until there are this many, to measure and test a large site; never publish it
    #[arg(long, value_name = "REPORTS", conflicts_with = "single")]
    made_up: Option<usize>,
    /// Only take in the reports on this force, such as `kent`; may be given several times. Of other forces there are the
    /// grades that public pages state
    #[arg(long, value_name = "FORCE")]
    force: Vec<String>,
    /// The folder to write to; a site that is already there is replaced
    #[arg(long, value_name = "DIR", default_value = "dist")]
    out: PathBuf,
    /// Write the whole site as one file, force-findings.html, which opens with a double-click
    #[arg(long, conflicts_with = "out")]
    single: bool,
    /// Put the program that reads reports into the single file, which makes it about twice as large
    #[arg(long, requires = "single")]
    with_reader: bool,
}

/// Builds the site or the single file, writes it and prints its size.
///
/// # Errors
/// If an option is wrong, a tool or source is missing, or something cannot be compiled or written.
pub fn run(options: &BuildOptions) -> Result<()> {
    let deployment = Deployment::new(options.base.as_deref(), options.address.as_deref())?;
    let project = Project::find()?;
    let project = match &options.data {
        Some(folder) => project.with_data(folder.clone()),
        None => project,
    };
    let project = project.with_made_up_reports(options.made_up).with_forces(options.force.clone());
    if options.single {
        return write_single_file(&project, &deployment, options.with_reader);
    }
    let tree = build_site(&project, &deployment)?;
    tree.replace_folder(&options.out)?;
    sizes::print_sizes(&tree);
    if deployment.home_url.is_none() {
        println!(
            "No sitemap, canonical addresses or preview images were written: they need the address of the site, as in \
             --address https://example.org/"
        );
    }
    Ok(())
}

/// Writes the single file into the root of the repository and prints its size.
fn write_single_file(project: &Project, deployment: &Deployment, with_reader: bool) -> Result<()> {
    let page = single_file(project, deployment, with_reader)?;
    let path = project.root().join(single_file::FILE_NAME);
    fs::write(&path, &page).with_context(|| format!("{} cannot be written", path.display()))?;
    println!("{}: {:.1} kB", path.display(), page.len() as f64 / 1000.0);
    Ok(())
}

/// The whole site as one file. `with_reader` is whether it can read reports.
///
/// # Errors
/// If a tool or source is missing, or something cannot be compiled.
pub fn single_file(project: &Project, deployment: &Deployment, with_reader: bool) -> Result<String> {
    let BuildInputs { tools, data, programs } = BuildInputs::prepare(project)?;
    let contents = SingleFileParts::gather(project, &tools, &programs, &data, with_reader)?;
    contents.to_html(project, &data, deployment)
}

/// What the site and the single file are both made from.
pub struct BuildInputs {
    /// The tools that compiled the programs.
    pub tools: BuildTools,
    /// The reports and tables.
    pub data: SiteData,
    /// The compiled programs.
    pub programs: CompiledPrograms,
}

impl BuildInputs {
    /// Sets up the tools, reads the data and compiles the programs.
    ///
    /// # Errors
    /// If one of these steps fails.
    pub fn prepare(project: &Project) -> Result<Self> {
        let tools = BuildTools::set_up(project)?;
        let data = SiteData::load(project)?;
        let build = |which| Ok((which, program::build_program(project, &tools, which)?));
        let programs = program::BrowserProgram::ALL.into_iter().map(build).collect::<Result<_>>()?;
        Ok(Self { tools, data, programs })
    }
}

/// Builds the whole site in memory. The same sources give the same bytes.
///
/// Without a font the site has no images; without esbuild it does not contain the single file.
///
/// # Errors
/// If a tool or source is missing, or something cannot be compiled.
pub fn build_site(project: &Project, deployment: &Deployment) -> Result<FileTree> {
    let BuildInputs { tools, data, programs } = BuildInputs::prepare(project)?;
    let index = project.read_text("index.html")?;
    let mut tree = FileTree::default();
    let corpus = data.library.corpus();
    let parts = data_parts::add_files(corpus, &mut tree);
    let found_in = [data.text_index().clone(), finding_index::files(&data.library)].concat();
    let files = [
        ("issues.json", corpus.issues_json()),
        ("parts.txt", path_list(parts.values())),
        ("search.txt", path_list(found_in.iter().map(|(path, _)| path))),
    ];
    let esbuild = tools.npm.as_ref().map(NpmPackages::esbuild);
    let mut names = assets::add_files(project, &index, &programs, files, tools.npm.as_ref(), &mut tree)?;
    names.insert("data/corpus.json".to_owned(), parts[&Part::Whole].clone());
    found_in.into_iter().for_each(|(path, file)| tree.insert(path, file));
    for (name, text) in data.text_files() {
        tree.insert(name, text.as_bytes().to_vec());
    }
    let tokens = ColourTokens::load(project)?;
    let rasterizer = tools.npm.as_ref().map(|npm| Rasterizer::new(&npm.fonts())).transpose()?;
    let (pen, shell) = (rasterizer.as_ref(), &Template::new(&index, &names, &tree)?);
    pages::add_pages(
        &PageBuilder {
            data: &data,
            template: shell,
            parts: &parts,
            deployment,
            tokens: &tokens,
            footer: html::static_page::render_footer(&data.age(), LinkStyle::Site),
            rasterizer: pen,
        },
        &mut tree,
    )?;
    open_data::add_files(&data, deployment, &mut tree);
    embeds::add_pages(project, &data, deployment, &mut tree)?;
    web_app::add_files(project, &tokens, pen, &mut tree)?;
    robots::add_files(deployment, &data.build_date, &mut tree);
    tree.insert(HEADERS_PATH.to_owned(), project.read_text(&format!("static/hosting/{HEADERS_PATH}"))?.into_bytes());
    if esbuild.is_some() {
        let parts = SingleFileParts::gather(project, &tools, &programs, &data, false)?;
        let single = parts.to_html(project, &data, deployment)?;
        tree.insert(single_file::FILE_NAME.to_owned(), single.into_bytes());
    }
    service_worker::add_worker(project, &data.build_date, esbuild.as_deref(), &mut tree)?;
    Ok(tree)
}
