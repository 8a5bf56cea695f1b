//! What to do about a file that was not read.

use ingest::read::Unread;
use parse::Refusal;

/// One line for the person who named the file.
pub fn on(unread: &Unread) -> &'static str {
    match unread {
        Unread::Io(_) => "check the name, and that you may read the file",
        Unread::Folder => "name a folder that has .txt files in it, or the files themselves",
        Unread::Empty => "put the report's text into it, or leave it out",
        Unread::TooLarge => "put each report into a file of its own",
        Unread::Binary => {
            "turn a PDF into text first, for example with: pdftotext FILE.pdf; and UTF-16 into UTF-8, for example with: \
             iconv -f UTF-16 -t UTF-8 FILE > NEW"
        }
        Unread::NotUtf8 { .. } => "turn it into UTF-8, for example with: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW",
        Unread::Refused(Refusal::NoWords) => "a scanned PDF has to go through text recognition first",
        Unread::Refused(Refusal::NotPlain(_)) => "save the report as plain text, or copy its words into a text file",
        Unread::Refused(Refusal::UnknownFormat | Refusal::PartOnly { .. } | Refusal::OtherCover { .. }) => {
            "if it is a report of one of these formats, see that its text is complete; how to add a format is written in \
             tests/README.md"
        }
        Unread::Refused(Refusal::OtherFamily { .. }) => {
            "leave it out; how to add a format is written in tests/README.md"
        }
        Unread::Refused(Refusal::TwoFormats(..) | Refusal::TwoReports(_)) => "put each report into a file of its own",
        Unread::Refused(Refusal::NoForce(_)) => "see that the text has its first pages, where the force is named",
    }
}
