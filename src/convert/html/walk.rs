//! Walks through the elements of a page and writes their blocks.

use crate::html::content::is_skipped;
use crate::html::table::{TableReader, has_data};
use crate::html::tree::{Element, Step};
use crate::markup::{TextWriter, superscript};

/// What the words that are being collected will be.
#[derive(Clone, PartialEq, Eq)]
enum Block {
    Paragraph,
    Heading(u8, Option<String>),
    Item(usize),
}

/// The level of a paragraph that is bold throughout: below that of all headings.
const BOLD_LEVEL: u8 = 6;

/// Longer bold paragraphs are emphasis.
const LONGEST_HEADING: usize = 300;

/// Reads the elements of a page.
pub struct PageReader {
    writer: TextWriter,
    block: Block,
    words: String,
    /// How many elements are open whose words are bold.
    bold: usize,
    /// Whether any of the words that were collected are not bold.
    has_plain_words: bool,
    /// How many lists are open.
    depth: usize,
    table: Option<TableReader>,
}

impl PageReader {
    /// A reader that has read nothing.
    pub fn new(writer: TextWriter) -> PageReader {
        PageReader {
            writer,
            block: Block::Paragraph,
            words: String::new(),
            bold: 0,
            has_plain_words: false,
            depth: 0,
            table: None,
        }
    }

    /// Reads an element with everything in it.
    pub fn read(&mut self, root: &Element) {
        let mut skipped: Option<Element> = None;
        for step in root.walk() {
            match step {
                Step::Open(element) if skipped.is_none() && is_skipped(&element) => skipped = Some(element),
                Step::Open(element) if skipped.is_none() => self.open(&element),
                Step::Text(text) if skipped.is_none() => self.add_text(&text),
                Step::Close(element) if skipped.is_none() => self.close(&element),
                Step::Close(element) if skipped.as_ref().is_some_and(|skipped| skipped.is(&element)) => skipped = None,
                _ => {}
            }
        }
    }

    /// The text that was read.
    pub fn finish(mut self) -> String {
        self.flush();
        self.writer.finish()
    }

    fn open(&mut self, element: &Element) {
        let name = element.name();
        match (name, &mut self.table) {
            ("tr", Some(table)) => table.start_row(),
            ("td" | "th", Some(table)) => {
                let columns = element.attribute("colspan").and_then(|number| number.parse().ok());
                table.start_cell(columns.unwrap_or(1));
            }
            ("br", Some(table)) => table.end_line(true),
            ("p" | "div" | "li", Some(table)) => table.end_line(false),
            ("table", None) if has_data(element) => {
                self.flush();
                self.table = Some(TableReader::default());
            }
            ("br", None) => self.words.push(' '),
            ("ul" | "ol" | "menu", None) => {
                self.flush();
                self.depth += 1;
            }
            ("li", None) => {
                self.flush();
                self.block = Block::Item(self.depth.saturating_sub(1));
            }
            ("a", _) if is_term(element) => self.add_text("["),
            ("b" | "strong", _) => self.bold += 1,
            _ => match heading_level(name) {
                Some(level) if self.table.is_none() => {
                    self.flush();
                    self.block = Block::Heading(level, anchor(element));
                }
                _ if is_block(name) && self.table.is_none() => self.flush(),
                _ => {}
            },
        }
    }

    fn close(&mut self, element: &Element) {
        let name = element.name();
        match (name, &mut self.table) {
            ("td" | "th", Some(table)) => table.end_cell(),
            ("table", table @ Some(_)) => {
                let rows = table.take().map(TableReader::finish).unwrap_or_default();
                rows.iter().for_each(|row| self.writer.row(row));
            }
            ("p" | "div" | "li", Some(table)) => table.end_line(false),
            ("ul" | "ol" | "menu", None) => {
                self.flush();
                self.depth = self.depth.saturating_sub(1);
            }
            ("a", _) if is_term(element) => self.add_text("](#)"),
            ("b" | "strong", _) => self.bold = self.bold.saturating_sub(1),
            ("sup", _) => self.raise_number(element),
            (_, None) if is_block(name) || heading_level(name).is_some() => self.flush(),
            _ => {}
        }
    }

    fn add_text(&mut self, text: &str) {
        match &mut self.table {
            Some(table) => table.add_text(text),
            None => {
                self.has_plain_words |= self.bold == 0 && text.contains(char::is_alphanumeric);
                self.words.push_str(text);
            }
        }
    }

    /// Writes the number of a raised mark, which was just added, in superscript digits.
    fn raise_number(&mut self, element: &Element) {
        let mark = element.text();
        let number = mark.trim().trim_matches(['[', ']', '(', ')']);
        let is_number = (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
        let without_term = self.words.replace("](#)", "");
        if is_number && self.table.is_none() && without_term.ends_with(&mark) {
            // The number may be a link to its footnote, which is no term.
            let start = self.words.rfind(&mark).unwrap_or(self.words.len());
            self.words.truncate(start);
            let bare = self.words.trim_end_matches('[').trim_end().len();
            self.words.truncate(bare);
            self.words.push_str(&superscript(number));
        }
    }

    /// Writes the words that were collected as a block.
    fn flush(&mut self) {
        let words = std::mem::take(&mut self.words);
        let is_bold =
            !std::mem::take(&mut self.has_plain_words) && words.len() < LONGEST_HEADING && !words.contains(". ");
        if words.trim().is_empty() {
            return;
        }
        match std::mem::replace(&mut self.block, Block::Paragraph) {
            Block::Paragraph if is_bold => self.writer.heading(BOLD_LEVEL, &words, None),
            Block::Paragraph => self.writer.paragraph(&words),
            Block::Heading(level, anchor) => self.writer.heading(level, &words, anchor.as_deref()),
            Block::Item(depth) => self.writer.item(depth, &words),
        }
    }
}

/// The level of a heading element.
fn heading_level(name: &str) -> Option<u8> {
    let level = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}

/// Whether an element starts and ends a block of its own.
fn is_block(name: &str) -> bool {
    const INLINE: [&str; 24] = [
        "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "dfn", "em", "font", "i", "img", "ins", "kbd", "mark",
        "q", "small", "span", "strong", "sub", "sup", "u", "wbr",
    ];
    !INLINE.contains(&name)
}

/// Whether a link leads to the explanation of a term, on the page or in a glossary.
fn is_term(element: &Element) -> bool {
    const LONGEST: usize = 60;
    let leads_there = element.attribute("href").is_some_and(|to| to.starts_with('#') || to.contains("glossary"));
    let text = element.text();
    let is_in_text = element.parent().is_some_and(|one| matches!(one.name(), "p" | "li"));
    leads_there && is_in_text && text.chars().any(char::is_alphabetic) && text.len() <= LONGEST
}

/// The id of a heading, or of something in it.
fn anchor(element: &Element) -> Option<String> {
    element.elements().find_map(|one| one.attribute("id").or(one.attribute("name")))
}
