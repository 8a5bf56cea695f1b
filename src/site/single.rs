//! `cargo site build --single`: the program, the styles, the data and the texts as one HTML file that asks for nothing.

use crate::assets::{self, hashed};
use crate::data::Data;
use crate::minify::minify;
use crate::pages;
use crate::place::Place;
use crate::program::{Program, Which};
use crate::project::Project;
use crate::shell;
use crate::tools::BuildTools;
use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use explore::route;
use explore::state::{State, View};
use flate2::Compression;
use flate2::write::GzEncoder;
use html::links::Links;
use html::static_page::{StaticPage, footer};
use sha2::{Digest, Sha256};
use std::io::Write;

pub use explore::export::SINGLE_FILE as NAME;

/// Files by the names under which the program asks for them.
pub type Files = Vec<(String, Vec<u8>)>;

/// What the file is made of.
pub struct Contents {
    /// What is packed inside: the program, the data, the texts and the still pages.
    pub files: Files,
    /// The home page, whose words are there before anything is unpacked.
    home: StaticPage,
    /// The documents of their own, each with its path.
    documents: Vec<(String, StaticPage)>,
    corpus_name: String,
    styles: String,
    script: String,
    opening: String,
    old_browser: String,
    icon: String,
}

impl Contents {
    /// Gathers everything. The scripts are bound into one, for which there has to be an esbuild.
    pub fn gather(project: &Project, tools: &BuildTools, programs: &[Program; 2], data: &Data) -> Result<Self> {
        let esbuild = tools.esbuild.as_deref().context("the single file needs esbuild to bind its scripts into one")?;
        let index = project.read("index.html")?;
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).context("a script or style is not UTF-8");
        let small = |file: &str| text(minify(Some(esbuild), file, project.read(file)?.into_bytes())?);
        let styles = assets::styles(project, &index)? + &project.read("static/brief.css")?;
        let [app, extras] = programs;
        let corpus = data.corpus.to_json().into_bytes();
        let corpus_name = format!("data/{}", hashed("corpus.json", &corpus));
        let mut files = vec![
            ("app.wasm".to_owned(), app.wasm.clone()),
            ("extras.wasm".to_owned(), extras.wasm.clone()),
            (corpus_name.clone(), corpus),
        ];
        files.push(("present.js".to_owned(), small("static/present.js")?.into_bytes()));
        files.extend(data.texts().map(|(name, text)| (name, text.as_bytes().to_vec())));
        let page = |view: View| pages::render(data, &State::at(view), Links::SingleFile);
        let document = |view: View| (route::path(&State::at(view.clone())), page(view));
        let documents = View::FIXED.into_iter().filter(View::is_static).map(document).collect();
        Ok(Self {
            files,
            home: page(View::Home),
            documents,
            corpus_name,
            styles: text(minify(Some(esbuild), "site.css", styles.into_bytes())?)?,
            script: bundle(project, esbuild)?,
            opening: small("static/single/opening.js")?,
            old_browser: small("static/old-browser.js")?,
            icon: format!("data:image/svg+xml;base64,{}", BASE64_STANDARD.encode(project.read("static/icon.svg")?)),
        })
    }

    /// Writes the page. Where the same pages are public, what is taken away names those.
    pub fn page(&self, project: &Project, data: &Data, place: &Place) -> Result<String> {
        let address = place.public("").unwrap_or_default();
        let packed = pack(&self.files)?;
        let hash: String = Sha256::digest(&packed).iter().map(|byte| format!("{byte:02x}")).collect();
        let newest = data.newest().unwrap_or_default();
        let line = format!(
            "One file, built {}, that asks for nothing from any network. Newest report held: {newest}. \
             SHA-256 of what is inside: {hash}",
            data.built
        );
        let policy = self.policy();
        shell::fill(&project.read("static/single/page.html")?, |name| {
            Ok(match name {
                "policy" => policy.clone(),
                "title" => html::escape(&self.home.title),
                "description" => html::escape(&self.home.description),
                "icon" => self.icon.clone(),
                "built" => data.built.clone(),
                "address" => html::escape(&address),
                "corpus" => self.corpus_name.clone(),
                "styles" => self.styles.clone(),
                "opening" => self.opening.clone(),
                "header" => self.home.header.clone(),
                "main" => self.home.main.clone(),
                "footer" => footer(Links::SingleFile),
                "templates" => self.templates(),
                "line" => html::escape(&line),
                "held" => BASE64_STANDARD.encode(&packed),
                "old_browser" => self.old_browser.clone(),
                "script" => self.script.clone(),
                _ => bail!("static/single/page.html has an unknown placeholder: {{{{{name}}}}}"),
            })
        })
    }

    /// Each document of its own as a template, by the id under which the program looks for it.
    fn templates(&self) -> String {
        let template =
            |(path, page): &(String, StaticPage)| format!("<template id=\"page-{path}\">{}</template>", page.main);
        self.documents.iter().map(template).collect::<Vec<_>>().join("\n")
    }

    /// How large a page would be that had the same inside as it is, in base64.
    pub fn unpacked(&self, page: &str) -> Result<usize> {
        let inside: usize = self.files.iter().map(|(_, bytes)| bytes.len()).sum();
        Ok(page.len() - BASE64_STANDARD.encode(pack(&self.files)?).len() + inside.div_ceil(3) * 4)
    }

    /// What the browser may do with the page: run these very scripts and styles, and ask for nothing.
    fn policy(&self) -> String {
        let hash = |text: &String| format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)));
        let scripts = [&self.script, &self.opening, &self.old_browser].map(hash).join(" ");
        format!(
            "default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; style-src {}; img-src data:; base-uri 'none'; \
             form-action 'none'",
            hash(&self.styles)
        )
    }
}

/// An index on the first line, the files behind it, all of it in gzip.
fn pack(files: &Files) -> Result<Vec<u8>> {
    let index: Vec<(&str, usize)> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.len())).collect();
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    writeln!(encoder, "{}", serde_json::to_string(&index)?)?;
    for (_, bytes) in files {
        encoder.write_all(bytes)?;
    }
    Ok(encoder.finish()?)
}

/// All scripts as one that can stand inside a page.
fn bundle(project: &Project, esbuild: &std::path::Path) -> Result<String> {
    let alias = |which: Which| {
        let script = which.package(project).join(format!("{}.js", which.name()));
        format!("--alias:{}={}", which.name(), script.display())
    };
    let words = [
        "static/single/main.js".to_owned(),
        "--bundle".to_owned(),
        "--minify".to_owned(),
        "--format=esm".to_owned(),
        "--charset=utf8".to_owned(),
        "--log-level=warning".to_owned(),
        alias(Which::App),
        alias(Which::Extras),
    ];
    let script = duct::cmd(esbuild, words).dir(project.root()).read();
    script.context("the scripts of the single file could not be bound into one: see esbuild's message above")
}
