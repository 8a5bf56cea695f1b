//! How much room the parts of a slide take, on a screen of 1920 by 1080 pixels; slides are scaled to any other screen.
//!
//! Content is divided into slides without a browser, so the room is estimated. `static/extras.css` has the same sizes; a
//! browser test compares slides of every kind with the screen.

use crate::slide::{Slide, SlideBody, SlideParagraph};
use crate::text_width::{self, SOFT_HYPHEN, Weight, hyphenated, width};
use crate::views::slide_section::UNCHECKED;
use explore::pages::grid::{Grid, GridEntry, GridHead};
use explore::pages::tile::Tile;

/// The room for the content of a slide.
const WIDTH: usize = 1760;
const HEIGHT: usize = 1000;
/// The font size of words, which can be read from the back of a room.
const WORDS: usize = 40;
/// The font size of sources and caveats.
const SOURCES: usize = 24;
/// The font size of titles.
const TITLES: usize = 56;
/// The room between two rows or paragraphs, with its line.
const ROW_GAP: usize = 30;
/// The share of the width for the names of rows, in percent.
const ROW_NAMES: usize = 20;
/// The same where tiles have letters, which are narrow.
const ROW_NAMES_BESIDE_LETTERS: usize = 28;
/// The height of a tile with a letter.
const LETTER_TILE: usize = 56;
/// The most columns whose tiles have room for ladder and word side by side.
pub const WIDE_COLUMNS: usize = 2;

/// How much larger than [`WORDS`] the text of a slide is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextSize {
    /// For a few words.
    Large,
    /// For a few lines.
    Medium,
    /// For everything else.
    Normal,
}

impl TextSize {
    /// Its name in CSS classes.
    pub fn class_name(self) -> &'static str {
        match self {
            TextSize::Large => "large",
            TextSize::Medium => "medium",
            TextSize::Normal => "normal",
        }
    }

    /// The size, in pixels.
    fn pixels(self) -> usize {
        match self {
            TextSize::Large => WORDS * 7 / 4,
            TextSize::Medium => WORDS * 27 / 20,
            TextSize::Normal => WORDS,
        }
    }
}

/// The largest size at which a slide fits on the screen.
pub fn text_size(slide: &Slide) -> TextSize {
    [TextSize::Large, TextSize::Medium]
        .into_iter()
        .find(|size| height(slide, *size) <= HEIGHT)
        .unwrap_or(TextSize::Normal)
}

/// Whether a slide fits on the screen at the normal size of text.
pub fn fits(slide: &Slide) -> bool {
    let has_whole_heads = match &slide.body {
        SlideBody::Timeline(grid) | SlideBody::Comparison(grid) => !grid.has_letters || has_whole_heads(grid, SOURCES),
        _ => true,
    };
    has_whole_heads && height(slide, TextSize::Normal) <= HEIGHT
}

fn height(slide: &Slide, size: TextSize) -> usize {
    let of_title = match slide.body {
        SlideBody::Heading => bold_lines(&slide.title, size.pixels() * 3 / 2, WIDTH * 9 / 10) * size.pixels() * 9 / 5,
        SlideBody::Title(_) => bold_lines(&slide.title, size.pixels() * 3 / 2, WIDTH) * size.pixels() * 9 / 5 + 60,
        _ => bold_lines(&slide.title, TITLES, WIDTH - 250) * (TITLES * 6 / 5) + 30,
    };
    of_title + body_height(&slide.body, size) + foot_height(slide)
}

fn foot_height(slide: &Slide) -> usize {
    if slide.source.is_empty() && slide.caveats.is_empty() {
        return 0;
    }
    let about = slide.caveats.join("  ");
    let texts = [about.as_str(), &slide.source, &slide.address];
    texts.into_iter().map(|text| lines(text, SOURCES, WIDTH) * (SOURCES * 7 / 5)).sum::<usize>() + 40
}

fn body_height(body: &SlideBody, size: TextSize) -> usize {
    let em = size.pixels();
    let paragraph = |text: &str, em: usize, width: usize| lines(text, em, width) * (em * 7 / 5);
    match body {
        SlideBody::Heading => 0,
        SlideBody::Title(texts) => texts.iter().map(|text| paragraph(text, WORDS, WIDTH) + ROW_GAP).sum(),
        SlideBody::Sources(sources) => {
            let em = if size == TextSize::Normal { SOURCES } else { WORDS };
            sources.iter().map(|text| paragraph(text, em, WIDTH - 2 * em) + em * 2 / 5).sum()
        }
        SlideBody::Timeline(grid) | SlideBody::Comparison(grid) => grid_height(grid),
        SlideBody::Finding { paragraphs, .. } => paragraph(" ", WORDS, WIDTH) + paragraphs_height(paragraphs, em),
        SlideBody::Unchecked(paragraphs) => {
            paragraph(UNCHECKED, WORDS, WIDTH) + ROW_GAP + paragraphs_height(paragraphs, em)
        }
        SlideBody::FindingList(findings) => findings
            .iter()
            .map(|[_, text, source]| {
                paragraph(" ", WORDS, WIDTH)
                    + paragraph(text, WORDS, WIDTH)
                    + paragraph(source, SOURCES, WIDTH)
                    + ROW_GAP * 3 / 2
            })
            .sum(),
        SlideBody::Judgments(judgments) => judgments
            .iter()
            .map(|(tile, area)| (wide_tile_height(tile, 560)).max(paragraph(area, WORDS, WIDTH - 600)) + ROW_GAP)
            .sum(),
        SlideBody::Chart(chart) => {
            let head = lines(&chart.force, WORDS, 500).max(lines(&chart.comparator, WORDS, 500)) * 56 + ROW_GAP;
            let rows = chart.rows.iter().map(|row| paragraph(&row.label, WORDS, 640).max(96) + ROW_GAP);
            head + rows.sum::<usize>()
        }
        SlideBody::Number(number) => {
            let about = [number.period.as_ref(), number.comparator.as_ref()].into_iter().flatten();
            let value = lines(&number.value, WORDS * 3, WIDTH) * (WORDS * 18 / 5) + 40;
            value
                + paragraph(&number.label, em, WIDTH)
                + about.map(|text| paragraph(text, em, WIDTH) + ROW_GAP).sum::<usize>()
        }
    }
}

fn paragraphs_height(paragraphs: &[SlideParagraph], em: usize) -> usize {
    let width = |p: &SlideParagraph| if p.is_list_item { WIDTH - 2 * em } else { WIDTH };
    paragraphs.iter().map(|p| lines(&p.text, em, width(p)) * (em * 7 / 5) + em / 2).sum()
}

/// Whether the heads of a grid with letters are as small as sources, because whole words need it.
pub fn has_small_heads(grid: &Grid) -> bool {
    grid.has_letters && !has_whole_heads(grid, WORDS)
}

/// Whether no word at the head of a column of letters has to be broken if the heads have this font size.
fn has_whole_heads(grid: &Grid, size: usize) -> bool {
    let column = WIDTH * (100 - ROW_NAMES_BESIDE_LETTERS) / 100 / grid.heads.len().max(1);
    let words = |text: &str, size: usize, weight: Weight| {
        let mut parts = text.split_inclusive([' ', '/', '-', SOFT_HYPHEN]);
        parts.all(|part| {
            // A broken word ends with a hyphen, and no line with a space.
            let part = part.trim_end().replace(SOFT_HYPHEN, "-");
            width(&part, size, weight) <= column - 16
        })
    };
    let is_whole = |head: &GridHead| {
        words(&hyphenated(&head.name), size, Weight::Bold)
            && words(&hyphenated(&head.caption), SOURCES, Weight::Regular)
    };
    grid.heads.iter().all(is_whole)
}

fn grid_height(grid: &Grid) -> usize {
    let names = WIDTH * if grid.has_letters { ROW_NAMES_BESIDE_LETTERS } else { ROW_NAMES } / 100;
    let column = (WIDTH - names) / grid.heads.len().max(1);
    let head = grid.heads.iter().map(|head| {
        let size = if has_small_heads(grid) { SOURCES } else { WORDS };
        let name = bold_lines(&hyphenated(&head.name), size, column - 16).max(1) * (size * 7 / 5);
        name + lines(&hyphenated(&head.caption), SOURCES, column - 16) * (SOURCES * 7 / 5)
    });
    let row = |(name, entries): &(String, Vec<GridEntry>)| {
        let cells = entries.iter().map(|entry| match grid.has_letters {
            true => entry.tiles.len() * LETTER_TILE,
            false => cell_height(entry, column - 16, grid.heads.len() <= WIDE_COLUMNS),
        });
        let gap = if grid.has_letters { 10 } else { 22 };
        cells.max().unwrap_or(0).max(bold_lines(name, WORDS, names - 16) * 54) + gap
    };
    head.max().unwrap_or(0) + 24 + grid.rows.iter().map(row).sum::<usize>()
}

fn cell_height(entry: &GridEntry, width: usize, is_wide: bool) -> usize {
    let tile = |tile: &Tile| if is_wide { wide_tile_height(tile, width) } else { narrow_tile_height(tile, width) };
    let reason = if entry.empty_reason.is_empty() { 0 } else { lines(&entry.empty_reason, WORDS, width) * 52 };
    reason + entry.tiles.iter().map(|shown| tile(shown) + 8).sum::<usize>()
}

/// The height of a tile with its ladder beside the word.
fn wide_tile_height(tile: &Tile, width: usize) -> usize {
    let note = tile.note.as_ref().map(|note| format!(" {note}")).unwrap_or_default();
    lines(&format!("{}{note}", tile.word), WORDS, width.saturating_sub(110)) * 48 + 28
}

/// The height of a tile with its ladder above the word.
fn narrow_tile_height(tile: &Tile, width: usize) -> usize {
    let note = tile.note.as_ref().map_or(0, |note| lines(note, WORDS, width - 20) * 46);
    lines(&tile.word, WORDS, width - 20) * 46 + note + 34 + 20
}

/// The number of lines of running text.
fn lines(text: &str, size: usize, available: usize) -> usize {
    text_width::lines(text, size, available, Weight::Regular)
}

/// The number of lines of a title or head.
fn bold_lines(text: &str, size: usize, available: usize) -> usize {
    text_width::lines(text, size, available, Weight::Bold)
}
