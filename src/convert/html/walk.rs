//! Walks through the elements of a page and writes their blocks.

use crate::html::content::is_skipped;
use crate::html::table::{TableReader, has_data};
use crate::markup::{TextWriter, superscript};
use ego_tree::iter::Edge;
use scraper::ElementRef;

/// What the words that are being collected will be.
#[derive(Clone, PartialEq, Eq)]
enum Block {
    Paragraph,
    Heading(u8, Option<String>),
    Item(usize),
}

/// Reads the elements of a page.
pub struct PageReader {
    writer: TextWriter,
    block: Block,
    words: String,
    /// How many lists are open.
    depth: usize,
    table: Option<TableReader>,
}

impl PageReader {
    /// A reader that has read nothing.
    pub fn new(writer: TextWriter) -> PageReader {
        PageReader { writer, block: Block::Paragraph, words: String::new(), depth: 0, table: None }
    }

    /// Reads an element with everything in it. It walks without recursion: a page may be nested deeper than a stack.
    pub fn read(&mut self, root: ElementRef) {
        let mut skipped = None;
        for edge in root.traverse() {
            match edge {
                Edge::Open(node) if skipped.is_none() => match ElementRef::wrap(node) {
                    Some(element) if is_skipped(element) => skipped = Some(node.id()),
                    Some(element) => self.open(element),
                    None => node.value().as_text().into_iter().for_each(|text| self.add_text(text)),
                },
                Edge::Close(node) if skipped == Some(node.id()) => skipped = None,
                Edge::Close(node) if skipped.is_none() => {
                    ElementRef::wrap(node).into_iter().for_each(|element| self.close(element));
                }
                _ => {}
            }
        }
    }

    /// The text that was read.
    pub fn finish(mut self) -> String {
        self.flush();
        self.writer.finish()
    }

    fn open(&mut self, element: ElementRef) {
        let name = element.value().name();
        match (name, &mut self.table) {
            ("tr", Some(table)) => table.start_row(),
            ("td" | "th", Some(table)) => {
                let columns = element.attr("colspan").and_then(|number| number.parse().ok());
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

    fn close(&mut self, element: ElementRef) {
        let name = element.value().name();
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
            ("sup", _) => self.raise_number(element),
            (_, None) if is_block(name) || heading_level(name).is_some() => self.flush(),
            _ => {}
        }
    }

    fn add_text(&mut self, text: &str) {
        match &mut self.table {
            Some(table) => table.add_text(text),
            None => self.words.push_str(text),
        }
    }

    /// Writes the number of a raised mark, which was just added, in superscript digits.
    fn raise_number(&mut self, element: ElementRef) {
        let mark: String = element.text().collect();
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
        if words.trim().is_empty() {
            return;
        }
        match std::mem::replace(&mut self.block, Block::Paragraph) {
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
fn is_term(element: ElementRef) -> bool {
    const LONGEST: usize = 60;
    let leads_there = element.attr("href").is_some_and(|to| to.starts_with('#') || to.contains("glossary"));
    let text: String = element.text().collect();
    let is_in_text =
        element.parent().and_then(ElementRef::wrap).is_some_and(|one| matches!(one.value().name(), "p" | "li"));
    leads_there && is_in_text && text.chars().any(char::is_alphabetic) && text.len() <= LONGEST
}

/// The id of a heading, or of something in it.
fn anchor(element: ElementRef) -> Option<String> {
    let mut ids = element.descendent_elements().filter_map(|one| one.value().id().or(one.value().attr("name")));
    ids.next().map(str::to_string)
}
