//! Tools from npm.

use super::{apt, cache};
use crate::progress;
use anyhow::{Context, Result};
use duct::cmd;
use std::path::PathBuf;

const BINARYEN_VERSION: &str = "132.0.0";
const ESBUILD_VERSION: &str = "0.28.2";
const FONTS_VERSION: &str = "2.37.3";
const AXE_VERSION: &str = "4.14.1";

/// The path of wasm-opt, which makes a compiled program smaller.
///
/// # Errors
/// If it cannot be installed.
pub fn ensure_wasm_opt() -> Result<PathBuf> {
    Ok(ensure_package("binaryen", BINARYEN_VERSION)?.join("bin").join("wasm-opt"))
}

/// The path of esbuild, which minifies scripts and stylesheets.
///
/// # Errors
/// If it cannot be installed.
pub fn ensure_esbuild() -> Result<PathBuf> {
    Ok(ensure_package("esbuild", ESBUILD_VERSION)?.join("bin").join("esbuild"))
}

/// The folder with the fonts for images.
///
/// # Errors
/// If they cannot be installed.
pub fn ensure_fonts() -> Result<PathBuf> {
    Ok(ensure_package("dejavu-fonts-ttf", FONTS_VERSION)?.join("ttf"))
}

/// The path of the axe-core script, which finds accessibility faults in a page.
///
/// # Errors
/// If it cannot be installed.
pub fn ensure_axe() -> Result<PathBuf> {
    let package = ensure_package("axe-core", AXE_VERSION)
        .context("axe-core cannot be installed, and the accessibility tests cannot run without it")?;
    Ok(package.join("axe.min.js"))
}

/// The folder of an npm package in this version, installed into the cache.
fn ensure_package(name: &str, version: &str) -> Result<PathBuf> {
    let folder = cache::ensure_folder(&format!("{name}-{version}"), |folder| {
        if apt::find_on_path("npm").is_none() {
            apt::install_packages(&["nodejs", "npm"])?;
        }
        let install = cmd!(
            "npm",
            "install",
            "--prefix",
            folder,
            "--no-save",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            format!("{name}@{version}"),
        );
        progress::run_with_spinner(&format!("Installing {name} {version}"), &install)
    })?;
    Ok(folder.join("node_modules").join(name))
}
