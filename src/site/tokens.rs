//! The colours of the site, read from the stylesheet that defines them.

use crate::project::Project;
use anyhow::{Result, ensure};
use std::collections::BTreeMap;

/// The colours of `static/css/tokens.css` by name, light and dark.
pub struct ColourTokens([BTreeMap<String, String>; 2]);

impl ColourTokens {
    /// Reads the stylesheet.
    ///
    /// # Errors
    /// If it cannot be read, or lacks one of the colours that pages and images need.
    pub fn load(project: &Project) -> Result<Self> {
        let css = project.read_text("static/css/tokens.css")?;
        let (light, dark) = css.split_once("prefers-color-scheme: dark").unwrap_or((&css, ""));
        let tokens = Self([light, dark].map(parse_custom_properties));
        for name in ["paper", "ink", "soft", "link"] {
            let is_there = tokens.0.iter().all(|colours| colours.contains_key(name));
            ensure!(is_there, "static/css/tokens.css lacks --{name} in its light or dark colours");
        }
        Ok(tokens)
    }

    /// A colour of the light scheme, or black if there is none of that name.
    pub fn light(&self, name: &str) -> &str {
        self.0[0].get(name).map_or("black", String::as_str)
    }

    /// A colour of the dark scheme, or white if there is none of that name.
    pub fn dark(&self, name: &str) -> &str {
        self.0[1].get(name).map_or("white", String::as_str)
    }
}

/// The custom properties that are declared in this CSS.
fn parse_custom_properties(css: &str) -> BTreeMap<String, String> {
    let declarations = css.split(';').filter_map(|one| one.rsplit_once("--")?.1.split_once(':'));
    declarations.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned())).collect()
}
