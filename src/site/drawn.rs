//! Pictures that are drawn when the site is built: in a font of the project's own choice, so that they are the same anywhere.

use crate::tools::npm;
use anyhow::{Context, Result};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use std::fs;
use std::sync::Arc;

/// What draws.
pub struct Pen(Options<'static>);

impl Pen {
    /// Gets the font. Those of the machine are not looked at.
    pub fn new() -> Result<Self> {
        let folder = npm::fonts()?;
        let mut fonts = fontdb::Database::new();
        for file in ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"] {
            let path = folder.join(file);
            fonts.load_font_data(fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?);
        }
        Ok(Self(Options { fontdb: Arc::new(fonts), font_family: "DejaVu Sans".to_owned(), ..Options::default() }))
    }

    /// A picture as a PNG file, so wide in pixels.
    pub fn png(&self, svg: &str, width: u32) -> Result<Vec<u8>> {
        let tree = Tree::from_str(svg, &self.0).context("a picture of the site is no SVG")?;
        let scale = width as f32 / tree.size().width();
        let height = (tree.size().height() * scale).round() as u32;
        let mut pixels = Pixmap::new(width, height).context("a picture of the site has no size")?;
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
        pixels.encode_png().context("a picture of the site cannot be written as PNG")
    }
}
