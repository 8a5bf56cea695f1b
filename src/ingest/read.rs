//! Reads report texts from files, and checks them before they are parsed.

use crate::archive;
use crate::corrections::{self, CorrectionError};
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
    /// It is a folder or archive, as named here, without files that may hold a report.
    #[error("no text, PDF, web page or Word document was found in this {0}")]
    NoTexts(&'static str),
    /// It is a pipe or a device, which may never end.
    #[error("it is a pipe or a device, not a file")]
    NotAFile,
    /// It cannot be turned into text.
    #[error(transparent)]
    Unconverted(#[from] ConvertError),
    /// The table of corrections beside it cannot be used.
    #[error("its corrections ({}) cannot be used", corrections::NAME_END)]
    Uncorrected(#[from] CorrectionError),
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
    let bytes = match archive::read_from_archive(path) {
        Some(bytes) => bytes?,
        None => read_bytes(path)?,
    };
    let ConvertedText { text, .. } = convert(&bytes)?;
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut parsed = parse_report(&file, &text)?;
    corrections::apply(path, &text, &mut parsed.report)?;
    Ok(ParsedFile { text, parsed })
}

/// The bytes of a file, up to one more than may be read.
///
/// # Errors
/// If it cannot be opened, or is something else than a file: folders and archives with reports have been replaced by them.
fn read_bytes(path: &Path) -> Result<Vec<u8>, ReadError> {
    let kind = fs::metadata(path)?.file_type();
    if kind.is_dir() || archive::is_archive(path) {
        report_files_in(path)?;
        return Err(ReadError::NoTexts(if kind.is_dir() { "folder" } else { "archive" }));
    }
    // Opening a pipe in a folder waits until somebody writes to it. Those that a shell opens are under /dev.
    if !kind.is_file() && !path.starts_with("/dev") {
        return Err(ReadError::NotAFile);
    }
    // Limited while reading, because a pipe or device has no size beforehand.
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The paths of the files of a folder or archive that may hold a report, sorted by name.
///
/// # Errors
/// If it cannot be listed.
pub fn report_files_in(folder: &Path) -> io::Result<Vec<PathBuf>> {
    if archive::is_archive(folder) {
        return archive::report_files_in_archive(folder);
    }
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    paths.retain(|path| has_report_name(path));
    paths.sort();
    Ok(paths)
}

/// Whether a path is a folder or archive of reports.
pub fn is_collection(path: &Path) -> bool {
    path.is_dir() || archive::is_archive(path)
}

/// Whether a file is named like one that may hold a report.
pub fn has_report_name(path: &Path) -> bool {
    let is_known = |end: &str| EXTENSIONS.iter().any(|known| end.eq_ignore_ascii_case(known));
    path.extension().and_then(|end| end.to_str()).is_some_and(is_known)
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
