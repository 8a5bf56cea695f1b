//! The cache of installed tools: a folder of the user, outside the repository, so that every clone shares it.

use anyhow::{Context, Result};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder `name` of the cache, filled by `install` if it does not exist. A name ends with a version.
///
/// The folder gets its name after the installation, so one that was interrupted is never taken for a complete one.
///
/// # Errors
/// If there is no home folder, a folder cannot be created, or `install` fails.
pub fn ensure_folder(name: &str, install: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
    let cache = cache_root()?;
    let finished_folder = cache.join(name);
    if finished_folder.is_dir() {
        return Ok(finished_folder);
    }
    let unfinished = cache.join(format!("{name}.unfinished"));
    if unfinished.exists() {
        fs::remove_dir_all(&unfinished).with_context(|| format!("{} cannot be removed", unfinished.display()))?;
    }
    fs::create_dir_all(&unfinished).with_context(|| format!("{} cannot be created", unfinished.display()))?;
    install(&unfinished)?;
    fs::rename(&unfinished, &finished_folder)
        .with_context(|| format!("{} cannot be created", finished_folder.display()))?;
    Ok(finished_folder)
}

/// The root of the cache: a folder in `XDG_CACHE_HOME` or `~/.cache`.
fn cache_root() -> Result<PathBuf> {
    let base = match env::var_os("XDG_CACHE_HOME").filter(|path| !path.is_empty()) {
        Some(path) => PathBuf::from(path),
        None => env::home_dir()
            .context("there is no home folder to keep tools in: set XDG_CACHE_HOME to a folder")?
            .join(".cache"),
    };
    Ok(base.join("force-findings").join("tools"))
}
