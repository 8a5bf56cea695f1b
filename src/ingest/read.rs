//! Reads report texts from files, and checks them before they are parsed.

use parse::{ParsedReport, Refusal, parse_report};
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

/// The largest size of a file that is read, more than twenty times that of the longest report held. Of a larger file, only this much is
/// read before it is refused.
const MAX_BYTES: u64 = 4 << 20;

/// Why a file was not read. The message continues the name of the file: "report.txt: it is empty".
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// It cannot be opened or read.
    #[error("it cannot be opened")]
    Io(#[from] io::Error),
    /// It is a folder without `.txt` files.
    #[error("no .txt file was found in this folder")]
    NoTexts,
    /// It is a pipe or a device, which may never end.
    #[error("it is a pipe or a device, not a file")]
    NotAFile,
    /// It has no text, or only white space.
    #[error("it is empty")]
    Empty,
    /// It is larger than any report.
    #[error("it is larger than {} MiB, and no report is that large", MAX_BYTES >> 20)]
    TooLarge,
    /// It contains zero bytes: a PDF, UTF-16 or another binary file.
    #[error("it contains bytes of value zero, so it is not UTF-8 text")]
    Binary,
    /// It is text in another encoding.
    #[error("it is not UTF-8 text: byte {offset} (line {line}) is not valid")]
    NotUtf8 {
        /// The offset of the first wrong byte, counted from 0.
        offset: usize,
        /// The number of its line, counted from 1.
        line: usize,
    },
    /// The parser refused it, for example because its format is unknown.
    #[error(transparent)]
    Refused(#[from] Refusal),
}

/// A file that was read and parsed.
pub struct ParsedFile {
    /// The text of the file.
    pub text: String,
    /// The report that was read from it.
    pub parsed: ParsedReport,
}

/// Reads and parses one file.
///
/// # Errors
/// If the file cannot be opened, is not text, or is not in a known format.
pub fn read_report(path: &Path) -> Result<ParsedFile, ReadError> {
    let kind = fs::metadata(path)?.file_type();
    if kind.is_dir() {
        text_files_in(path)?;
        return Err(ReadError::NoTexts);
    }
    // Opening a pipe in a folder waits until somebody writes to it. Those that a shell opens are under /dev.
    if !kind.is_file() && !path.starts_with("/dev") {
        return Err(ReadError::NotAFile);
    }
    // Limited while reading, because a pipe or device has no size beforehand.
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(ReadError::TooLarge);
    }
    if bytes.contains(&0) {
        return Err(ReadError::Binary);
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..at].iter().filter(|b| **b == b'\n').count() + 1;
        ReadError::NotUtf8 { offset: at, line }
    })?;
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let parsed = parse_report(&file, &text)?;
    Ok(ParsedFile { text, parsed })
}

/// The paths of the `.txt` files of a folder, sorted by name.
///
/// # Errors
/// If the folder cannot be listed.
pub fn text_files_in(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    paths.retain(|path| path.extension().is_some_and(|end| end == "txt"));
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
