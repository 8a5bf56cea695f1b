//! Tests of the reading of documents.

use super::to_text;
use crate::ConvertError;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const STYLES: &str = "<w:styles><w:style w:styleId=\"H2\"><w:name w:val=\"heading 2\"/></w:style><w:style w:styleId=\"Box\">\
                      <w:name w:val=\"Box head\"/><w:basedOn w:val=\"H2\"/></w:style><w:style w:styleId=\"LB\"><w:name w:val=\
                      \"List Bullet\"/></w:style></w:styles>";

/// An archive with these parts.
fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a part can be added");
        writer.write_all(content.as_bytes()).expect("a part can be written");
    }
    writer.finish().expect("the archive is complete").into_inner()
}

fn text(body: &str, notes: &str) -> Result<String, ConvertError> {
    let document = format!("<?xml version=\"1.0\"?><w:document><w:body>{body}</w:body></w:document>");
    to_text(&archive(&[("word/document.xml", &document), ("word/styles.xml", STYLES), ("word/footnotes.xml", notes)]))
}

/// A paragraph with a style.
fn p(style: &str, words: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
}

#[test]
fn headings_and_lists_are_known_by_their_styles() {
    let body = p("H2", "Investigating crime")
        + &p("Box", "Areas for improvement")
        + &p("LB", "The force &amp; all")
        + &p("", "End.");
    assert_eq!(
        text(&body, "").as_deref(),
        Ok("## Investigating crime\n\n## Areas for improvement\n\n• The force & all\n\nEnd.\n")
    );
}

#[test]
fn a_table_of_one_column_is_a_box_and_others_have_cells() {
    let cell = |words: &str| format!("<w:tc>{}</w:tc>", p("", words));
    let grid = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>",
        cell("Good"),
        cell("Inadequate"),
        cell(""),
        cell("Calls")
    );
    let boxed =
        format!("<w:tbl><w:tr><w:tc>{}{}</w:tc></w:tr></w:tbl>", p("Box", "Cause of concern"), p("", "It is late."));
    assert_eq!(
        text(&(grid + &boxed), "").as_deref(),
        Ok("Good\tInadequate\n\tCalls\n\n## Cause of concern\n\nIt is late.\n")
    );
}

#[test]
fn footnotes_are_numbered_and_follow_their_paragraph() {
    let body = "<w:p><w:r><w:t>It uses THRIVE</w:t></w:r><w:r><w:footnoteReference w:id=\"7\"/></w:r><w:r><w:t>.</w:t></w:r></w:p>";
    let notes = format!("<w:footnotes><w:footnote w:id=\"7\">{}</w:footnote></w:footnotes>", p("", "A way to decide."));
    assert_eq!(text(body, &notes).as_deref(), Ok("It uses THRIVE¹.\n\n¹ A way to decide.\n"));
}

#[test]
fn what_is_no_document_or_too_deep_is_refused() {
    assert_eq!(to_text(&archive(&[("xl/workbook.xml", "")])), Err(ConvertError::OtherForm("a spreadsheet")));
    assert!(matches!(to_text(b"PK\x03\x04 nothing"), Err(ConvertError::Damaged { .. })));
    let deep = "<w:tbl><w:tr><w:tc>".repeat(1000);
    assert!(matches!(text(&deep, ""), Err(ConvertError::Damaged { .. })));
}
