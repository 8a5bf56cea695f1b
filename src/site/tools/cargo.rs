//! Tools from rustup and crates.io.

use super::apt::find_on_path;
use super::cache;
use crate::progress;
use anyhow::{Context, Result, bail};
use duct::cmd;
use std::fs;
use std::path::{Path, PathBuf};

/// The compilation target for browsers.
const WASM_TARGET: &str = "wasm32-unknown-unknown";
// renovate: datasource=crate depName=cargo-deny
const CARGO_DENY_VERSION: &str = "0.20.2";
// renovate: datasource=crate depName=wasm-pack
const WASM_PACK_VERSION: &str = "0.15.1";

/// Makes sure that rustc can compile for browsers.
///
/// # Errors
/// If the target is missing and cannot be added with rustup.
pub fn ensure_wasm_target() -> Result<()> {
    let libraries =
        cmd!("rustc", "--print", "target-libdir", "--target", WASM_TARGET).read().context("rustc cannot be run")?;
    if Path::new(&libraries).is_dir() {
        return Ok(());
    }
    if find_on_path("rustup").is_none() {
        bail!(
            "rustc has no {WASM_TARGET} target and there is no rustup to add it: install the target with your package manager"
        );
    }
    progress::run_with_spinner(
        &format!("Adding the {WASM_TARGET} target"),
        &cmd!("rustup", "target", "add", WASM_TARGET),
    )
}

/// The path of wasm-pack, installed for this project if this version of it is not on the search path.
///
/// # Errors
/// If it cannot be installed.
pub fn ensure_wasm_pack() -> Result<PathBuf> {
    match find_version_on_path("wasm-pack", WASM_PACK_VERSION) {
        Some(path) => Ok(path),
        None => ensure_crate_program("wasm-pack", "wasm-pack", WASM_PACK_VERSION),
    }
}

/// The path of a program on the search path, if it says that it has this version.
fn find_version_on_path(program: &str, version: &str) -> Option<PathBuf> {
    let is_version = |words: String| words.split(' ').next_back() == Some(version);
    find_on_path(program).filter(|path| cmd!(path, "--version").read().is_ok_and(is_version))
}

/// The path of the wasm-bindgen program in the version that `lock`, the text of `Cargo.lock`, names.
///
/// # Errors
/// If `lock` does not name wasm-bindgen, or the program cannot be installed.
pub fn ensure_wasm_bindgen(lock: &str) -> Result<PathBuf> {
    let version = locked_version(lock, "wasm-bindgen").context("Cargo.lock does not name wasm-bindgen")?;
    match find_version_on_path("wasm-bindgen", version) {
        Some(path) => Ok(path),
        None => ensure_crate_program("wasm-bindgen-cli", "wasm-bindgen", version),
    }
}

/// The path of cargo-deny: from the search path, in any version, or else installed for this project.
///
/// # Errors
/// If it cannot be installed.
pub fn ensure_cargo_deny() -> Result<PathBuf> {
    match find_on_path("cargo-deny") {
        Some(path) => Ok(path),
        None => ensure_crate_program("cargo-deny", "cargo-deny", CARGO_DENY_VERSION),
    }
}

/// The path of a program from crates.io, installed for this project: unoptimised, because compiling it takes minutes and
/// running it seconds.
///
/// # Errors
/// If it cannot be compiled and installed.
pub fn ensure_crate_program(package: &str, program: &str, version: &str) -> Result<PathBuf> {
    let folder = cache::ensure_folder(&format!("{program}-{version}"), |folder| {
        // A separate target folder, and a working folder outside the repository, keep the two builds apart.
        let build = folder.join("build");
        let install = cmd!(
            "cargo",
            "install",
            "--locked",
            "--profile",
            "dev",
            package,
            "--version",
            format!("={version}"),
            "--root",
            folder
        )
        .dir(folder)
        .env("CARGO_TARGET_DIR", &build)
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env_remove("CARGO_BUILD_TARGET");
        progress::run_with_spinner(&format!("Installing {program} {version} (takes some minutes, once)"), &install)?;
        fs::remove_dir_all(&build).with_context(|| format!("{} cannot be removed", build.display()))
    })?;
    Ok(folder.join("bin").join(program))
}

/// The version of a package in the text of `Cargo.lock`.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn a_locked_version_belongs_to_the_package_of_exactly_that_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "yew"), None);
    }
}
