//! The colours of the site, from the one file that has them.

use crate::project::Project;
use anyhow::{Result, ensure};
use std::collections::BTreeMap;

/// Colours by their names in `static/css/tokens.css`, light and dark.
pub struct Tokens([BTreeMap<String, String>; 2]);

impl Tokens {
    /// Reads the file.
    pub fn read(project: &Project) -> Result<Self> {
        let css = project.read("static/css/tokens.css")?;
        let (light, dark) = css.split_once("prefers-color-scheme: dark").unwrap_or((&css, ""));
        let tokens = Self([light, dark].map(colours));
        for name in ["paper", "ink", "soft", "link"] {
            let is_there = tokens.0.iter().all(|colours| colours.contains_key(name));
            ensure!(is_there, "static/css/tokens.css has no --{name} for light and dark");
        }
        Ok(tokens)
    }

    /// A colour as it is on light paper; black, if there is none of that name.
    pub fn light(&self, name: &str) -> &str {
        self.0[0].get(name).map_or("black", String::as_str)
    }

    /// A colour as it is on dark paper.
    pub fn dark(&self, name: &str) -> &str {
        self.0[1].get(name).map_or("white", String::as_str)
    }
}

fn colours(css: &str) -> BTreeMap<String, String> {
    let declarations = css.split(';').filter_map(|one| one.rsplit_once("--")?.1.split_once(':'));
    declarations.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned())).collect()
}
