//! The files that make the site an installable web app: its manifest and its icons.

use crate::drawn::Rasterizer;
use crate::project::Project;
use crate::shell;
use crate::tokens::ColourTokens;
use crate::tree::Tree;
use anyhow::{Result, bail};

/// Adds the manifest to the tree, and the icons if images can be drawn.
///
/// # Errors
/// If a source file cannot be read, the manifest has an unknown placeholder, or an icon cannot be drawn.
pub fn publish(project: &Project, tokens: &ColourTokens, pen: Option<&Rasterizer>, tree: &mut Tree) -> Result<()> {
    let manifest = shell::fill(&project.read("static/app/manifest.webmanifest")?, |name| match name {
        "paper" => Ok(tokens.light(name).to_owned()),
        _ => bail!("static/app/manifest.webmanifest has an unknown placeholder: {{{{{name}}}}}"),
    })?;
    tree.insert("manifest.webmanifest".to_owned(), manifest.into_bytes());
    let Some(pen) = pen else { return Ok(()) };
    let icon = project.read("static/icon.svg")?;
    for (name, width) in [("icon-192", 192), ("icon-512", 512), ("touch-180", 180)] {
        tree.insert(format!("icons/{name}.png"), pen.png(&icon, width)?);
    }
    tree.insert("icons/maskable-512.png".to_owned(), pen.png(&project.read("static/app/maskable.svg")?, 512)?);
    Ok(())
}
