//! What comes from npm.

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
pub fn wasm_opt() -> Result<PathBuf> {
    Ok(package("binaryen", BINARYEN_VERSION)?.join("bin").join("wasm-opt"))
}

/// The path of esbuild, which makes scripts and styles smaller.
pub fn esbuild() -> Result<PathBuf> {
    Ok(package("esbuild", ESBUILD_VERSION)?.join("bin").join("esbuild"))
}

/// The folder of the fonts that pictures are drawn with.
pub fn fonts() -> Result<PathBuf> {
    Ok(package("dejavu-fonts-ttf", FONTS_VERSION)?.join("ttf"))
}

/// The path of axe-core's one script, which finds faults of accessibility in a page.
pub fn axe() -> Result<PathBuf> {
    let package = package("axe-core", AXE_VERSION)
        .context("axe-core cannot be had, and without it the accessibility tests cannot run")?;
    Ok(package.join("axe.min.js"))
}

fn package(name: &str, version: &str) -> Result<PathBuf> {
    let folder = cache::ensure(&format!("{name}-{version}"), |folder| {
        if apt::on_path("npm").is_none() {
            apt::install(&["nodejs", "npm"])?;
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
        progress::run(&format!("Installing {name} {version}"), &install)
    })?;
    Ok(folder.join("node_modules").join(name))
}
