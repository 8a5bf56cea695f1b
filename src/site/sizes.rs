//! The size of the site, as stored and as sent by hosts.

use crate::tree::FileTree;
use anyhow::{Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::collections::BTreeMap;
use std::io::Write;

/// The size of one or more files, in bytes.
#[derive(Clone, Copy, Default)]
struct FileSizes {
    files: usize,
    raw: usize,
    gzip: usize,
}

impl FileSizes {
    /// The size of one file.
    fn of(bytes: &[u8]) -> Self {
        // The usual compression level of hosts. Writing to memory cannot fail.
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        let gzip = encoder.write_all(bytes).and_then(|()| encoder.finish()).map_or(0, |packed| packed.len());
        Self { files: 1, raw: bytes.len(), gzip }
    }

    fn add(&mut self, other: Self) {
        self.files += other.files;
        self.raw += other.raw;
        self.gzip += other.gzip;
    }
}

/// The largest allowed size of what every page needs to run, in bytes of gzip.
const PROGRAM_LIMIT: usize = 210_000;

/// The size of a file compressed with gzip, in bytes.
pub fn gzip_size(bytes: &[u8]) -> usize {
    FileSizes::of(bytes).gzip
}

/// The total size of the selected files, each compressed with gzip, in bytes.
pub fn gzip_size_of(tree: &FileTree, is_selected: impl Fn(&str) -> bool) -> usize {
    tree.iter().filter(|(path, _)| is_selected(path)).map(|(_, bytes)| gzip_size(bytes)).sum()
}

/// The size of what every page needs to run, in bytes of gzip.
pub fn program_size(tree: &FileTree) -> usize {
    gzip_size_of(tree, is_program_file)
}

/// Checks that the program is within its limit.
///
/// # Errors
/// If it is larger: its size and the limit.
pub fn check_program_size(tree: &FileTree) -> Result<()> {
    let program = program_size(tree);
    ensure!(
        program <= PROGRAM_LIMIT,
        "the program is {program} bytes of gzip, which is over the limit of {PROGRAM_LIMIT}"
    );
    Ok(())
}

/// Prints the size of every file, with pages of one kind as one line, and the size that the limit applies to.
pub fn print_sizes(tree: &FileTree) {
    let mut lines = BTreeMap::<String, FileSizes>::new();
    let (mut program, mut total) = (FileSizes::default(), FileSizes::default());
    for (path, bytes) in tree.iter() {
        let size = FileSizes::of(bytes);
        lines.entry(line_name(path)).or_default().add(size);
        total.add(size);
        if is_program_file(path) {
            program.add(size);
        }
    }
    println!("{:<64} {:>6} {:>11} {:>11}", "", "files", "bytes", "gzip");
    for (line, size) in lines.iter().chain([(&"total".to_owned(), &total)]) {
        println!("{line:<64} {:>6} {:>11} {:>11}", size.files, size.raw, size.gzip);
    }
    println!("program (wasm + js + css): {:.1} kB gzip", program.gzip as f64 / 1000.0);
}

/// The name of the line that a file is counted under: `finding/a/b/index.html` is one of the "finding pages"; a file at
/// the root has a line of its own.
fn line_name(path: &str) -> String {
    match path.strip_suffix("/index.html").and_then(|folder| folder.split('/').next()) {
        Some(kind) => format!("{kind} pages"),
        None => path.to_owned(),
    }
}

/// Whether every page loads a file. Exports, comparisons, the brief, presentations, offline use and reading
/// reports are loaded only when they are first used; others are
/// for printing, for browsers without scripts, or too old for the program.
fn is_program_file(path: &str) -> bool {
    const LOADED_LATER: [&str; 13] = [
        "extras",
        "brief",
        "present",
        "offline",
        "finding",
        "finding-worker",
        "finder",
        "reading",
        "reading-worker",
        "reader",
        "unscripted",
        "old-browser",
        "print",
    ];
    let Some(file) = path.strip_prefix("assets/") else { return false };
    !LOADED_LATER.contains(&file.split('.').next().unwrap_or_default())
        && [".wasm", ".js", ".css"].iter().any(|end| path.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::line_name;

    #[test]
    fn pages_are_summed_by_kind_and_other_files_are_listed_one_by_one() {
        assert_eq!(line_name("finding/a/b/index.html"), "finding pages");
        assert_eq!(line_name("index.html"), "index.html");
        assert_eq!(line_name("assets/boot.1.js"), "assets/boot.1.js");
    }
}
