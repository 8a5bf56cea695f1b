//! The service worker: the script in `static/`, with the list of the files that it saves.

use crate::assets::short_digest;
use crate::build::HEADERS_PATH;
use crate::minify::minify_file;
use crate::project::Project;
use crate::single_file;
use crate::tree::FileTree;
use anyhow::Result;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::path::Path;

/// The path of the worker. It serves the folder that it is in, so it has to be at the root.
pub const WORKER_PATH: &str = "service-worker.js";

/// Adds the worker to the tree, which has to be complete except for it. `built` is the date of the last commit.
///
/// # Errors
/// If the script cannot be read or minified.
pub fn add_worker(project: &Project, built: &str, esbuild: Option<&Path>, tree: &mut FileTree) -> Result<()> {
    let (saved, left): (Vec<_>, Vec<_>) = tree.iter().partition(|(path, _)| is_saved_offline(path));
    let all = saved.iter().flat_map(|(path, bytes)| [path.as_bytes(), bytes]).collect::<Vec<_>>().concat();
    let files = saved.iter().map(|(path, bytes)| {
        // Hosts serve a page at the address of its folder, and some redirect or refuse any other address.
        let address = path.strip_suffix("index.html").unwrap_or(path);
        json!([address, bytes.len(), BASE64_STANDARD.encode(Sha256::digest(bytes))])
    });
    let held = json!({
        "version": &short_digest(&all)[..16],
        "built": built,
        "files": files.collect::<Vec<_>>(),
        "left": left.iter().map(|(path, _)| path).collect::<Vec<_>>(),
    });
    let script = minify_file(esbuild, WORKER_PATH, project.read_text(&format!("static/{WORKER_PATH}"))?.into_bytes())?;
    let worker = [format!("const HELD = {held};\n").into_bytes(), script].concat();
    tree.insert(WORKER_PATH.to_owned(), worker);
    Ok(())
}

/// Whether a file is saved offline: everything that pages load, but not what is only for other programs, nor the single
/// file, which contains all of it again.
fn is_saved_offline(path: &str) -> bool {
    const LEFT_OUT: [&str; 4] = [single_file::FILE_NAME, HEADERS_PATH, "robots.txt", "sitemap.xml"];
    !LEFT_OUT.contains(&path)
        && !path.starts_with("cards/")
        && !path.starts_with("embed/")
        && !path.starts_with("open-data/")
}
