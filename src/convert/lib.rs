//! Turns the file of a report, in any form, into its text: plain paragraphs, marked headings, list items and table rows.
//!
//! The text is what the parser reads, what passages point into and what is kept with the report. `markup.rs` says how it is
//! written. A plain text stays as it is.

mod docx;
mod error;
mod form;
mod html;
mod markup;
mod mhtml;
mod pdf;
mod plain;

pub use error::ConvertError;
pub use form::Form;

/// The largest file that is read, in bytes. The longest reports are PDFs of 5 MB.
pub const MAX_BYTES: usize = 40 << 20;

/// The longest text that a file may contain, in bytes: ten times that of the longest report held.
pub const MAX_TEXT: usize = 4 << 20;

/// The text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConvertedText {
    /// What kind of file it was.
    pub form: Form,
    /// The text.
    pub text: String,
}

/// Converts a file. Its form is recognised by its contents, whatever its name.
///
/// # Errors
/// If its form is unknown or cannot be read, or it has no text.
pub fn convert(bytes: &[u8]) -> Result<ConvertedText, ConvertError> {
    if bytes.len() > MAX_BYTES {
        return Err(ConvertError::TooLarge { limit: MAX_BYTES });
    }
    let form = form::recognise(bytes)?;
    let text = match form {
        Form::Text => plain::decode(bytes)?,
        Form::WebPage => html::to_text(&plain::decode_page(bytes))?,
        Form::WebArchive => mhtml::to_text(bytes)?,
        Form::Document => docx::to_text(bytes)?,
        Form::Pdf => pdf::to_text(bytes)?,
    };
    if text.len() > MAX_TEXT {
        return Err(ConvertError::TooLong { limit: MAX_TEXT });
    }
    if !text.contains(char::is_alphabetic) {
        return Err(ConvertError::NoText(form));
    }
    Ok(ConvertedText { form, text })
}
