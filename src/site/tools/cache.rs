//! A folder of the user's, outside the repository, so that a fresh clone finds the tools of the last one.

use anyhow::{Context, Result};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder called `name` in the cache, filled by `install` if it is not there.
///
/// A name ends in a version. An installation that stopped half-way is not taken for a tool: the folder gets its name
/// last.
pub fn ensure(name: &str, install: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
    let cache = folder()?;
    let place = cache.join(name);
    if place.is_dir() {
        return Ok(place);
    }
    let unfinished = cache.join(format!("{name}.unfinished"));
    if unfinished.exists() {
        fs::remove_dir_all(&unfinished).with_context(|| format!("{} cannot be removed", unfinished.display()))?;
    }
    fs::create_dir_all(&unfinished).with_context(|| format!("{} cannot be made", unfinished.display()))?;
    install(&unfinished)?;
    fs::rename(&unfinished, &place).with_context(|| format!("{} cannot be made", place.display()))?;
    Ok(place)
}

fn folder() -> Result<PathBuf> {
    let base = match env::var_os("XDG_CACHE_HOME").filter(|path| !path.is_empty()) {
        Some(path) => PathBuf::from(path),
        None => env::home_dir()
            .context("there is no home folder to keep tools in: set XDG_CACHE_HOME to a folder")?
            .join(".cache"),
    };
    Ok(base.join("force-findings").join("tools"))
}
