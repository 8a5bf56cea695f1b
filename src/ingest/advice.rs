//! Advice on files that could not be read.

use convert::ConvertError;
use ingest::read::ReadError;
use parse::Refusal;

/// What the user can do about the error, in one line.
pub fn on(error: &ReadError) -> &'static str {
    match error {
        ReadError::Io(_) => "check the name, and that you have permission to read the file",
        ReadError::NoTexts(_) => {
            "name a folder or archive with reports as PDF, web page, Word document or text, or name the files themselves"
        }
        ReadError::NotAFile => "save it as a file, or name a pipe by its path under /dev",
        ReadError::Unconverted(unconverted) => on_unconverted(unconverted),
        ReadError::Uncorrected(_) => "data/README.md describes the table",
        ReadError::Refused(Refusal::NoWords) => "check that the file has the text of the report",
        ReadError::Refused(Refusal::NotPlain(_)) => "save the report as plain text, or copy its words into a text file",
        ReadError::Refused(Refusal::UnknownFormat | Refusal::PartOnly { .. } | Refusal::OtherCover { .. }) => {
            "if it is a report in one of these formats, check that its text is complete; tests/README.md explains how \
             to add a format"
        }
        ReadError::Refused(Refusal::OtherPublication { .. }) => {
            "leave it out; tests/README.md explains how to add a format"
        }
        ReadError::Refused(Refusal::TwoFormats(..) | Refusal::TwoReports(_)) => {
            "put each report into a file of its own"
        }
        ReadError::Refused(Refusal::NothingRead(_)) => "check that its text is complete and in order",
        ReadError::Refused(Refusal::NoForce(_)) => {
            "check that the text includes the first pages, where the force is named"
        }
    }
}

/// What the user can do about a file that cannot be turned into text.
fn on_unconverted(error: &ConvertError) -> &'static str {
    match error {
        ConvertError::Empty | ConvertError::NoText(_) => "put the report's text into it, or leave it out",
        ConvertError::TooLarge { .. } | ConvertError::TooLong { .. } | ConvertError::TooManyPages { .. } => {
            "put each report into a file of its own"
        }
        ConvertError::OtherForm(_) => "save the report as PDF, web page, Word document (.docx) or text",
        ConvertError::Encrypted => "open it with its password and print it into a new PDF",
        ConvertError::Scanned => "it needs text recognition (OCR) first",
        ConvertError::Damaged { .. } => "get the file again from where it was published",
        ConvertError::NotUtf8 { .. } => {
            "convert it to UTF-8, for example with: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW"
        }
        ConvertError::Garbled { .. } => "save it again from where it came, as UTF-8",
    }
}
