//! Minifies scripts and stylesheets.

use anyhow::{Context, Result};
use duct::cmd;
use std::path::Path;

/// Minifies a script or stylesheet with esbuild. Other files, and all files without esbuild, are returned unchanged.
///
/// # Errors
/// If esbuild fails.
pub fn minify_file(esbuild: Option<&Path>, file: &str, bytes: Vec<u8>) -> Result<Vec<u8>> {
    let loader = match file.rsplit('.').next() {
        Some("js") => "--loader=js",
        Some("css") => "--loader=css",
        _ => return Ok(bytes),
    };
    let Some(esbuild) = esbuild else { return Ok(bytes) };
    let command = cmd!(esbuild, "--minify", loader).stdin_bytes(bytes).stdout_capture();
    let output = command.run().with_context(|| format!("{file} could not be minified: see esbuild's message above"))?;
    Ok(output.stdout)
}
