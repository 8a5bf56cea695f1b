//! What all tests share: the repository, and what it holds.

pub mod held;
pub mod synthetic;

use std::path::{Path, PathBuf};

/// A path in the repository, given from its root.
pub fn in_repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests stand in the repository").join(path)
}
