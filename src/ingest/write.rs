//! Writes files atomically: a reader sees the old file or the new one, never a part of one.

use model::Report;
use std::path::Path;
use std::{fs, io};

/// A report as JSON, as in `data/reports`: indented, so that changes can be reviewed line by line.
pub fn report_json(report: &Report) -> String {
    let json = serde_json::to_string_pretty(report).expect("a report has only text keys");
    json + "\n"
}

/// Replaces a file by writing another one next to it and renaming that. Does nothing if the content is the same.
///
/// # Errors
/// If the folder cannot be created or the file cannot be written. The old file is then unchanged.
pub fn replace_file(path: &Path, content: &[u8]) -> io::Result<()> {
    if fs::read(path).is_ok_and(|existing| existing == content) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut temporary = path.as_os_str().to_owned();
    temporary.push(format!(".{}.part", std::process::id()));
    fs::write(&temporary, content).and_then(|()| fs::rename(&temporary, path)).inspect_err(|_| {
        _ = fs::remove_file(&temporary);
    })
}
