//! Scripts and styles without their spaces and comments.

use anyhow::{Context, Result};
use duct::cmd;
use std::path::Path;

/// The file with the same meaning in fewer bytes. Files that are neither script nor style, and all files where there is
/// no esbuild, stay as they are.
pub fn minify(esbuild: Option<&Path>, file: &str, bytes: Vec<u8>) -> Result<Vec<u8>> {
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
