//! Why a file cannot be converted.

use crate::Form;

/// Why a file cannot be converted. The message continues the name of the file: "report.pdf: it is empty".
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConvertError {
    /// It has no bytes, or only white space.
    #[error("it is empty")]
    Empty,
    /// It is larger than any report.
    #[error("it is larger than {} MB, and no report is that large", limit >> 20)]
    TooLarge {
        /// The largest size, in bytes.
        limit: usize,
    },
    /// Its text is longer than that of any report.
    #[error("its text is longer than {} MB, and no report is that long", limit >> 20)]
    TooLong {
        /// The longest text, in bytes.
        limit: usize,
    },
    /// It is of a form that is known but cannot be read, as named here.
    #[error("it is {0}, which cannot be read")]
    OtherForm(&'static str),
    /// It has no words that can be read.
    #[error("it is {} without words", .0.name())]
    NoText(Form),
    /// It is protected by a password.
    #[error("it is a PDF that is protected by a password")]
    Encrypted,
    /// It has only pictures of pages.
    #[error("it is a PDF of scanned pages, without text")]
    Scanned,
    /// It has more pages than any report.
    #[error("it is a PDF of more than {limit} pages, and no report is that long")]
    TooManyPages {
        /// The most pages that are read.
        limit: usize,
    },
    /// It is damaged: a part that every file of its form has is missing or cannot be read.
    #[error("it is {} that is damaged: {part}", form.name())]
    Damaged {
        /// The form.
        form: Form,
        /// What is wrong, as a clause: "it has no document".
        part: String,
    },
    /// It is text in an encoding that cannot be told.
    #[error("it is not UTF-8 text: byte {offset} (line {line}) is not valid")]
    NotUtf8 {
        /// The offset of the first wrong byte, counted from 0.
        offset: usize,
        /// The number of its line, counted from 1.
        line: usize,
    },
    /// Its letters were garbled when it was saved in a wrong encoding.
    #[error("its letters are garbled, such as '{example}' on line {line}: it was saved in a wrong encoding")]
    Garbled {
        /// A garbled word.
        example: String,
        /// The number of its line, counted from 1.
        line: usize,
    },
}
