//! The files that make the site an installable web app: its manifest and its icons.

use crate::project::Project;
use crate::rasterizer::Rasterizer;
use crate::template;
use crate::tokens::ColourTokens;
use crate::tree::FileTree;
use anyhow::{Result, bail};

/// Adds the manifest to the tree, and the icons if images can be drawn.
///
/// # Errors
/// If a source file cannot be read, the manifest has an unknown placeholder, or an icon cannot be drawn.
pub fn add_files(
    project: &Project,
    tokens: &ColourTokens,
    rasterizer: Option<&Rasterizer>,
    tree: &mut FileTree,
) -> Result<()> {
    let manifest =
        template::fill_placeholders(&project.read_text("static/app/manifest.webmanifest")?, |name| match name {
            "paper" => Ok(tokens.light(name).to_owned()),
            _ => bail!("static/app/manifest.webmanifest has an unknown placeholder: {{{{{name}}}}}"),
        })?;
    tree.insert("manifest.webmanifest".to_owned(), manifest.into_bytes());
    let Some(pen) = rasterizer else { return Ok(()) };
    let icon = project.read_text("static/icon.svg")?;
    for (name, width) in [("icon-192", 192), ("icon-512", 512), ("touch-180", 180)] {
        tree.insert(format!("icons/{name}.png"), pen.render_png(&icon, width)?);
    }
    tree.insert(
        "icons/maskable-512.png".to_owned(),
        pen.render_png(&project.read_text("static/app/maskable.svg")?, 512)?,
    );
    Ok(())
}
