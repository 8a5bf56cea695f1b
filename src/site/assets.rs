//! The files that pages load, each published under a name that contains a hash of its content, so that browsers may
//! cache them indefinitely.

use crate::minify::minify_file;
use crate::program::CompiledPrograms;
use crate::project::Project;
use crate::template;
use crate::tools::NpmPackages;
use crate::tree::FileTree;
use crate::typeface;
use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Published paths, by the names that `index.html` uses.
pub type PublishedPaths = BTreeMap<String, String>;

/// The first half of the SHA-256 of the content, as 32 hexadecimal digits.
pub fn short_digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// Adds the files that `index.html` refers to: static files, all stylesheets joined into one, the programs and the
/// data. Returns their published paths.
///
/// # Errors
/// If a file cannot be read or minified, or a stylesheet is missing from `index.html`.
pub fn add_files(
    project: &Project,
    index: &str,
    programs: &CompiledPrograms,
    data: [(&str, String); 3],
    npm: Option<&NpmPackages>,
    tree: &mut FileTree,
) -> Result<PublishedPaths> {
    let esbuild = npm.map(NpmPackages::esbuild);
    let mut font_face = String::new();
    if let Some(npm) = npm {
        let font = typeface::load(npm)?;
        let file = hashed_name(typeface::FILE_NAME, &font);
        font_face = typeface::font_face(&file);
        tree.insert(format!("assets/{file}"), font);
    }
    let mut names = PublishedPaths::new();
    let mut add = |name: &str, folder: &str, file: &str, bytes: Vec<u8>| -> Result<()> {
        let bytes = minify_file(esbuild.as_deref(), file, bytes)?;
        let published = format!("{folder}/{}", hashed_name(file, &bytes));
        tree.insert(published.clone(), bytes);
        names.insert(name.to_owned(), published);
        Ok(())
    };
    for name in template::static_file_paths(index) {
        let path = project.root().join(name);
        let bytes = fs::read(&path)
            .with_context(|| format!("index.html refers to {name}, but {} cannot be read", path.display()))?;
        add(name, "assets", file_name(name), bytes)?;
    }
    add(
        template::STYLESHEETS_NAME,
        "assets",
        "site.css",
        (font_face + &joined_stylesheets(project, index)?).into_bytes(),
    )?;
    for (program, compiled) in programs {
        let name = program.name();
        let (script, wasm) = (format!("{name}.js"), format!("{name}.wasm"));
        add(&script, "assets", &script, compiled.js.clone())?;
        add(&wasm, "assets", &wasm, compiled.wasm.clone())?;
    }
    for (file, json) in data {
        add(&format!("data/{file}"), "data", file, json.into_bytes())?;
    }
    Ok(names)
}

/// The text of all stylesheets, in the order in which `index.html` lists them, which is the order of the cascade.
///
/// # Errors
/// If a stylesheet cannot be read, or is in `static/css` but not in `index.html`.
pub fn joined_stylesheets(project: &Project, index: &str) -> Result<String> {
    let listed: Vec<&str> = template::stylesheet_paths(index).collect();
    let mut present = Vec::new();
    collect_stylesheets(project.root(), Path::new("static/css"), &mut present)?;
    for name in &present {
        ensure!(
            listed.contains(&name.as_str()),
            "{name} is not in index.html: add it there, at its place in the cascade"
        );
    }
    listed.into_iter().map(|name| project.read_text(name)).collect()
}

/// Appends the paths of all `.css` files below a folder, relative to the root.
fn collect_stylesheets(root: &Path, folder: &Path, found: &mut Vec<String>) -> Result<()> {
    let path = root.join(folder);
    for entry in fs::read_dir(&path).with_context(|| format!("{} cannot be read", path.display()))? {
        let entry = entry?;
        let name = folder.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            collect_stylesheets(root, &name, found)?;
        } else if name.extension().is_some_and(|extension| extension == "css") {
            found.push(name.to_string_lossy().into_owned());
        }
    }
    Ok(())
}

/// A file name with a hash of its content before the extension: `boot.js` becomes `boot.0123456789ab.js`.
pub fn hashed_name(file: &str, bytes: &[u8]) -> String {
    let hash = &short_digest(bytes)[..12];
    match file.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.{hash}.{extension}"),
        None => format!("{file}.{hash}"),
    }
}

/// The path of a data file, relative to the site's root, with a hash of its content: `data/force/kent.0123456789ab.json`.
pub fn data_path(file: &str, bytes: &[u8]) -> String {
    format!("data/{}", hashed_name(file, bytes))
}

/// The list by which the program finds files: their paths, a line each.
pub fn path_list<'p>(paths: impl IntoIterator<Item = &'p String>) -> String {
    paths.into_iter().map(|path| format!("{path}\n")).collect()
}

/// The part of a path after its last slash.
fn file_name(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}
