//! Renders SVG to PNG when the site is built, with a font of the project's choice, so that every machine gives the same
//! images.

use anyhow::{Context, Result};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use std::fs;
use std::path::Path;
use std::sync::Arc;

/// Renders SVG with the fonts of the project.
pub struct Rasterizer(Options<'static>);

impl Rasterizer {
    /// Loads the fonts from a folder. Fonts of the machine are not used.
    ///
    /// # Errors
    /// If the fonts cannot be read.
    pub fn new(folder: &Path) -> Result<Self> {
        let mut fonts = fontdb::Database::new();
        for file in ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"] {
            let path = folder.join(file);
            fonts.load_font_data(fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?);
        }
        Ok(Self(Options { fontdb: Arc::new(fonts), font_family: "DejaVu Sans".to_owned(), ..Options::default() }))
    }

    /// Renders an SVG image as a PNG file with this width in pixels.
    ///
    /// # Errors
    /// If the SVG is not valid or has no size.
    pub fn render_png(&self, svg: &str, width: u32) -> Result<Vec<u8>> {
        let tree = Tree::from_str(svg, &self.0).context("an image of the site is not valid SVG")?;
        let scale = width as f32 / tree.size().width();
        let height = (tree.size().height() * scale).round() as u32;
        let mut pixels = Pixmap::new(width, height).context("an image of the site has no size")?;
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
        pixels.encode_png().context("an image of the site cannot be encoded as PNG")
    }
}
