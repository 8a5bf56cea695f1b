//! Advice on files that could not be read.

use ingest::read::ReadError;
use parse::Refusal;

/// What the user can do about the error, in one line.
pub fn on(error: &ReadError) -> &'static str {
    match error {
        ReadError::Io(_) => "check the name, and that you have permission to read the file",
        ReadError::NoTexts => "name a folder that contains .txt files, or name the files themselves",
        ReadError::NotAFile => "save the text as a file, or name a pipe by its path under /dev",
        ReadError::Empty => "put the report's text into it, or leave it out",
        ReadError::TooLarge => "put each report into a file of its own",
        ReadError::Binary => {
            "convert a PDF to text first, for example with: pdftotext FILE.pdf; convert UTF-16 to UTF-8, for example \
             with: iconv -f UTF-16 -t UTF-8 FILE > NEW"
        }
        ReadError::NotUtf8 { .. } => "convert it to UTF-8, for example with: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW",
        ReadError::Refused(Refusal::NoWords) => "a scanned PDF needs text recognition (OCR) first",
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
        ReadError::Refused(Refusal::NoForce(_)) => {
            "check that the text includes the first pages, where the force is named"
        }
    }
}
