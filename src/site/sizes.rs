//! How large the site is: as stored, and as hosts send it.

use crate::tree::Tree;
use anyhow::{Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::collections::BTreeMap;
use std::io::Write;

/// Bytes of one file, or of several together.
#[derive(Clone, Copy, Default)]
struct Size {
    files: usize,
    raw: usize,
    gzip: usize,
}

impl Size {
    fn of(bytes: &[u8]) -> Self {
        // The level that the usual hosts use. Writing to memory cannot fail.
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

/// No page may need more than this to run, in bytes of gzip.
const MOST: usize = 210_000;

/// A text as hosts send it, in bytes.
pub fn gzip(bytes: &[u8]) -> usize {
    Size::of(bytes).gzip
}

/// Some files of the site as hosts send them, in bytes.
pub fn of(tree: &Tree, is_one: impl Fn(&str) -> bool) -> usize {
    tree.iter().filter(|(path, _)| is_one(path)).map(|(_, bytes)| gzip(bytes)).sum()
}

/// What every page needs to run, in bytes of gzip.
pub fn program(tree: &Tree) -> usize {
    of(tree, is_program)
}

/// Fails if the program has outgrown its limit.
pub fn check(tree: &Tree) -> Result<()> {
    let program = program(tree);
    ensure!(program <= MOST, "the program is {program} bytes of gzip, and {MOST} are the limit");
    Ok(())
}

/// Lists every file, the pages of one kind as one line, and the figure that the budget is about.
pub fn print(tree: &Tree) {
    let mut lines = BTreeMap::<String, Size>::new();
    let (mut program, mut total) = (Size::default(), Size::default());
    for (path, bytes) in tree.iter() {
        let size = Size::of(bytes);
        lines.entry(line_of(path)).or_default().add(size);
        total.add(size);
        if is_program(path) {
            program.add(size);
        }
    }
    println!("{:<64} {:>6} {:>11} {:>11}", "", "files", "bytes", "gzip");
    for (line, size) in lines.iter().chain([(&"together".to_owned(), &total)]) {
        println!("{line:<64} {:>6} {:>11} {:>11}", size.files, size.raw, size.gzip);
    }
    println!("program (wasm + js + css): {:.1} kB gzip", program.gzip as f64 / 1000.0);
}

/// `finding/a/b/index.html` is one of the finding pages; a page at the root stands for itself.
fn line_of(path: &str) -> String {
    match path.strip_suffix("/index.html").and_then(|folder| folder.split('/').next()) {
        Some(kind) => format!("{kind} pages"),
        None => path.to_owned(),
    }
}

/// What every page loads: not what takes something away, shows the brief or keeps the site, which is fetched when that is
/// first done.
fn is_program(path: &str) -> bool {
    const LATER: [&str; 4] = ["extras", "brief", "present", "offline"];
    let Some(file) = path.strip_prefix("assets/") else { return false };
    !LATER.contains(&file.split('.').next().unwrap_or_default())
        && [".wasm", ".js", ".css"].iter().any(|end| path.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::line_of;

    #[test]
    fn pages_are_summed_by_kind_and_other_files_stand_alone() {
        assert_eq!(line_of("finding/a/b/index.html"), "finding pages");
        assert_eq!(line_of("index.html"), "index.html");
        assert_eq!(line_of("assets/boot.1.js"), "assets/boot.1.js");
    }
}
