//! `cargo site build --single`: the programs, styles, data and texts in one HTML file that makes no requests.

use crate::assets::{self, data_path, path_list};
use crate::data::SiteData;
use crate::deployment::Deployment;
use crate::minify::minify_file;
use crate::pages;
use crate::program::{BrowserProgram, CompiledPrograms};
use crate::project::Project;
use crate::sizes::gzip_size;
use crate::template;
use crate::tools::BuildTools;
use crate::typeface;
use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use explore::route;
use explore::state::{State, View};
use flate2::Compression;
use flate2::write::GzEncoder;
use html::links::LinkStyle;
use html::static_page::{StaticPage, render_footer};
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::io::Write;

pub use explore::export::SINGLE_FILE as FILE_NAME;

/// Names and contents of files. The names are those under which the program requests them.
pub type NamedFiles = Vec<(String, Vec<u8>)>;

/// The parts of the single file.
pub struct SingleFileParts {
    /// The files that are packed into it: the programs, the data, the script of presentations and the texts.
    pub packed_files: NamedFiles,
    /// The home page, whose words are there before anything is unpacked.
    home: StaticPage,
    /// The paths and contents of the static documents, such as About.
    static_documents: Vec<(String, StaticPage)>,
    corpus_name: String,
    issues_name: String,
    search_name: String,
    styles: String,
    main_script: String,
    /// The compressed size of the program that reads reports, in bytes, if the file contains it.
    reader_size: Option<usize>,
    opening_script: String,
    old_browser_script: String,
    icon: String,
}

impl SingleFileParts {
    /// Gathers all parts. Needs esbuild, which bundles the scripts into one. `with_reader` is whether the file can read
    /// reports.
    ///
    /// # Errors
    /// If there is no esbuild, or a file cannot be read, minified or bundled.
    pub fn gather(
        project: &Project,
        tools: &BuildTools,
        programs: &CompiledPrograms,
        data: &SiteData,
        with_reader: bool,
    ) -> Result<Self> {
        let npm = tools.npm.as_ref().context("the single file needs esbuild to bundle its scripts")?;
        let esbuild = &npm.esbuild();
        let index = project.read_text("index.html")?;
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).context("a script or stylesheet is not UTF-8");
        let minified = |file: &str| text(minify_file(Some(esbuild), file, project.read_text(file)?.into_bytes())?);
        let font_face = typeface::embedded_font_face(&typeface::load(npm)?);
        let mut styles = font_face + &assets::joined_stylesheets(project, &index)?;
        for sheet in ["static/extras.css", "static/unscripted.css", "static/print.css"] {
            styles.push_str(&project.read_text(sheet)?);
        }
        let chunks = data.text_index();
        let data_files = [
            ("corpus.json", data.library.corpus().to_json()),
            ("issues.json", data.library.corpus().issues_json()),
            ("search.txt", path_list(chunks.iter().map(|(path, _)| path))),
        ];
        let data_files = data_files.map(|(name, text)| (data_path(name, text.as_bytes()), text.into_bytes()));
        let [corpus_name, issues_name, search_name] = data_files.each_ref().map(|(path, _)| path.clone());
        let mut files = NamedFiles::from(data_files);
        let held = programs.iter().filter(|(program, _)| with_reader || *program != BrowserProgram::Reader);
        files.extend(held.map(|(program, compiled)| (format!("{}.wasm", program.name()), compiled.wasm.clone())));
        if with_reader {
            files.push((
                "reading-worker.js".to_owned(),
                bundle_scripts(project, esbuild, "reading", "iife")?.into_bytes(),
            ));
        }
        files.push(("present.js".to_owned(), minified("static/present.js")?.into_bytes()));
        files.extend_from_slice(chunks);
        files.extend(data.text_files().map(|(name, text)| (name, text.as_bytes().to_vec())));
        let page = |state: &State| pages::render_page(data, state, LinkStyle::SingleFile);
        let documents = route::all_pages(data.library.corpus()).into_par_iter().filter(|state| state.view.is_static());
        let documents = documents.map(|state| (route::path(&state), page(&state))).collect();
        Ok(Self {
            packed_files: files,
            home: page(&State::for_view(View::Home)),
            static_documents: documents,
            corpus_name,
            issues_name,
            search_name,
            styles: text(minify_file(Some(esbuild), "site.css", styles.into_bytes())?)?,
            main_script: bundle_scripts(project, esbuild, "main", "esm")?,
            reader_size: with_reader.then(|| {
                let wasm = programs.iter().filter(|(program, _)| *program == BrowserProgram::Reader);
                wasm.map(|(_, compiled)| gzip_size(&compiled.wasm)).sum()
            }),
            opening_script: minified("static/single/opening.js")?,
            old_browser_script: minified("static/old-browser.js")?,
            icon: format!(
                "data:image/svg+xml;base64,{}",
                BASE64_STANDARD.encode(project.read_text("static/icon.svg")?)
            ),
        })
    }

    /// Writes the page as HTML. If the site also has a public address, exports from the file refer to that.
    ///
    /// # Errors
    /// If the template cannot be read or has an unknown placeholder.
    pub fn to_html(&self, project: &Project, data: &SiteData, deployment: &Deployment) -> Result<String> {
        let address = deployment.public_url("").unwrap_or_default();
        let packed = pack_files(&self.packed_files)?;
        let hash: String = Sha256::digest(&packed).iter().map(|byte| format!("{byte:02x}")).collect();
        let newest = data.newest_publication().unwrap_or_default();
        let line = format!(
            "Single file, built {}. It makes no network requests. Newest report held: {newest}. \
             SHA-256 of its contents: {hash}",
            data.build_date
        );
        let policy = self.content_security_policy();
        template::fill_placeholders(&project.read_text("static/single/page.html")?, |name| {
            Ok(match name {
                "policy" => policy.clone(),
                "title" => html::escape_html(&self.home.title),
                "description" => html::escape_html(&self.home.description),
                "icon" => self.icon.clone(),
                "built" => data.build_date.clone(),
                "address" => html::escape_html(&address),
                "reader" => {
                    let size = self.reader_size;
                    size.map_or_else(String::new, |size| format!("<meta name=\"reader-wasm\" data-size=\"{size}\">"))
                }
                "corpus" => self.corpus_name.clone(),
                "issues" => self.issues_name.clone(),
                "search" => self.search_name.clone(),
                "styles" => self.styles.clone(),
                "opening" => self.opening_script.clone(),
                "header" => self.home.header.clone(),
                "main" => self.home.main.clone(),
                "footer" => render_footer(&data.age(), LinkStyle::SingleFile),
                "templates" => self.document_templates(),
                "line" => html::escape_html(&line),
                "held" => BASE64_STANDARD.encode(&packed),
                "old_browser" => self.old_browser_script.clone(),
                "script" => self.main_script.clone(),
                _ => bail!("static/single/page.html has an unknown placeholder: {{{{{name}}}}}"),
            })
        })
    }

    /// Each static document as a template element, with the id by which the program finds it.
    fn document_templates(&self) -> String {
        let template =
            |(path, page): &(String, StaticPage)| format!("<template id=\"page-{path}\">{}</template>", page.main);
        self.static_documents.iter().map(template).collect::<Vec<_>>().join("\n")
    }

    /// The size that `page` would have if its files were not compressed, in bytes.
    ///
    /// # Errors
    /// If the files cannot be compressed.
    pub fn uncompressed_size(&self, page: &str) -> Result<usize> {
        let raw: usize = self.packed_files.iter().map(|(_, bytes)| bytes.len()).sum();
        Ok(page.len() - BASE64_STANDARD.encode(pack_files(&self.packed_files)?).len() + raw.div_ceil(3) * 4)
    }

    /// The content security policy of the page: only its own scripts and styles run, and it makes no requests.
    fn content_security_policy(&self) -> String {
        let scripts = [&self.main_script, &self.opening_script, &self.old_browser_script];
        let scripts = scripts.map(|script| template::policy_digest(script)).join(" ");
        let workers = if self.reader_size.is_some() { " worker-src blob:;" } else { "" };
        format!(
            "default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; style-src {}; img-src data:; font-src data:;{workers} \
             base-uri 'none'; form-action 'none'",
            template::policy_digest(&self.styles)
        )
    }
}

/// Packs files: an index of names and sizes on the first line, then the contents one after another, all in gzip.
fn pack_files(files: &NamedFiles) -> Result<Vec<u8>> {
    let index: Vec<(&str, usize)> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.len())).collect();
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    writeln!(encoder, "{}", serde_json::to_string(&index)?)?;
    for (_, bytes) in files {
        encoder.write_all(bytes)?;
    }
    Ok(encoder.finish()?)
}

/// Bundles a script of `static/single` with all that it imports into one, which needs no other file. `format` is that of
/// esbuild: browsers refuse workers that are modules in a file that was opened from a disk.
fn bundle_scripts(project: &Project, esbuild: &std::path::Path, name: &str, format: &str) -> Result<String> {
    let alias = |program: BrowserProgram| {
        let script = program.package_folder(project).join(format!("{}.js", program.name()));
        format!("--alias:{}={}", program.name(), script.display())
    };
    // The scripts of wasm-bindgen would find their code beside them, but are given it.
    let quiet = "--log-override:empty-import-meta=silent";
    let options = ["--bundle", "--minify", "--charset=utf8", "--log-level=warning", quiet];
    let words = [format!("static/single/{name}.js"), format!("--format={format}")];
    let words = words.into_iter().chain(options.map(str::to_owned));
    let script = duct::cmd(esbuild, words.chain(BrowserProgram::ALL.map(alias))).dir(project.root()).read();
    script.context("the scripts of the single file could not be bundled: see esbuild's message above")
}
