//! Why a text is not read.

use crate::format::{FORMATS, Format};

/// Why a text was not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("it holds no words")]
    NoWords,
    #[error("it is {0}, not plain text")]
    NotPlain(&'static str),
    #[error("it is of no known format; looked for:\n{}", looked_for())]
    UnknownFormat,
    #[error("it is {family}, which cannot be read yet: {missing}; what can be read: {}", readable())]
    OtherFamily { family: &'static str, missing: &'static str },
    #[error("it has words of a {format} but not '{missing}': it is only part of one, or only speaks of one")]
    PartOnly { format: &'static str, missing: &'static str },
    #[error(
        "it has all words of a {format}, but its front does not name '{title}': it is another report, or part of one"
    )]
    OtherCover { format: &'static str, title: &'static str },
    #[error("it shows the signs of two formats, {0} and {1}, so neither can be trusted")]
    TwoFormats(&'static str, &'static str),
    #[error("it holds more than one {0}")]
    TwoReports(&'static str),
    #[error("it is a {0}, but no name of a police force could be read in it")]
    NoForce(&'static str),
}

fn looked_for() -> String {
    let signs = |format: &Format| {
        let groups: Vec<String> = format.signs.iter().map(|group| group.join("' or '")).collect();
        format!("  {}: '{}'", format.name, groups.join("' and '"))
    };
    FORMATS.iter().map(signs).collect::<Vec<_>>().join("\n")
}

fn readable() -> String {
    FORMATS.iter().map(|format| format.name).collect::<Vec<_>>().join(", ")
}
