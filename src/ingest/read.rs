//! Reading report texts from files: everything that can be wrong with a file before it is parsed.

use parse::{Parsed, Refusal, parse};
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

/// No inspection report comes near this; of a larger file no more is read.
const MOST_BYTES: u64 = 32 << 20;

/// Why a file was not read, for the person who named it.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    #[error("it cannot be opened")]
    Io(#[from] io::Error),
    #[error("it is a folder in which no .txt file could be found")]
    Folder,
    #[error("it is empty")]
    Empty,
    #[error("it has more than {} MiB, which no report has", MOST_BYTES >> 20)]
    TooLarge,
    #[error("it holds bytes of value zero, so it is no UTF-8 text")]
    Binary,
    #[error("it is not UTF-8 text: byte {at} (line {line}) begins no character")]
    NotUtf8 { at: usize, line: usize },
    #[error(transparent)]
    Refused(#[from] Refusal),
}

/// A report with the text it was read from.
pub struct Read {
    pub text: String,
    pub parsed: Parsed,
}

/// Reads and parses one file.
///
/// # Errors
/// If the file cannot be opened, is no text, or is of no known format.
pub fn read(path: &Path) -> Result<Read, Unread> {
    if path.is_dir() {
        return Err(Unread::Folder);
    }
    // A pipe or device says nothing of its size beforehand.
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Unread::TooLarge);
    }
    if bytes.contains(&0) {
        return Err(Unread::Binary);
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..at].iter().filter(|b| **b == b'\n').count() + 1;
        Unread::NotUtf8 { at, line }
    })?;
    if text.trim().is_empty() {
        return Err(Unread::Empty);
    }
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let parsed = parse(&file, &text)?;
    Ok(Read { text, parsed })
}

/// The `.txt` files of a folder, in order of their names.
///
/// # Errors
/// If the folder cannot be listed.
pub fn texts_in(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    paths.retain(|path| path.extension().is_some_and(|end| end == "txt"));
    paths.sort();
    Ok(paths)
}
