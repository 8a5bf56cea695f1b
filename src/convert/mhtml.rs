//! Web pages that browsers save with their pictures in one file (`.mhtml`).

use crate::{ConvertError, Form, html};
use mail_parser::{MessageParser, MimeHeaders, PartType};

/// The text of the page of a web archive.
///
/// # Errors
/// If it has no page.
pub fn to_text(bytes: &[u8]) -> Result<String, ConvertError> {
    let message = MessageParser::default().parse(bytes);
    let parts = message.iter().flat_map(|message| &message.parts);
    // The first page is the one that was saved; others are its frames.
    let is_page = |part: &&mail_parser::MessagePart| part.is_content_type("text", "html");
    let page = parts.clone().find(is_page).and_then(|part| match &part.body {
        PartType::Html(page) | PartType::Text(page) => Some(page.to_string()),
        _ => None,
    });
    let damaged = || ConvertError::Damaged { form: Form::WebArchive, part: "it has no page".to_string() };
    html::to_text(&page.ok_or_else(damaged)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_of_an_archive_is_read() {
        let archive = "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\
                       \r\n\tboundary=\"----B\"\r\n\r\n------B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: \
                       quoted-printable\r\n\r\n<h1>The force=E2=80=99s =\r\nwork</h1><p>Good.\r\n------B\r\nContent-Type: \
                       image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n------B--\r\n";
        assert_eq!(to_text(archive.as_bytes()).as_deref(), Ok("# The force’s work\n\nGood.\n"));
        assert!(to_text(b"MIME-Version: 1.0\r\n\r\n").is_err());
    }
}
