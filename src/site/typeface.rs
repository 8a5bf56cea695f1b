//! The typeface of the reports' words: Source Serif 4, under the SIL Open Font Licence 1.1, in the Latin subset of its
//! package. Everything else is set in the sans serif of the reader's system.

use crate::tools::NpmPackages;
use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use std::fs;

/// The name of the font's file, before its hash.
pub const FILE_NAME: &str = "serif.woff2";

/// The bytes of the font.
///
/// # Errors
/// If its file cannot be read.
pub fn load(npm: &NpmPackages) -> Result<Vec<u8>> {
    let path = npm.reading_font();
    fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))
}

/// The rule that makes the font available to stylesheets, which call it "Source Serif 4".
///
/// A page that is read before the font has arrived keeps the serif that it has: nothing moves under the reader.
pub fn font_face(address: &str) -> String {
    format!(
        "@font-face{{font-family:\"Source Serif 4\";font-weight:400;font-display:optional;\
         src:url(\"{address}\")format(\"woff2\")}}\n"
    )
}

/// The same with the font in the address itself, for files that load nothing.
pub fn embedded_font_face(font: &[u8]) -> String {
    font_face(&format!("data:font/woff2;base64,{}", BASE64_STANDARD.encode(font)))
}
