//! Reads report texts from files, and checks them before they are parsed.

use convert::{ConvertError, ConvertedText, MAX_BYTES, convert};
use parse::{ParsedReport, Refusal, parse_report};
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

/// The ends of the names of files that may hold a report.
const EXTENSIONS: [&str; 7] = ["txt", "pdf", "html", "htm", "mhtml", "mht", "docx"];

/// Why a file was not read. The message continues the name of the file: "report.txt: it is empty".
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// It cannot be opened or read.
    #[error("it cannot be opened")]
    Io(#[from] io::Error),
    /// It is a folder without files that may hold a report.
    #[error("no text, PDF, web page or Word document was found in this folder")]
    NoTexts,
    /// It is a pipe or a device, which may never end.
    #[error("it is a pipe or a device, not a file")]
    NotAFile,
    /// It cannot be turned into text.
    #[error(transparent)]
    Unconverted(#[from] ConvertError),
    /// The parser refused it, for example because its format is unknown.
    #[error(transparent)]
    Refused(#[from] Refusal),
}

/// A file that was read and parsed.
pub struct ParsedFile {
    /// The text of the file, which passages lead into.
    pub text: String,
    /// The report that was read from it.
    pub parsed: ParsedReport,
}

/// Reads and parses one file.
///
/// # Errors
/// If the file cannot be opened, has no text, or is not in a known format.
pub fn read_report(path: &Path) -> Result<ParsedFile, ReadError> {
    let kind = fs::metadata(path)?.file_type();
    if kind.is_dir() {
        report_files_in(path)?;
        return Err(ReadError::NoTexts);
    }
    // Opening a pipe in a folder waits until somebody writes to it. Those that a shell opens are under /dev.
    if !kind.is_file() && !path.starts_with("/dev") {
        return Err(ReadError::NotAFile);
    }
    // Limited while reading, because a pipe or device has no size beforehand.
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    let ConvertedText { text, .. } = convert(&bytes)?;
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let parsed = parse_report(&file, &text)?;
    Ok(ParsedFile { text, parsed })
}

/// The paths of the files of a folder that may hold a report, sorted by name.
///
/// # Errors
/// If the folder cannot be listed.
pub fn report_files_in(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    let is_report = |end: &str| EXTENSIONS.iter().any(|known| end.eq_ignore_ascii_case(known));
    paths.retain(|path| path.extension().and_then(|end| end.to_str()).is_some_and(is_report));
    paths.sort();
    Ok(paths)
}

/// A path as it can be printed on a terminal: control characters, which may be commands to it, are written as escapes.
pub fn printable_path(path: &Path) -> String {
    let escaped = |c: char| if c.is_control() { c.escape_default().to_string() } else { c.to_string() };
    path.to_string_lossy().chars().map(escaped).collect()
}

#[cfg(test)]
mod tests {
    use super::printable_path;
    use std::path::Path;

    #[test]
    fn commands_to_a_terminal_in_a_name_are_not_printed() {
        assert_eq!(printable_path(Path::new("a\u{1b}[31mb\nc é.txt")), "a\\u{1b}[31mb\\nc é.txt");
    }
}
