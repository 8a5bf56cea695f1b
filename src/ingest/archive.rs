//! Zip archives of reports. A report in one has the path of the archive followed by its name there, as if it were a folder.

use crate::read::has_report_name;
use convert::MAX_BYTES;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use zip::ZipArchive;
use zip::result::ZipError;

/// More files than this are not listed: the reports on all forces and years together are fewer.
const MAX_FILES: usize = 10_000;

/// Whether a path is named like an archive.
pub fn is_archive(path: &Path) -> bool {
    path.extension().is_some_and(|end| end.eq_ignore_ascii_case("zip")) && path.is_file()
}

/// The paths of the files in an archive that may hold a report, sorted by name. Names that would lead out of the archive
/// are left out, and so is what macOS adds.
///
/// # Errors
/// If it cannot be opened or is damaged, or has too many files.
pub fn report_files_in_archive(archive: &Path) -> io::Result<Vec<PathBuf>> {
    let mut opened = ZipArchive::new(File::open(archive)?).map_err(to_io_error)?;
    if opened.len() > MAX_FILES {
        return Err(io::Error::other(format!("it has more than {MAX_FILES} files")));
    }
    let mut paths = Vec::new();
    for index in 0..opened.len() {
        let entry = opened.by_index_raw(index).map_err(to_io_error)?;
        let name = entry.enclosed_name().filter(|name| !name.starts_with("__MACOSX") && entry.is_file());
        paths.extend(name.filter(|name| has_report_name(name)).map(|name| archive.join(name)));
    }
    paths.sort();
    Ok(paths)
}

/// The bytes of a file in an archive, up to one more than may be read; `None` if the path does not lead into an archive.
pub fn read_from_archive(path: &Path) -> Option<io::Result<Vec<u8>>> {
    let archive = path.ancestors().skip(1).find(|above| is_archive(above))?;
    let name = path.strip_prefix(archive).ok()?;
    let parts: Vec<_> = name.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    let read = || {
        let mut opened = ZipArchive::new(File::open(archive)?).map_err(to_io_error)?;
        let entry = opened.by_name(&parts.join("/")).map_err(to_io_error)?;
        let mut bytes = Vec::new();
        entry.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    Some(read())
}

fn to_io_error(error: ZipError) -> io::Error {
    io::Error::other(format!("the archive cannot be read: {error}"))
}
