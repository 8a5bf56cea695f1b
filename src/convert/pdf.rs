//! PDF files: glyphs with their places become lines, and lines become headings, paragraphs, list items, tables and footnotes.
//!
//! `hayro` reads the file and places the glyphs. What they are a part of is found by place and size: a PDF has no paragraphs.

mod blocks;
mod columns;
mod furniture;
mod grid;
mod lines;
mod page;
mod paragraphs;
mod styles;

use crate::{ConvertError, Form};
use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use lines::Line;
use page::PageContent;
use styles::Styles;

/// The most pages that are read. The longest reports have 130.
const MAX_PAGES: usize = 1000;

/// The most glyphs on all pages together. The longest reports have 400,000.
const MAX_GLYPHS: usize = 2 << 20;

/// A page with its lines, from top to bottom.
pub struct PageLines {
    /// The lines.
    lines: Vec<Line>,
    /// The grids of rules, which are tables or boxes.
    grids: Vec<grid::Grid>,
}

/// The text of a PDF.
///
/// # Errors
/// If it is encrypted, damaged, too long, or has no text but only pictures of pages.
pub fn to_text(bytes: &[u8]) -> Result<String, ConvertError> {
    let damaged = |part: &str| ConvertError::Damaged { form: Form::Pdf, part: part.to_string() };
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => ConvertError::Encrypted,
        LoadPdfError::Invalid => damaged("its pages cannot be found"),
    })?;
    let pages = pdf.pages();
    if pages.len() > MAX_PAGES {
        return Err(ConvertError::TooManyPages { limit: MAX_PAGES });
    }
    let mut left = MAX_GLYPHS;
    let mut read: Vec<PageLines> = Vec::new();
    let mut has_pictures = false;
    for content in page::contents(&pdf) {
        left = left.checked_sub(content.glyphs.len()).ok_or(ConvertError::TooLong { limit: MAX_GLYPHS })?;
        has_pictures |= content.has_picture;
        read.push(page_lines(content));
    }
    if read.iter().all(|page| page.lines.is_empty()) {
        return Err(if has_pictures { ConvertError::Scanned } else { damaged("its pages have no text") });
    }
    furniture::remove(&mut read);
    let styles = Styles::measure(&read);
    Ok(blocks::write(read, &styles))
}

fn page_lines(content: PageContent) -> PageLines {
    let grids = grid::find(&content.rules);
    PageLines { lines: lines::from_glyphs(content.glyphs, &grids), grids }
}
