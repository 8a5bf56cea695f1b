//! Writing files so that a reader meets the old one or the new one, never half of either.

use model::Report;
use std::path::Path;
use std::{fs, io};

/// A report as it stands in `data/reports`: indented, so that a change can be read line by line.
pub fn report_json(report: &Report) -> String {
    let json = serde_json::to_string_pretty(report).expect("a report has only text keys");
    json + "\n"
}

/// Writes beside the file and then renames, unless the file already says the same.
///
/// # Errors
/// If the folder cannot be made or the file not written; what stood there before is unharmed.
pub fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    if fs::read(path).is_ok_and(|now| now == content) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut beside = path.as_os_str().to_owned();
    beside.push(format!(".{}.part", std::process::id()));
    fs::write(&beside, content).and_then(|()| fs::rename(&beside, path)).inspect_err(|_| {
        _ = fs::remove_file(&beside);
    })
}
