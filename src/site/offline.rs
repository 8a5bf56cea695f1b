//! The service worker: the script of `static/`, with the list of what it keeps.

use crate::assets::digest;
use crate::minify::minify;
use crate::project::Project;
use crate::single;
use crate::tree::Tree;
use anyhow::Result;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::path::Path;

/// Where the worker stands: it answers for the folder that it is in.
pub const WORKER: &str = "service-worker.js";

/// Puts the worker into a tree that is complete but for it. `built` is the day of the last commit.
pub fn publish(project: &Project, built: &str, esbuild: Option<&Path>, tree: &mut Tree) -> Result<()> {
    let (kept, left): (Vec<_>, Vec<_>) = tree.iter().partition(|(path, _)| is_kept(path));
    let all = kept.iter().flat_map(|(path, bytes)| [path.as_bytes(), bytes]).collect::<Vec<_>>().concat();
    let files = kept.iter().map(|(path, bytes)| {
        // Hosts give a page at its folder, and some refuse it at any other address.
        let address = path.strip_suffix("index.html").unwrap_or(path);
        json!([address, bytes.len(), BASE64_STANDARD.encode(Sha256::digest(bytes))])
    });
    let held = json!({
        "version": &digest(&all)[..16],
        "built": built,
        "files": files.collect::<Vec<_>>(),
        "left": left.iter().map(|(path, _)| path).collect::<Vec<_>>(),
    });
    let script = minify(esbuild, WORKER, project.read(&format!("static/{WORKER}"))?.into_bytes())?;
    let worker = [format!("const HELD = {held};\n").into_bytes(), script].concat();
    tree.insert(WORKER.to_owned(), worker);
    Ok(())
}

/// Everything that a page shows. Not what is only for other programs, nor the file that holds all of it once more.
fn is_kept(path: &str) -> bool {
    const LEFT: [&str; 3] = [single::NAME, "robots.txt", "sitemap.xml"];
    !LEFT.contains(&path) && !path.starts_with("cards/")
}
