//! Zip archives, which Word documents are too.

use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// An archive with these files.
///
/// # Panics
/// If two have the same name.
pub fn archive_with<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        writer.start_file(name, SimpleFileOptions::default()).expect("a file can be added");
        writer.write_all(content).expect("it can be written to");
    }
    writer.finish().expect("the archive is complete").into_inner()
}
