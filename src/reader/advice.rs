//! Advice on files that could not be read, for somebody who opens them in a browser.

use convert::ConvertError;
use parse::Refusal;

/// What the user can do about a file that cannot be turned into text.
pub fn on_unconverted(error: &ConvertError) -> &'static str {
    match error {
        ConvertError::Empty | ConvertError::NoText(_) => "Get the file again from where it was published.",
        ConvertError::TooLarge { .. } | ConvertError::TooLong { .. } | ConvertError::TooManyPages { .. } => {
            "Open each report as a file of its own."
        }
        ConvertError::OtherForm(_) => "Open the report as PDF, web page, Word document (.docx) or text.",
        ConvertError::Encrypted => "Open it with its password and print it into a new PDF.",
        ConvertError::Scanned => {
            "It needs text recognition (OCR) first; or open the report's web page, saved as a file."
        }
        ConvertError::Damaged { .. } => "Get the file again from where it was published.",
        ConvertError::NotUtf8 { .. } | ConvertError::Garbled { .. } => "Save it again from where it came, as UTF-8.",
    }
}

/// Why a text is not read as a report, as a clause.
pub fn refusal_reason(refusal: &Refusal) -> String {
    match refusal {
        // The phrases that were looked for, and the names of formats, help nobody who only has a file.
        Refusal::UnknownFormat => "it is not a report of a form that can be read".to_string(),
        Refusal::OtherPublication { publication, missing } => {
            format!("it is {publication}, which cannot be read: {missing}")
        }
        other => other.to_string(),
    }
}

/// What the user can do about a text that is not read as a report.
pub fn on_refused(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::NoWords | Refusal::NotPlain(_) => "Open the report itself: as PDF, web page, Word document or text.",
        Refusal::UnknownFormat => {
            "Reports of HMICFRS on single police forces can be read: PEEL from 2015 to 2023-25, and those of 2014."
        }
        Refusal::PartOnly { .. } | Refusal::OtherCover { .. } | Refusal::NothingRead(_) | Refusal::NoForce(_) => {
            "Check that the file has the whole report, with its first pages."
        }
        Refusal::OtherPublication { .. } => "You can read it where it was published.",
        Refusal::TwoFormats(..) | Refusal::TwoReports(_) => "Open each report as a file of its own.",
    }
}
