//! What all tests share: the files of the repository, the committed data and the invented reports.

pub mod repository;
pub mod synthetic;

use std::path::{Path, PathBuf};

/// The absolute path of a file of the repository, given by its path relative to the root.
pub fn repository_path(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests are in the repository").join(path)
}
