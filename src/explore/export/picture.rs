//! Timelines, comparisons and charts as SVG pictures. Each contains its title, source, date and licence.

use crate::export::thread_rows::{ThreadLine, thread_lines};
use crate::export::wrapping::wrap_words;
use crate::export::{LICENCE, Origin, chart_at};
use crate::pages::compare;
use crate::pages::grid;
use crate::pages::grid::{Grid, GridHead};
use crate::pages::national;
use crate::pages::numbers::Chart;
use crate::pages::tile::{Tile, TileState};
use crate::state::{State, View};
use corpus::Corpus;

/// The styles of pictures. Their variables are the colours of the site: a picture that is saved has those of the screen
/// in their place.
pub const PICTURE_STYLES: &str = ".paper{fill:var(--paper)}text{fill:var(--ink)}.title{font-size:24px;font-weight:700}\
    .strong{font-weight:700}.small{font-size:12px;fill:var(--soft)}.word{font-size:12px}\
    .break{fill:var(--edge)}.bar{fill:var(--ink);opacity:.25}.full{opacity:1}.force{fill:var(--link);opacity:1}\
    .other{fill:var(--edge);opacity:1}.outlined{fill:none;stroke:var(--edge);stroke-dasharray:5 4}\
    .plain{fill:none;stroke:var(--line)}.carried{fill:none;stroke:var(--edge);stroke-width:2.5}\
    .hollow{fill:none;stroke:var(--edge);stroke-width:1.5}.press{stroke-dasharray:1.5 2}\
    .outstanding{fill:var(--outstanding)}.good{fill:var(--good)}.adequate{fill:var(--adequate)}\
    .requires-improvement{fill:var(--requires-improvement)}.inadequate{fill:var(--inadequate)}\
    .inked{fill:var(--tile-ink)}";

/// The least width of a picture, in pixels.
const WIDTH: usize = 1200;
/// The least width of a column, in pixels: "improvement" fits.
const COLUMN_WIDTH: usize = 112;
/// The margin on each side, in pixels.
const MARGIN: usize = 30;
/// The width of the row labels, in pixels.
const LABEL_WIDTH: usize = 210;
/// The width allowed for a character, in pixels: slightly more than the average.
const LETTER_WIDTH: usize = 8;

/// A picture that is being drawn from the top down.
struct PictureBuilder {
    /// The SVG elements drawn so far.
    shapes: String,
    /// The vertical position of the next element, in pixels.
    y: usize,
    /// The width, in pixels: more than usual if there are many columns.
    width: usize,
}

/// The picture of a page or, if `anchor` is not empty, of the chart with that anchor, as SVG. `None` if there is no
/// such picture.
///
/// Elements have class names, which `style` defines.
pub fn page_picture(corpus: &Corpus, state: &State, anchor: &str, origin: &Origin, style: &str) -> Option<String> {
    let mut picture = PictureBuilder { shapes: String::new(), y: MARGIN + 14, width: WIDTH };
    match &state.view {
        _ if !anchor.is_empty() => picture.add_chart(&chart_at(corpus, state, anchor)?),
        View::Force(id) => {
            let force = corpus.force(id)?;
            picture.add_title(&format!("{}: grades over time", force.name));
            picture.add_grid(&grid::timeline_grid(corpus, force));
            picture.add_notes(&grid::grid_notes(corpus, &[force]));
        }
        View::National => {
            let page = national::national_page(corpus, state);
            picture.add_title(&page.title);
            picture.add_grid(&grid::national_grid(&page));
            picture.add_notes(&page.notes);
            picture.add_notes(&grid::grid_notes(corpus, &[]));
        }
        View::Compare => {
            let (forces, _) = compare::chosen_forces_and_subjects(corpus, state);
            picture.add_title("Forces compared");
            for table in compare::compare_page(corpus, state).tables {
                picture.add_line(MARGIN, &table.title, "strong");
                picture.add_grid(&grid::comparison_grid(&table));
            }
            picture.add_notes(&grid::grid_notes(corpus, &forces));
        }
        View::Thread(id) => {
            let (title, lines) = thread_lines(corpus, id)?;
            picture.add_title(&title);
            picture.add_thread(&lines);
        }
        _ => return None,
    }
    picture.add_notes(&[format!("{} · site built {}", origin.address, origin.build_date), LICENCE.to_string()]);
    let (width, height) = (picture.width, picture.y + MARGIN);
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"system-ui, sans-serif\" font-size=\"14\"><style>{style}</style>\
         <rect class=\"paper\" width=\"{width}\" height=\"{height}\"/>{}</svg>",
        picture.shapes
    ))
}

/// The width and height of a picture that [`page_picture`] made, in pixels.
pub fn picture_size(svg: &str) -> Option<(usize, usize)> {
    let attribute = |name: &str| svg.split_once(name)?.1.split('"').next()?.parse().ok();
    Some((attribute(" width=\"")?, attribute(" height=\"")?))
}

impl PictureBuilder {
    /// Draws the title, wrapped to the width of the picture also in a font with wide letters.
    fn add_title(&mut self, words: &str) {
        /// How many bold letters of its size fit across a picture.
        const MAX_LETTERS: usize = 66;
        wrap_words(words, MAX_LETTERS).iter().for_each(|line| self.add_line(MARGIN, line, "title"));
    }

    /// Draws a line of text and moves down to the next line.
    fn add_line(&mut self, x: usize, words: &str, class: &str) {
        self.add_text(x, self.y, words, class);
        self.y += if class == "title" { 36 } else { 22 };
    }

    /// Draws notes in small letters, wrapped to the width of the picture.
    fn add_notes(&mut self, notes: &[String]) {
        /// How many small letters fit across a picture.
        const MAX_LETTERS: usize = 150;
        self.y += 6;
        for line in notes.iter().flat_map(|note| wrap_words(note, MAX_LETTERS)) {
            self.add_line(MARGIN, &line, "small");
        }
    }

    /// Draws a thread: a line down the side with a dot at each report, and the words beside it.
    fn add_thread(&mut self, lines: &[ThreadLine]) {
        /// How many letters fit on one line beside the line.
        const LETTERS: usize = 130;
        const X: usize = MARGIN + 30;
        let mut dots = Vec::new();
        for line in lines {
            let (words, class) = match line {
                ThreadLine::Report(words) => {
                    self.y += 12;
                    dots.push(self.y - 10);
                    (words, "strong")
                }
                ThreadLine::Note(words) => (words, "small"),
                ThreadLine::Quotation(words) => (words, "label"),
            };
            wrap_words(words, LETTERS).iter().for_each(|line| self.add_line(X, line, class));
        }
        if let [first, .., last] = dots[..] {
            self.add_rect(MARGIN + 4, first, 2, last - first, "break");
        }
        dots.iter().for_each(|y| self.add_rect(MARGIN, *y, 10, 10, "bar full"));
    }

    fn add_text(&mut self, x: usize, y: usize, words: &str, class: &str) {
        let words = words.replace('&', "&amp;").replace('<', "&lt;");
        self.shapes.push_str(&format!("<text class=\"{class}\" x=\"{x}\" y=\"{y}\">{words}</text>"));
    }

    fn add_rect(&mut self, x: usize, y: usize, width: usize, height: usize, class: &str) {
        self.shapes.push_str(&format!(
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"3\"/>"
        ));
    }

    fn add_grid(&mut self, grid: &Grid) {
        self.width = self.width.max(2 * MARGIN + LABEL_WIDTH + grid.heads.len() * COLUMN_WIDTH);
        let width = (self.width - 2 * MARGIN - LABEL_WIDTH) / grid.heads.len().max(1);
        let column = |c: usize| MARGIN + LABEL_WIDTH + c * width;
        let top = self.y - 14;
        for (c, GridHead { name, caption: about, .. }) in grid.heads.iter().enumerate() {
            self.add_text(column(c) + 6, self.y, name, "strong");
            for (n, line) in wrap_words(about, width / LETTER_WIDTH).iter().enumerate() {
                self.add_text(column(c) + 6, self.y + 16 * (n + 1), line, "small");
            }
        }
        let most_lines =
            grid.heads.iter().map(|head| wrap_words(&head.caption, width / LETTER_WIDTH).len()).max().unwrap_or(0);
        self.y += 12 + 16 * most_lines;
        for (label, entries) in &grid.rows {
            for (n, line) in wrap_words(label, LABEL_WIDTH / LETTER_WIDTH).iter().enumerate() {
                self.add_text(MARGIN, self.y + 22 + 16 * n, line, "label");
            }
            let mut bottom = self.y + 16 * wrap_words(label, LABEL_WIDTH / LETTER_WIDTH).len() + 12;
            for (c, entry) in entries.iter().enumerate() {
                let mut y = self.y;
                for tile in &entry.tiles {
                    y += self.add_tile(column(c) + 4, y, tile, width - 10) + 4;
                }
                for line in wrap_words(&entry.empty_reason, width / LETTER_WIDTH) {
                    y += 16;
                    self.add_text(column(c) + 6, y, &line, "small");
                }
                bottom = bottom.max(y + 4);
            }
            self.y = bottom;
        }
        for (c, _) in grid.heads.iter().enumerate().filter(|(_, head)| head.is_after_break) {
            self.add_rect(column(c) - 3, top, 4, self.y - top, "break");
        }
        self.y += 24;
    }

    /// Draws a tile with its top at `y`, and returns its height.
    fn add_tile(&mut self, x: usize, y: usize, tile: &Tile, width: usize) -> usize {
        if tile.state == TileState::NotAsked {
            self.add_text(x + 6, y + 22, "· not asked", "small");
            return 26;
        }
        let class = model::slugify(&tile.word);
        // A sibling selector would change every word that is drawn after a filled tile.
        let ink = if matches!(tile.state, TileState::Graded(_)) { " inked" } else { "" };
        let rect_class = match tile.state {
            TileState::Graded(_) => format!("graded {class}"),
            TileState::NotHeld(_) => "hollow".to_string(),
            TileState::Press(_) => "hollow press".to_string(),
            TileState::CarriedForward(_) => "carried".to_string(),
            TileState::GradedNotKnown | TileState::NotKnown => "outlined".to_string(),
            _ => "plain".to_string(),
        };
        let note = tile.note.as_ref().map(|note| format!(" {note}")).unwrap_or_default();
        let words = wrap_words(&format!("{}{note}", tile.word), (width - 12) / LETTER_WIDTH);
        let height = 22 + 15 * words.len();
        self.add_rect(x, y + 2, width, height, &rect_class);
        if let Some(ladder) = tile.scale_position {
            for n in 0..usize::from(ladder.step_count) {
                let height = 4 + 2 * n;
                let bar = if n < usize::from(ladder.step) { "bar full" } else { "bar" };
                self.add_rect(x + 7 + 5 * n, y + 20 - height, 3, height, &format!("{bar}{ink}"));
            }
        }
        for (n, line) in words.iter().enumerate() {
            self.add_text(x + 6, y + 34 + 15 * n, line, &format!("word{ink}"));
        }
        height
    }

    fn add_chart(&mut self, chart: &Chart) {
        /// How many letters fit on one line of a label, next to the bars.
        const LABEL_LETTERS: usize = 58;
        let bars = MARGIN + 420;
        let title = format!("{}: {} compared with {}", chart.title, chart.force, chart.comparator);
        self.add_title(&title);
        for pair in &chart.rows {
            let label = wrap_words(&pair.label, LABEL_LETTERS);
            for (n, line) in label.iter().enumerate() {
                self.add_text(MARGIN, self.y + 14 + 16 * n, line, "label");
            }
            for (bar, class, y) in [(&pair.force, "bar force", self.y), (&pair.comparator, "bar other", self.y + 18)] {
                let width = (bar.share * (WIDTH - bars - 100) as f64 / 100.0) as usize;
                self.add_rect(bars, y, width.max(1), 14, class);
                self.add_text(bars + width + 8, y + 12, &bar.value, "small");
            }
            self.y += 44.max(16 * label.len() + 14);
        }
        self.add_notes(&[
            format!("Upper bar: {}; lower bar: {}.", chart.force, chart.comparator),
            chart.source.clone(),
        ]);
    }
}
