//! The forms of files, recognised by their contents.

use crate::ConvertError;

/// The form of a file that can be converted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// Plain text.
    Text,
    /// A saved web page.
    WebPage,
    /// A web page saved with its pictures in one file.
    WebArchive,
    /// A word-processor document (`.docx`).
    Document,
    /// A PDF.
    Pdf,
}

impl Form {
    /// Its name in words, with an article.
    pub fn name(self) -> &'static str {
        match self {
            Form::Text => "a text",
            Form::WebPage => "a web page",
            Form::WebArchive => "a web archive",
            Form::Document => "a Word document",
            Form::Pdf => "a PDF",
        }
    }
}

/// The form of a file.
///
/// # Errors
/// If it is empty, or of a form that is known by name but cannot be read.
pub fn recognise(bytes: &[u8]) -> Result<Form, ConvertError> {
    /// How far from its start a file says what it is.
    const HEAD: usize = 1024;
    /// The first bytes of files that hold no text that can be read, and what they are.
    const OTHERS: [(&[u8], &str); 9] = [
        (b"\xd0\xcf\x11\xe0", "an old Word document (.doc) or another file of old Office programs"),
        (b"{\\rtf", "a document in Rich Text Format"),
        (b"\x89PNG", "a picture"),
        (b"\xff\xd8\xff", "a picture"),
        (b"GIF8", "a picture"),
        (b"\x1f\x8b", "a compressed file"),
        (b"Rar!", "an archive"),
        (b"7z\xbc\xaf", "an archive"),
        (b"%!PS", "a PostScript file"),
    ];
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ConvertError::Empty);
    }
    if let Some((_, name)) = OTHERS.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(ConvertError::OtherForm(name));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok(Form::Document);
    }
    if bytes[..bytes.len().min(HEAD)].windows(5).any(|window| window == b"%PDF-") {
        return Ok(Form::Pdf);
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let start = head.trim_start_matches('\u{fffd}').trim_start_matches('\u{feff}').trim_start();
    let is_message = head.contains("mime-version:")
        || ["from: <saved by", "content-type: multipart/related"].iter().any(|sign| start.starts_with(sign));
    if is_message && head.contains("multipart/related") {
        return Ok(Form::WebArchive);
    }
    let is_page = ["<!doctype html", "<html", "<head", "<body", "<meta "].iter().any(|tag| start.starts_with(tag));
    let has_page = start.starts_with("<!--") || start.starts_with("<?xml");
    if is_page || (has_page && head.contains("<html")) {
        return Ok(Form::WebPage);
    }
    Ok(Form::Text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_contents() {
        for (bytes, form) in [
            (b"PEEL 2021/22\n".as_slice(), Form::Text),
            (b"\xef\xbb\xbf\n<!DOCTYPE html><p>", Form::WebPage),
            (b"<!-- saved from url=(0050)https://example.org -->\n<html>", Form::WebPage),
            (b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;", Form::WebArchive),
            (b"PK\x03\x04....", Form::Document),
            (b"\n%PDF-1.7\n", Form::Pdf),
        ] {
            assert_eq!(recognise(bytes), Ok(form), "{}", String::from_utf8_lossy(bytes));
        }
        assert_eq!(recognise(b" \n"), Err(ConvertError::Empty));
        assert!(matches!(recognise(b"\x89PNG\r\n"), Err(ConvertError::OtherForm("a picture"))));
    }
}
