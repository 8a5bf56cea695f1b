//! Word-processor documents (`.docx`): a zip archive of XML parts, of which the document, its styles and its footnotes matter.

mod body;
mod footnotes;
mod styles;
mod xml;

use crate::markup::TextWriter;
use crate::{ConvertError, Form};
use body::{Element, Paragraph, Table};
use footnotes::Footnotes;
use std::io::{Cursor, Read};
use styles::Styles;
use zip::ZipArchive;

/// The most bytes of a part after unpacking.
const MAX_PART: u64 = 32 << 20;

/// The text of a document.
///
/// # Errors
/// If it is no word-processor document, or is encrypted or damaged.
pub fn to_text(bytes: &[u8]) -> Result<String, ConvertError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(error.to_string()))?;
    if archive.index_for_name("word/document.xml").is_none() {
        let is_other = |folder: &str| archive.file_names().flatten().any(|name| name.starts_with(folder));
        let name = if is_other("xl/") {
            "a spreadsheet"
        } else if is_other("ppt/") {
            "a slide show"
        } else if archive.index_for_name("content.xml").is_some() {
            "an OpenDocument file"
        } else {
            "a zip archive without a Word document"
        };
        return Err(ConvertError::OtherForm(name));
    }
    let styles = Styles::parse(&read_part(&mut archive, "word/styles.xml")?.unwrap_or_default())?;
    let mut notes = Footnotes::parse(&read_part(&mut archive, "word/footnotes.xml")?.unwrap_or_default())?;
    let document = read_part(&mut archive, "word/document.xml")?.unwrap_or_default();
    let elements = body::parse(&document)?;
    let mut writer = TextWriter::new();
    write_elements(&elements, &styles, &mut notes, &mut writer);
    Ok(writer.finish())
}

/// A part of the archive, if it is there.
fn read_part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>, ConvertError> {
    if archive.index_for_name(name).is_none() {
        return Ok(None);
    }
    let part = archive.by_name(name).map_err(|error| damaged(format!("{name}: {error}")))?;
    let mut bytes = Vec::new();
    part.take(MAX_PART + 1).read_to_end(&mut bytes).map_err(|error| damaged(format!("{name}: {error}")))?;
    if bytes.len() as u64 > MAX_PART {
        return Err(damaged(format!("its part {name} is larger than any report")));
    }
    String::from_utf8(bytes).map(Some).map_err(|_| damaged(format!("its part {name} is not UTF-8")))
}

/// The error for a damaged document.
fn damaged(part: impl Into<String>) -> ConvertError {
    ConvertError::Damaged { form: Form::Document, part: part.into() }
}

fn write_elements(elements: &[Element], styles: &Styles, notes: &mut Footnotes, writer: &mut TextWriter) {
    for element in elements {
        match element {
            Element::Paragraph(paragraph) => write_paragraph(paragraph, styles, notes, writer),
            Element::Table(table) if table.has_data(styles) => {
                table.text_rows().iter().for_each(|row| writer.row(row));
            }
            Element::Table(Table { rows }) => {
                rows.iter().flatten().for_each(|cell| write_elements(cell, styles, notes, writer));
            }
        }
    }
}

fn write_paragraph(paragraph: &Paragraph, styles: &Styles, notes: &mut Footnotes, writer: &mut TextWriter) {
    let text = notes.number_marks(&paragraph.text);
    match (styles.heading_level(paragraph), styles.list_depth(paragraph)) {
        (Some(level), _) => writer.heading(level, &text, None),
        (None, Some(depth)) => writer.item(depth, &text),
        (None, None) => writer.paragraph(&text),
    }
    notes.take_marked().into_iter().for_each(|(number, note)| writer.note(&number, &note));
}

#[cfg(test)]
mod tests;
