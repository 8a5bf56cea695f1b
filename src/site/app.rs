//! What makes the site an app that can be installed: its manifest and its icons.

use crate::drawn::Pen;
use crate::project::Project;
use crate::shell;
use crate::tokens::Tokens;
use crate::tree::Tree;
use anyhow::{Result, bail};

/// Puts the manifest into the tree, and, where there is a pen, the icons.
pub fn publish(project: &Project, tokens: &Tokens, pen: Option<&Pen>, tree: &mut Tree) -> Result<()> {
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
