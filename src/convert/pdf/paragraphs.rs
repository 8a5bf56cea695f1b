//! Joins lines into headings, paragraphs and list items.

use super::lines::Line;
use super::styles::Styles;
use crate::markup::TextWriter;
use intake::hyphenation::KnownWords;
use intake::text::{BlockTail, append_part, continues_paragraph, is_complete};

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Heading(u8),
    Paragraph,
    Item(usize),
}

/// A line with what its place on the page says.
pub struct PlacedLine {
    /// The line, without the mark of a list item.
    pub line: Line,
    /// Where the mark of a list item stood.
    pub mark_x: Option<f64>,
    /// The box that it is in.
    pub in_box: Option<usize>,
    /// Where lines end on the right in its box, or on its page.
    pub right: f64,
    /// Whether it is the first of its page or column, so that its distance to the line before says nothing.
    pub is_first: bool,
}

/// A block whose last line may not have been read yet.
struct OpenBlock {
    kind: Kind,
    lines: Vec<Line>,
    in_box: Option<usize>,
    right: f64,
}

/// Joins lines, and writes each block when it is complete.
pub struct ParagraphJoiner<'a> {
    styles: &'a Styles,
    words: &'a KnownWords,
    writer: TextWriter,
    open: Option<OpenBlock>,
    /// Where the marks of the outer list stand.
    outer_mark: Option<f64>,
    /// Footnotes that were read while the block is open.
    notes: Vec<(String, String)>,
}

impl<'a> ParagraphJoiner<'a> {
    /// A joiner that has read nothing. `words` are those of the whole text, by which split words are known.
    pub fn new(styles: &'a Styles, words: &'a KnownWords) -> Self {
        ParagraphJoiner { styles, words, writer: TextWriter::new(), open: None, outer_mark: None, notes: Vec::new() }
    }

    /// Reads the next line.
    pub fn take(&mut self, placed: PlacedLine) {
        let level = self.styles.level(&placed.line);
        let goes_on =
            placed.mark_x.is_none() && self.open.as_ref().is_some_and(|open| self.goes_on(open, &placed, level));
        if goes_on && let Some(open) = &mut self.open {
            open.lines.push(placed.line);
            return;
        }
        self.flush();
        let kind = match (placed.mark_x, level) {
            (Some(x), _) => {
                let outer = *self.outer_mark.get_or_insert(x);
                Kind::Item(usize::from(x > outer + 0.6 * placed.line.size))
            }
            (None, Some(level)) => Kind::Heading(level),
            (None, None) => Kind::Paragraph,
        };
        if !matches!(kind, Kind::Item(_)) {
            self.outer_mark = None;
        }
        self.open = Some(OpenBlock { kind, lines: vec![placed.line], in_box: placed.in_box, right: placed.right });
    }

    fn goes_on(&self, open: &OpenBlock, placed: &PlacedLine, level: Option<u8>) -> bool {
        let last = &open.lines[open.lines.len() - 1];
        let line = &placed.line;
        let is_same_style = (line.size - last.size).abs() < 0.08 * last.size
            && match open.kind {
                Kind::Heading(open) => level == Some(open),
                // A paragraph may start or end with bold words.
                _ => level.is_none() || !line.is_bold || last.is_bold,
            };
        if !is_same_style {
            return false;
        }
        let words = last.text();
        let is_heading = matches!(open.kind, Kind::Heading(_));
        // The last line of a paragraph is hardly ever full.
        let has_room = last.end() + self.first_word_width(line) < open.right - 0.5 * line.size;
        if placed.is_first {
            let tail = BlockTail { words, is_long: open.lines.len() > 1 };
            return !is_heading && (continues_paragraph(&tail, &line.text()) || (!has_room && open.lines.len() > 1));
        }
        let text = line.text();
        let is_caption = ["Figure ", "Source: ", "Note: "].iter().any(|start| text.starts_with(start));
        if (is_caption && is_complete(&words)) || placed.in_box != open.in_box || !self.styles.is_near(last, line) {
            return false;
        }
        let is_item = matches!(open.kind, Kind::Item(_));
        let is_indented = line.x() > last.x() + 0.8 * line.size && !(open.lines.len() == 1 && is_item);
        let is_outdented = is_item && line.x() < open.lines[0].x() - 0.8 * line.size;
        // What a colon introduces may follow in the same paragraph.
        let is_end = is_complete(&words) && !words.ends_with(':') && (is_indented || has_room);
        !is_outdented && (is_heading || !is_end)
    }

    /// The approximate width of the first word of a line.
    fn first_word_width(&self, line: &Line) -> f64 {
        let text = line.text();
        let word = text.split(' ').next().unwrap_or_default().chars().count() + 1;
        (line.end() - line.x()) * word as f64 / text.chars().count().max(1) as f64
    }

    /// Reads a footnote: it is written behind the block that it interrupts.
    pub fn take_note(&mut self, number: String, text: String) {
        self.notes.push((number, text));
    }

    /// Writes the rows of a table.
    pub fn take_rows(&mut self, rows: &[Vec<String>]) {
        self.flush();
        rows.iter().for_each(|row| self.writer.row(row));
    }

    /// Starts a page. A paragraph may go on there.
    pub fn start_page(&mut self) {
        self.writer.start_page();
    }

    /// The whole text.
    pub fn finish(mut self) -> String {
        self.flush();
        self.writer.finish()
    }

    fn flush(&mut self) {
        if let Some(open) = self.open.take() {
            let lines: Vec<String> = open.lines.iter().map(Line::text).collect();
            let text = join_lines(&lines, self.words);
            // Some headings are several sentences, but bold text of the size of the body that ends a sentence is emphasis.
            let is_large = self.styles.is_large(&open.lines[0]) || !is_complete(&text);
            let is_heading = text.len() < 600 && (is_large || text.matches(". ").count() < 2);
            match open.kind {
                Kind::Heading(level) if is_heading => self.writer.heading(level, &text, None),
                Kind::Heading(_) | Kind::Paragraph => self.writer.paragraph(&text),
                Kind::Item(depth) => self.writer.item(depth, &text),
            }
        }
        for (number, text) in std::mem::take(&mut self.notes) {
            self.writer.note(&number, &text);
        }
    }
}

/// The lines of one paragraph as one text.
pub fn join_lines(lines: &[String], words: &KnownWords) -> String {
    let mut out = String::new();
    for line in lines {
        let is_split = words.is_split(&out, line);
        if is_split {
            out.pop();
        }
        append_part(&mut out, line, is_split);
    }
    out
}
