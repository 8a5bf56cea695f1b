//! The paragraphs and tables of a document.

use super::damaged;
use super::styles::Styles;
use super::xml::{XmlEvent, attribute, for_each_event};
use crate::ConvertError;
use crate::markup::rows_of_lines;

/// Stands before the id of a footnote where its mark is, and after it.
pub const NOTE_MARK: char = '\u{e000}';

/// A part of a document.
pub enum Element {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
}

/// A paragraph.
#[derive(Default)]
pub struct Paragraph {
    /// The id of its style.
    pub style: Option<String>,
    /// Its level in the outline, from 0, if it has one of its own.
    pub outline_level: Option<u8>,
    /// The depth of its list, if it is numbered or has a bullet.
    pub list_depth: Option<usize>,
    /// Its words; each mark of a footnote is its id between two `NOTE_MARK`s.
    pub text: String,
}

/// A table: rows of cells with their elements.
pub struct Table {
    /// The rows.
    pub rows: Vec<Vec<Vec<Element>>>,
}

impl Table {
    /// Whether it has data, and is not the border of a box.
    pub fn has_data(&self, styles: &Styles) -> bool {
        let is_plain = |element: &Element| match element {
            Element::Paragraph(paragraph) => styles.heading_level(paragraph).is_none(),
            Element::Table(_) => false,
        };
        self.rows.iter().any(|row| row.len() > 1) && self.rows.iter().flatten().flatten().all(is_plain)
    }

    /// The words of its cells. A row whose cells have several paragraphs becomes as many rows.
    pub fn text_rows(&self) -> Vec<Vec<String>> {
        let text = |element: &Element| match element {
            Element::Paragraph(paragraph) => paragraph.text.split(NOTE_MARK).step_by(2).collect(),
            Element::Table(_) => String::new(),
        };
        let mut out = Vec::new();
        for row in &self.rows {
            let cells: Vec<Vec<String>> = row
                .iter()
                .map(|cell| cell.iter().map(text).filter(|words: &String| !words.trim().is_empty()).collect())
                .collect();
            out.extend(rows_of_lines(&cells));
        }
        out
    }
}

/// What is open around the current place.
enum Frame {
    Elements(Vec<Element>),
    Table(Vec<Vec<Vec<Element>>>),
    Row(Vec<Vec<Element>>),
    Cell(Vec<Element>),
}

/// Reads the part with the document, or with footnotes.
///
/// # Errors
/// If its XML is broken or nested too deeply.
pub fn parse(xml: &str) -> Result<Vec<Element>, ConvertError> {
    let mut reader = BodyReader { frames: vec![Frame::Elements(Vec::new())], ..BodyReader::default() };
    for_each_event(xml, |event| reader.take(event))?;
    let elements = reader.frames.into_iter().find_map(|frame| match frame {
        Frame::Elements(elements) => Some(elements),
        _ => None,
    });
    Ok(elements.unwrap_or_default())
}

#[derive(Default)]
struct BodyReader {
    frames: Vec<Frame>,
    /// The open paragraphs: one in a text box is inside another.
    paragraphs: Vec<Paragraph>,
    is_in_text: bool,
    /// How many elements are open that repeat the text beside them for older programs.
    fallbacks: usize,
}

impl BodyReader {
    fn take(&mut self, event: XmlEvent) -> Result<(), ConvertError> {
        const DEEPEST: usize = 100;
        if self.frames.len() > DEEPEST || self.paragraphs.len() > DEEPEST {
            return Err(damaged("its tables are nested too deeply"));
        }
        match event {
            XmlEvent::Start(name, _) if name == "Fallback" => self.fallbacks += 1,
            XmlEvent::End(name) if name == "Fallback" => self.fallbacks = self.fallbacks.saturating_sub(1),
            _ if self.fallbacks > 0 => {}
            XmlEvent::Start(name, start) => self.open(&name, &start),
            XmlEvent::End(name) => self.close(&name),
            XmlEvent::Text(text) if self.is_in_text => self.add_text(&text),
            XmlEvent::Text(_) => {}
        }
        Ok(())
    }

    fn open(&mut self, name: &str, start: &quick_xml::events::BytesStart) {
        let number = |name: &str| attribute(start, name).and_then(|number| number.parse::<u8>().ok());
        match name {
            "p" => self.paragraphs.push(Paragraph::default()),
            "tbl" => self.frames.push(Frame::Table(Vec::new())),
            "tr" => self.frames.push(Frame::Row(Vec::new())),
            "tc" => self.frames.push(Frame::Cell(Vec::new())),
            "t" => self.is_in_text = true,
            "tab" | "br" | "cr" => self.add_text(" "),
            "noBreakHyphen" => self.add_text("\u{2011}"),
            "softHyphen" => self.add_text("\u{ad}"),
            "footnoteReference" => {
                let id = attribute(start, "id").unwrap_or_default();
                self.add_text(&format!("{NOTE_MARK}{id}{NOTE_MARK}"));
            }
            _ => {
                let Some(paragraph) = self.paragraphs.last_mut() else { return };
                match name {
                    "pStyle" => paragraph.style = attribute(start, "val"),
                    "outlineLvl" => paragraph.outline_level = number("val"),
                    "ilvl" => paragraph.list_depth = number("val").map(usize::from),
                    // A paragraph with number 0 has left the list of its style.
                    "numId" if number("val") == Some(0) => paragraph.list_depth = None,
                    _ => {}
                }
            }
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "t" => self.is_in_text = false,
            "p" => {
                let paragraph = self.paragraphs.pop();
                paragraph.into_iter().for_each(|paragraph| self.add_element(Element::Paragraph(paragraph)));
            }
            "tc" | "tr" | "tbl" => match self.frames.pop() {
                Some(Frame::Cell(cell)) => match self.frames.last_mut() {
                    Some(Frame::Row(row)) => row.push(cell),
                    _ => cell.into_iter().for_each(|element| self.add_element(element)),
                },
                Some(Frame::Row(row)) => {
                    if let Some(Frame::Table(rows)) = self.frames.last_mut() {
                        rows.push(row);
                    }
                }
                Some(Frame::Table(rows)) => self.add_element(Element::Table(Table { rows })),
                Some(other) => self.frames.push(other),
                None => {}
            },
            _ => {}
        }
    }

    fn add_text(&mut self, text: &str) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.text.push_str(text);
        }
    }

    fn add_element(&mut self, element: Element) {
        let open = self.frames.iter_mut().rev().find_map(|frame| match frame {
            Frame::Elements(elements) | Frame::Cell(elements) => Some(elements),
            _ => None,
        });
        if let Some(elements) = open {
            elements.push(element);
        }
    }
}
