//! Reasons for refusing a text.

use crate::format::ReportFormat;
use crate::formats::FORMATS;

/// Why a text is refused. The message continues the name of a file: "report.txt: it contains no words".
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It has no letters.
    #[error("it contains no words")]
    NoWords,
    /// It is not plain prose, but HTML, JSON or CSV, as named here.
    #[error("it is {0}, not plain text")]
    NotPlain(&'static str),
    /// It matches no format, not even in part.
    #[error("it is not in a known report format; these phrases were looked for:\n{}", list_required_phrases())]
    UnknownFormat,
    /// It is a publication that is known but cannot be read.
    #[error("it is {publication}, which cannot be read yet: {missing}; what can be read: {}", list_format_names())]
    OtherPublication {
        /// What the publication is: "a child protection report".
        publication: &'static str,
        /// Why it cannot be read.
        missing: &'static str,
    },
    /// It matches a format only in part.
    #[error("it has some of the words of a {format} but not '{missing}': it is only part of one, or refers to one")]
    PartOnly {
        /// The name of the format.
        format: &'static str,
        /// A phrase that every text of the format has.
        missing: &'static str,
    },
    /// It matches a format, but its cover does not have the title.
    #[error("it has the words of a {format}, but '{title}' is not on its cover: it is another report, or part of one")]
    OtherCover {
        /// The name of the format.
        format: &'static str,
        /// The title that the cover should have.
        title: &'static str,
    },
    /// It matches two formats, given by their names.
    #[error("it matches two formats, {0} and {1}, so it cannot be read as either")]
    TwoFormats(&'static str, &'static str),
    /// It contains more than one report of the format of this name.
    #[error("it contains more than one {0}")]
    TwoReports(&'static str),
    /// It is a report of the format of this name, but no judgment and no finding could be read.
    #[error("it is a {0}, but no judgment and no finding could be read in it")]
    NothingRead(&'static str),
    /// It is a report of the format of this name, but the name of the force could not be read.
    #[error("it is a {0}, but the name of the police force could not be read")]
    NoForce(&'static str),
}

/// The phrases of every format, one format per line.
fn list_required_phrases() -> String {
    let signs = |format: &ReportFormat| {
        let groups: Vec<String> = format.signs().map(|group| group.join("' or '")).collect();
        format!("  {}: '{}'", format.name, groups.join("' and '"))
    };
    FORMATS.iter().map(signs).collect::<Vec<_>>().join("\n")
}

/// The names of the formats that can be read.
fn list_format_names() -> String {
    FORMATS.iter().map(|format| format.name).collect::<Vec<_>>().join(", ")
}
