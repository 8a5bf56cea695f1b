//! The footnotes of a document, which are in a part of their own.

use super::body::{Element, NOTE_MARK, parse};
use super::xml::{XmlEvent, attribute, for_each_event};
use crate::ConvertError;
use crate::markup::superscript;
use std::collections::HashMap;

/// The footnotes, numbered in the order of their marks.
pub struct Footnotes {
    by_id: HashMap<String, String>,
    /// How many marks have been numbered.
    count: usize,
    /// The notes whose marks were numbered and that are still to be written, with their numbers.
    marked: Vec<(String, String)>,
}

impl Footnotes {
    /// Reads the part with the footnotes; an empty part has none.
    ///
    /// # Errors
    /// If its XML is broken.
    pub fn parse(xml: &str) -> Result<Footnotes, ConvertError> {
        let mut ids = Vec::new();
        for_each_event(xml, |event| {
            if let XmlEvent::Start(name, start) = event
                && name == "footnote"
            {
                ids.push(attribute(&start, "id").unwrap_or_default());
            }
            Ok(())
        })?;
        let parts = xml.split_inclusive("</w:footnote>");
        let mut by_id = HashMap::new();
        for (id, part) in ids.into_iter().zip(parts) {
            let start = part.find("<w:p").unwrap_or(part.len());
            let end = part.rfind("</w:footnote>").unwrap_or(part.len()).max(start);
            let words = parse(&part[start..end])?.into_iter().filter_map(|element| match element {
                Element::Paragraph(paragraph) => Some(paragraph.text),
                Element::Table(_) => None,
            });
            by_id.insert(id, words.collect::<Vec<_>>().join(" "));
        }
        Ok(Footnotes { by_id, count: 0, marked: Vec::new() })
    }

    /// The words of a paragraph with the marks of its footnotes as superscript digits.
    pub fn number_marks(&mut self, text: &str) -> String {
        let mut out = String::new();
        for (n, part) in text.split(NOTE_MARK).enumerate() {
            let note = if n % 2 == 1 { self.by_id.remove(part) } else { None };
            match note {
                Some(note) => {
                    self.count += 1;
                    out.push_str(&superscript(&self.count.to_string()));
                    self.marked.push((self.count.to_string(), note));
                }
                None if n % 2 == 0 => out.push_str(part),
                None => {}
            }
        }
        out
    }

    /// The notes whose marks were numbered since the last call.
    pub fn take_marked(&mut self) -> Vec<(String, String)> {
        std::mem::take(&mut self.marked)
    }
}
