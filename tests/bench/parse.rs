//! Benchmarks of the parser: its speed, and how time and memory grow with texts that are designed to be slow.
//!
//! ```sh
//! cargo bench --package tests --bench parse            # both parts
//! cargo bench --package tests --bench parse -- speed
//! cargo bench --package tests --bench parse -- hostile [FORMAT] [SHAPE]
//! ```

mod child;
mod hostile;
mod shapes;
mod speed;

use ingest::read;
use std::path::{Path, PathBuf};

fn main() -> anyhow::Result<()> {
    // Cargo itself adds --bench.
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        [] => speed::run().and_then(|()| hostile::run("", "")),
        ["speed"] => speed::run(),
        ["hostile", rest @ ..] => {
            hostile::run(rest.first().copied().unwrap_or_default(), rest.get(1).copied().unwrap_or_default())
        }
        ["child", source, shape, size] => child::run(Path::new(source), shape, size.parse()?),
        _ => anyhow::bail!("{arguments:?} is none of: speed; hostile [FORMAT] [SHAPE]"),
    }
}

/// The paths of the committed sources.
fn source_paths() -> anyhow::Result<Vec<PathBuf>> {
    Ok(read::report_files_in(&tests::repository::path_of("data/sources"))?)
}
