//! The glyphs and rules of pages, with their places. Lengths are in points, from the top left corner.

use hayro_interpret::font::{Glyph as FontGlyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Point, Rect, Shape};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, TransformExt, interpret_page,
};

/// A glyph on a page.
#[derive(Clone, Debug)]
pub struct Glyph {
    /// The left end of its baseline.
    pub x: f64,
    /// The right end of its baseline.
    pub end: f64,
    /// Its baseline.
    pub y: f64,
    /// The size of its font.
    pub size: f64,
    /// Whether its font is bold.
    pub is_bold: bool,
    /// Its characters: a ligature has several.
    pub text: String,
}

/// What is on a page.
#[derive(Default)]
pub struct PageContent {
    /// The glyphs of upright text, in the order in which they are drawn.
    pub glyphs: Vec<Glyph>,
    /// Thin lines and the edges of rectangles.
    pub rules: Vec<Rect>,
    /// Whether it has a picture.
    pub has_picture: bool,
}

/// The contents of each page.
pub fn contents(pdf: &Pdf) -> impl Iterator<Item = PageContent> {
    let cache = InterpreterCache::new();
    (0..pdf.pages().len()).map(move |n| {
        let page = &pdf.pages()[n];
        let (width, height) = page.render_dimensions();
        let view = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let settings = InterpreterSettings::default();
        let transform = page.initial_transform(true).to_kurbo();
        let mut context = Context::new(transform, view, &cache, pdf.xref(), settings);
        let mut device = PageDevice { content: PageContent::default(), view };
        interpret_page(page, &mut context, &mut device);
        device.content
    })
}

/// Collects what is drawn.
struct PageDevice {
    content: PageContent,
    view: Rect,
}

impl PageDevice {
    fn add_glyph(&mut self, glyph: &FontGlyph, transform: Affine, is_bold: bool) {
        let [a, b, c, d, x, y] = transform.as_coeffs();
        let width = match glyph {
            FontGlyph::Outline(outline) => outline.advance_width(),
            FontGlyph::Type3(drawn) => drawn.advance_width(),
        };
        let end = transform * Point::new(f64::from(width.unwrap_or(500.0)), 0.0);
        let size = 1000.0 * (c * c + d * d).sqrt();
        let is_upright = b.abs() < a.abs() * 0.1 && a > 0.0;
        let text = match glyph.as_unicode() {
            Some(BfString::Char(c)) => c.to_string(),
            Some(BfString::String(text)) => text,
            None => char::REPLACEMENT_CHARACTER.to_string(),
        };
        let text = if text.contains(char::is_control) { " ".to_string() } else { text };
        if is_upright && size > 0.5 && self.view.contains(Point::new(x, y)) {
            self.content.glyphs.push(Glyph { x, end: end.x, y, size, is_bold, text });
        }
    }

    fn add_shape(&mut self, rect: Rect, is_round: bool) {
        const MAX_BULLET: f64 = 8.0;
        const MAX_RULES: usize = 20_000;
        let rect = rect.intersect(self.view);
        let is_square = (rect.width() - rect.height()).abs() < 1.0;
        if is_round && is_square && (1.5..MAX_BULLET).contains(&rect.width()) {
            // Browsers draw the bullets of lists as circles.
            let size = rect.width() * 3.0;
            let y = rect.y1 + rect.height() * 0.3;
            self.content.glyphs.push(Glyph {
                x: rect.x0,
                end: rect.x1,
                y,
                size,
                is_bold: false,
                text: "•".to_string(),
            });
        } else if !is_round && (rect.width() > 4.0 || rect.height() > 4.0) && self.content.rules.len() < MAX_RULES {
            self.content.rules.push(rect);
        }
    }
}

impl<'a> Device<'a> for PageDevice {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, _: &DrawMode) {
        // A path may consist of many rectangles.
        const MAX_ELEMENTS: usize = 4000;
        if path.elements().len() > MAX_ELEMENTS {
            return;
        }
        let mut part = BezPath::new();
        let mut parts = Vec::new();
        for element in path.elements() {
            if matches!(element, PathEl::MoveTo(_)) && !part.elements().is_empty() {
                parts.push(std::mem::take(&mut part));
            }
            part.push(*element);
        }
        parts.push(part);
        for part in parts {
            let is_round = part.elements().iter().any(|element| matches!(element, PathEl::CurveTo(..)));
            let rect = (props.transform * part).bounding_box();
            self.add_shape(rect, is_round);
        }
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        let font = run.glyphs().iter().find_map(|glyph| match &**glyph {
            FontGlyph::Outline(outline) => outline.font_data(),
            FontGlyph::Type3(_) => None,
        });
        let is_bold = font.is_some_and(|font| {
            let name = font.postscript_name.unwrap_or_default().to_ascii_lowercase();
            font.weight.is_some_and(|weight| weight >= 600) || name.contains("bold") || name.contains("black")
        });
        for glyph in run.glyphs() {
            self.add_glyph(glyph, props.transform * glyph.transform(), is_bold);
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.content.has_picture = true;
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
